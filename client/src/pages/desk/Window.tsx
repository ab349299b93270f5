import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardRowFieldsFragment } from '../../generated/desk';
import { ClockRing } from '../../ui/ClockRing';

/** The time left to dispute a sale; its dispute where there is one, else what became of the money. */
export function Window({ sale }: { sale: CardRowFieldsFragment['sale'] }) {
  const { t } = useTranslation('desk');
  if (sale.dispute) {
    return (
      <Anchor component={Link} to={`/disputes/${sale.dispute.id}`} inherit>
        {t('window.dispute', { state: t(`common:disputeState.${sale.dispute.state}`) })}
      </Anchor>
    );
  }
  if (sale.state === 'HELD') return <ClockRing start={sale.heldAt} end={sale.windowEndsAt} />;
  return <span className="lb-soft">{t(`common:saleState.${sale.state}`)}</span>;
}
