import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaleFactFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { When } from '../../ui/When';

/** What was bought, of whom, when and for how much. */
export function SaleFacts({ sale }: { sale: SaleFactFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { listing } = sale;
  const listed = [
    t(`common:temperature.${listing.temperature}`),
    t(`common:contactKind.${listing.contactKind}`),
    ...(listing.channel === 'OTHER' ? [] : [t(`common:channel.${listing.channel}`)]),
    t(listing.isVerified ? 'sale.verified' : 'sale.notVerified'),
    t(listing.isExclusive ? 'sale.exclusive' : 'sale.shared'),
  ];
  const facts: [string, ReactNode][] = [
    [t('sale.lead'), `${sale.niche.name}, ${sale.region.name}`],
    [t('sale.agency'), sale.agency.name],
    [t('sale.bought'), <When key="at" at={sale.heldAt} />],
    [t('sale.paid'), <Money key="paid" value={sale.gross} />],
    [t('sale.listed'), listed.join(', ')],
  ];
  return <Facts facts={facts} />;
}
