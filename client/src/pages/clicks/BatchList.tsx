import { useQuery } from '@apollo/client/react';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { type ClickBatchFieldsFragment, ClickBatchesDocument } from '../../generated/clicks';
import { ClockRing } from '../../ui/ClockRing';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, Table } from '../../ui/Table';
import styles from './clicks.module.css';

/** What is billed and held as one: an hour of one agency's clicks to one campaign. */
export function BatchList({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(ClickBatchesDocument, { variables: { campaignId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.clickBatches;
  if (nodes.length === 0) return <Empty title={t('batch.none')} text={t('batch.noneMeans')} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { clickBatches } }) => ({
        clickBatches: { ...clickBatches, nodes: [...shown.clickBatches.nodes, ...clickBatches.nodes] },
      }),
    });
  return (
    <>
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
          {nodes.map((batch) => (
            <BatchRow key={batch.id} batch={batch} isAgency={isAgency} />
          ))}
        </tbody>
      </Table>
      {pageInfo.hasNextPage && <More load={more} />}
    </>
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

function BatchRow({ batch, isAgency }: { batch: ClickBatchFieldsFragment; isAgency: boolean }) {
  const { t } = useTranslation('clicks');
  const { moment, money, number } = useFormats();
  const { campaign, agency, from, to, state, verdicts, clicks, billed, gross, fee, net, windowEndsAt } = batch;
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
            <ClockRing start={to} end={windowEndsAt} label={t('batch.window')} />
          </div>
        )}
      </td>
      <td data-label={t(isAgency ? 'batch.campaign' : 'batch.agency')}>
        {isAgency ? <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link> : agency.name}
      </td>
      <td data-label={t('batch.found')} data-empty={found.length === 0}>
        <span className={styles.verdicts}>{found.join(', ') || '–'}</span>
      </td>
      <td className="lb-number" data-label={t('batch.billed')}>
        {t('batch.ofClicks', { billed: number(billed), clicks: number(clicks) })}
      </td>
      <td className="lb-number" data-label={t(isAgency ? 'batch.net' : 'batch.gross')}>
        {state === 'OPEN' && isAgency ? t('batch.notYet') : <Money value={isAgency ? net : gross} />}
        {isAgency && Number(fee.minor) > 0 && (
          <span className={styles.why}>{t('batch.fee', { fee: money(fee), gross: money(gross) })}</span>
        )}
      </td>
    </tr>
  );
}
