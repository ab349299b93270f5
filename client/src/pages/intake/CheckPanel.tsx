import { Alert, Button, Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { PreviewUploadedBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import { useLostKeyboard } from '../../ui/useLostKeyboard';
import type { UploadedBatch } from './batch';
import { ImportBatch } from './ImportBatch';
import { MissingConsent } from './MissingConsent';
import { Outcome } from './Outcome';
import { ReasonLists } from './ReasonLists';
import styles from './BatchPage.module.css';

/** What an import would do, found without storing anything, and the import itself. */
export function CheckPanel({
  batch,
  isChanging,
}: {
  batch: UploadedBatch;
  /** What columns mean is on its way to the server: what is checked now would be of before. */
  isChanging: boolean;
}) {
  const { t } = useTranslation('intake');
  const check = useVerb(PreviewUploadedBatchDocument, 'previewBatch');
  const { dryRun, problem, state } = batch;
  const found = useLostKeyboard<HTMLDivElement>(Boolean(dryRun));
  return (
    <aside className={`lb-panel ${styles.side}`} aria-labelledby="check">
      <Title order={2} size="h3" id="check">
        {t('check.title')}
      </Title>
      {state === 'AWAITING_COLUMNS' ? (
        <Alert color="amber" variant="light">
          {t('check.needsColumns')}
        </Alert>
      ) : (
        <>
          <MissingConsent batch={batch} />
          <div ref={found} className={styles.found} tabIndex={0} role="group" aria-labelledby="check">
            <SameFile batch={batch} />
            {problem && (
              <Alert color="brick" variant="light" role="alert">
                {problem}
              </Alert>
            )}
            {dryRun ? <DryRun dryRun={dryRun} /> : <Text size="sm">{t('check.text')}</Text>}
          </div>
          <RefusalNote refusal={check.refusal} />
          {!dryRun && (
            <Button
              disabled={isChanging}
              loading={check.isSending}
              onClick={() => void check.send({ input: { batchId: batch.id } })}
            >
              {t('check.button')}
            </Button>
          )}
          <ImportBatch batch={batch} isOff={isChanging} />
        </>
      )}
    </aside>
  );
}

function DryRun({ dryRun }: { dryRun: NonNullable<UploadedBatch['dryRun']> }) {
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  const { isDone, progress, counts } = dryRun;
  return (
    <>
      {!isDone && (
        <div>
          <Progress value={progress * 100} aria-label={t('check.progress')} />
          <Text size="sm" mt={4}>
            {progress === 0
              ? t('importing.starting')
              : t('check.underWay', { share: percent(Math.floor(progress * 100) / 100) })}
          </Text>
        </div>
      )}
      <div role="status" className="lb-visually-hidden">
        {isDone && t('check.done', { count: counts.accepted })}
      </div>
      {(isDone || counts.rows > 0) && <Outcome counts={counts} />}
      <ReasonLists of={dryRun} />
      <Text size="sm" c="dimmed">
        {t('check.nothingStored')}
      </Text>
    </>
  );
}

/** Says that exactly this file was imported before. */
function SameFile({ batch: { sameFileAs } }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  if (!sameFileAs) return null;
  return (
    <Alert color="amber" variant="light" title={t('same.title')}>
      {t('same.text', { moment: moment(sameFileAs.createdAt) })}{' '}
      <Link to={`/upload/${sameFileAs.id}`}>{t('same.open')}</Link>
    </Alert>
  );
}
