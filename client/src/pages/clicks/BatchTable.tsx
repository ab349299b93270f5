import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import type { ClickBatchFieldsFragment } from '../../generated/clicks';
import { ClockRing } from '../../ui/ClockRing';
import { Money } from '../../ui/Money';
import { figures, Table } from '../../ui/Table';
import styles from '../campaigns/usage/usage.module.css';
import { Billing } from './Billing';
import { DisputeWay } from './DisputeWay';

/** Batches, each with its hour, its money, what of it was not billed, and the way to its dispute. */
export function BatchTable({
  batches,
  isOfCampaign,
}: {
  batches: readonly ClickBatchFieldsFragment[];
  isOfCampaign: boolean;
}) {
  const { t } = useTranslation('clicks');
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  return (
    <Table
      caption={t('batch.title')}
      className={styles.table}
      columns={[
        t('batch.hour'),
        t('batch.state'),
        t(isAgency ? 'batch.campaign' : 'batch.agency'),
        t('batch.found'),
        ...figures([t('batch.billed'), t(isAgency ? 'batch.net' : 'batch.gross')]),
      ]}
    >
      <tbody>
        {batches.map((batch) => (
          <BatchRow key={batch.id} batch={batch} isAgency={isAgency} isOfCampaign={isOfCampaign} />
        ))}
      </tbody>
    </Table>
  );
}

const COLOURS = {
  OPEN: 'gray',
  EMPTY: 'gray',
  HELD: 'amber',
  DISPUTED: 'amber',
  REFUNDED: 'brick',
  RELEASED: 'bottle',
} as const;

interface RowProps {
  batch: ClickBatchFieldsFragment;
  isAgency: boolean;
  /** All are of one campaign, which need not be named. */
  isOfCampaign: boolean;
}

function BatchRow({ batch, isAgency, isOfCampaign }: RowProps) {
  const { t } = useTranslation('clicks');
  const { moment, money, number } = useFormats();
  const { may } = useSession();
  const { campaign, agency, from, to, state, verdicts, clicks, billed, gross, fee, net, refunded, windowEndsAt } =
    batch;
  const found = verdicts
    .filter(({ verdict }) => verdict !== 'VALID')
    .map(({ verdict, count }) => t('batch.verdict', { verdict: t(`verdict.${verdict}`), count }));
  return (
    <tr>
      <td>{moment(from)}</td>
      <td>
        <Badge variant="light" tt="none" color={COLOURS[state]}>
          {t(`batch.states.${state}`)}
        </Badge>
        {state === 'HELD' && windowEndsAt && (
          <div>
            <ClockRing start={to} end={windowEndsAt} label={t(batch.dispute ? 'batch.held' : 'batch.window')} />
          </div>
        )}
        <DisputeWay batch={batch} mayDispute={may('OPEN_DISPUTES')} />
        {state === 'OPEN' && <Billing batch={batch} />}
      </td>
      <td data-label={t(isAgency ? 'batch.campaign' : 'batch.agency')}>
        {isAgency ? <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link> : agency.name}
        {!isAgency && !isOfCampaign && (
          <Link to={`/campaigns/${campaign.id}`} className={styles.under}>
            {campaign.name}
          </Link>
        )}
      </td>
      <td data-label={t('batch.found')} data-empty={found.length === 0}>
        <span className={styles.verdicts}>{found.join(', ') || '–'}</span>
      </td>
      <td className="lb-number" data-label={t('batch.billed')}>
        {t(state === 'OPEN' ? 'batch.ofClicksSoFar' : 'batch.ofClicks', {
          billed: number(billed),
          clicks: number(clicks),
        })}
      </td>
      <td className="lb-number" data-label={t(isAgency ? 'batch.net' : 'batch.gross')}>
        {state === 'OPEN' && isAgency ? t('batch.notYet') : <Money value={isAgency ? net : gross} />}
        {isAgency && Number(fee.minor) > 0 && (
          <span className={styles.why}>{t('batch.fee', { fee: money(fee), gross: money(gross) })}</span>
        )}
        {Number(refunded.minor) > 0 && (
          <span className={styles.why}>
            {t(isAgency ? 'batch.refundedAgency' : 'batch.refunded', { amount: money(refunded) })}
          </span>
        )}
      </td>
    </tr>
  );
}
