import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { BatchFactFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { batchPath } from '../campaigns/usage/billedPaths';
import { useSide } from './side';

/** What was billed as one: whose visitors, of which hour, how many and for how much. */
export function BatchFacts({ batch }: { batch: BatchFactFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { moment, number } = useFormats();
  const side = useSide();
  const { campaign, agency, from, state, clicks, billed, verdicts, gross } = batch;
  const found = verdicts
    .filter(({ verdict }) => verdict !== 'VALID')
    .map(({ verdict, count }) => t('batch.verdict', { verdict: t(`clicks:verdict.${verdict}`), count }));
  const facts: [string, ReactNode][] = [
    [
      t('batch.campaign'),
      <Link key="campaign" to={batchPath(batch, side)}>
        {campaign.name}
      </Link>,
    ],
    [t('sale.agency'), agency.name],
    [t('batch.hour'), moment(from)],
    [
      t('batch.billed'),
      t(state === 'OPEN' ? 'batch.ofClicksSoFar' : 'batch.ofClicks', {
        billed: number(billed),
        clicks: number(clicks),
      }),
    ],
    ...(found.length > 0 ? [[t('batch.notBilled'), found.join(', ')] as [string, ReactNode]] : []),
    [t(state === 'OPEN' ? 'batch.setAside' : 'sale.paid'), <Money key="paid" value={gross} />],
  ];
  return <Facts facts={facts} />;
}
