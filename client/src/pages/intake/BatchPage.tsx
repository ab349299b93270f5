import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { useLive } from '../../app/useLive';
import { BatchMovedDocument, type BatchState, UploadedBatchDocument } from '../../generated/intake';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';
import type { UploadedBatch } from './batch';
import { BatchSteps } from './BatchSteps';
import { CancelBatch } from './CancelBatch';
import { consentGaps } from './consentGaps';
import { Ended } from './Ended';
import { Importing } from './Importing';
import { Preparing } from './Preparing';
import { SendFile } from './SendFile';
import { StateMark } from './StateMark';
import styles from './BatchPage.module.css';

const ENDS: readonly BatchState[] = ['IMPORTED', 'CANCELLED', 'FAILED'];

const LOOK_EVERY_MS = 5000;

/** The server is at its rows. */
const isAtWork = ({ state, dryRun }: UploadedBatch): boolean => state === 'IMPORTING' || dryRun?.isDone === false;

/** One file of leads from its bytes to the report of its rows, moving while one looks. */
export function BatchPage() {
  const { batchId = '' } = useParams();
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, startPolling, stopPolling } = useQuery(UploadedBatchDocument, {
    variables: { id: batchId },
    skip: !isAgency,
  });
  const batch = data?.batch;
  const mayMove = Boolean(batch && isAtWork(batch));
  // A short piece of work can be done before the answer to its start is here, which would then stand for the newest.
  useEffect(() => {
    if (!mayMove) return;
    startPolling(LOOK_EVERY_MS);
    return stopPolling;
  }, [mayMove, startPolling, stopPolling]);
  useLive(
    BatchMovedDocument,
    { id: batchId },
    {
      isOff: !batch || ENDS.includes(batch.state),
      // The first rows and earlier files of the same bytes do not come with the progress.
      heard: ({ batchProgress: { file } }) => file?.sha256 !== batch?.file?.sha256 && void refetch(),
    },
  );
  if (!isAgency) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  if (!batch) return <Missing />;
  return <BatchView batch={batch} onFile={() => void refetch()} />;
}

function BatchView({ batch, onFile }: { batch: UploadedBatch; onFile: () => void }) {
  const { t } = useTranslation('intake');
  const { country } = useFormats();
  return (
    <Page
      title={t('batch.title', { niche: batch.niche.name, country: country(batch.country) })}
      lead={<BatchLead batch={batch} />}
      actions={<CancelBatch batch={batch} />}
    >
      <BatchSteps batch={batch} />
      <AtState batch={batch} onFile={onFile} />
    </Page>
  );
}

function AtState({ batch, onFile }: { batch: UploadedBatch; onFile: () => void }) {
  switch (batch.state) {
    case 'AWAITING_FILE':
      return <SendFile batch={batch} onSent={onFile} />;
    case 'AWAITING_COLUMNS':
    case 'READY':
      return <Preparing batch={batch} />;
    case 'IMPORTING':
      return <Importing batch={batch} />;
    default:
      return <Ended batch={batch} />;
  }
}

function BatchLead({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  const { state, progress, createdAt, corrects } = batch;
  return (
    <span className={styles.lead}>
      <StateMark state={state} progress={progress} isIncomplete={consentGaps(batch).length > 0} />
      <span>
        <Trans t={t} i18nKey="batch.begun" components={{ when: <When at={createdAt} /> }} />
      </span>
      {corrects && (
        <Link to={`/upload/${corrects.id}`}>{t('batch.corrects', { moment: moment(corrects.createdAt) })}</Link>
      )}
      <Link to="/upload">{t('batch.all')}</Link>
    </span>
  );
}
