import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { useLive } from '../../app/useLive';
import {
  type BatchLineFragment,
  BatchMovedDocument,
  UploadedBatchesDocument,
  type UploadedBatchesQuery,
} from '../../generated/intake';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, TableHead } from '../../ui/Table';
import { When } from '../../ui/When';
import styles from './BatchList.module.css';
import { consentGaps } from './consentGaps';
import { StateMark } from './StateMark';
import { useFileSize } from './useFileSize';

type Line = UploadedBatchesQuery['batches']['nodes'][number];

/** The files sent before, the newest first; those that are being imported move while one looks. */
export function BatchList() {
  const { t } = useTranslation('intake');
  const { may } = useSession();
  const { data, error, refetch, fetchMore } = useQuery(UploadedBatchesDocument, {
    variables: {},
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.batches;
  if (nodes.length === 0) {
    return <Empty title={t('list.none')} text={may('UPLOAD_LEADS') ? t('list.noneMeans') : undefined} />;
  }
  const showMore = (): Promise<unknown> =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { batches } }) => ({
        ...before,
        batches: { ...batches, nodes: [...before.batches.nodes, ...batches.nodes] },
      }),
    });
  return (
    <section aria-labelledby="uploads">
      <Title order={2} size="h3" id="uploads" mt="lg" mb="xs">
        {t('list.title')}
      </Title>
      <BatchTable batches={nodes} />
      {pageInfo.hasNextPage && <More load={showMore} />}
    </section>
  );
}

function BatchTable({ batches }: { batches: readonly Line[] }) {
  const { t } = useTranslation('intake');
  return (
    <table className={`lb-table ${styles.table}`}>
      <TableHead
        columns={[
          t('list.batch'),
          t('list.state'),
          t('list.file'),
          ...figures(FIGURES.map((figure) => t(`counts.${figure}`))),
          t('list.when'),
        ]}
      />
      <tbody>
        {batches.map((batch) => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </tbody>
    </table>
  );
}

const FIGURES = ['rows', 'accepted', 'quarantined', 'duplicates', 'rejected'] as const;

function BatchRow({ batch }: { batch: Line }) {
  const { t } = useTranslation('intake');
  const { number, country } = useFormats();
  const { id, niche, state, counts, createdAt } = batch;
  useLive(BatchMovedDocument, { id }, { isOff: state !== 'IMPORTING' });
  const hasCounts = counts.rows > 0 || state === 'IMPORTED';
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link to={`/upload/${id}`} data-batch={id}>
          {niche.name}
        </Link>
        <span className="lb-soft">{country(batch.country)}</span>
      </th>
      <td>
        <StateMark state={state} progress={batch.progress} isIncomplete={consentGaps(batch).length > 0} />
      </td>
      <td className={styles.file}>
        <FileWords batch={batch} />
      </td>
      {FIGURES.map((figure) => (
        <td key={figure} className="lb-number" data-label={t(`counts.${figure}`)} data-empty={!hasCounts || undefined}>
          {hasCounts ? number(counts[figure]) : '–'}
        </td>
      ))}
      <td>
        <When at={createdAt} />
      </td>
    </tr>
  );
}

function kindOf({ sheet, delimiter }: NonNullable<BatchLineFragment['file']>): 'workbook' | 'tabbed' | 'text' {
  if (sheet !== null) return 'workbook';
  return delimiter === '\t' ? 'tabbed' : 'text';
}

/** A file by its name, kind and size. */
function FileWords({ batch: { file } }: { batch: BatchLineFragment }) {
  const { t } = useTranslation('intake');
  const size = useFileSize();
  if (!file) return <span className="lb-soft">{t('list.noFile')}</span>;
  const kind = `${t(`list.${kindOf(file)}`)}, ${size(file.bytes)}`;
  if (!file.name) return kind;
  return (
    <>
      <span className={styles.fileName} title={file.name}>
        {file.name}
      </span>
      <span className="lb-soft">{kind}</span>
    </>
  );
}
