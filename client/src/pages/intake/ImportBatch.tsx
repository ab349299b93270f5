import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import { ImportUploadedBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import { SureButton } from '../../ui/SureButton';
import type { UploadedBatch } from './batch';
import { consentGaps } from './consentGaps';

/** Starts the import, or says what it waits for. A file that was imported before leads to the batch that has it. */
export function ImportBatch({ batch, isOff = false }: { batch: UploadedBatch; isOff?: boolean }) {
  const { t } = useTranslation('intake');
  const { organisation } = useViewer();
  const verb = useVerb(ImportUploadedBatchDocument, 'importBatch');
  const [earlierId, setEarlierId] = useState<string | null>(null);
  if (organisation.status === 'PENDING') {
    return (
      <Alert color="amber" variant="light" title={t('import.waits')}>
        {t('import.waitsMeans')}
      </Alert>
    );
  }
  const begin = async (): Promise<boolean> => {
    const outcome = await verb.send({ input: { batchId: batch.id } });
    const refusal = outcome?.refusal;
    setEarlierId(refusal && 'batch' in refusal ? refusal.batch.id : null);
    return Boolean(outcome?.payload);
  };
  const checked = batch.dryRun?.isDone ? batch.dryRun.counts : null;
  const leads = checked?.accepted;
  // Of a row that lacks a part of its consent nothing becomes, which is known without a check too.
  const lacksConsent = !checked && consentGaps(batch).length > 0;
  if ((leads === 0 || lacksConsent) && batch.state !== 'FAILED') {
    return (
      <>
        {earlierId && <Link to={`/upload/${earlierId}`}>{t('same.open')}</Link>}
        <SureButton
          act={t(wordsWithout(batch))}
          title={t('import.noneTitle')}
          verb={verb}
          look={{ size: 'sm', variant: 'default', color: undefined, disabled: isOff, loading: verb.isSending }}
          onSure={begin}
          onDone={() => undefined}
        >
          <Text size="sm">{t(lacksConsent ? 'import.lacksConsent' : 'import.noneMeans')}</Text>
        </SureButton>
      </>
    );
  }
  return (
    <>
      <RefusalNote refusal={verb.refusal} />
      {earlierId && <Link to={`/upload/${earlierId}`}>{t('same.open')}</Link>}
      <Button
        variant={checked ? 'filled' : 'default'}
        disabled={isOff}
        loading={verb.isSending}
        onClick={() => void begin()}
      >
        {leads ? t('import.leads', { count: leads }) : t(wordsWithout(batch))}
      </Button>
    </>
  );
}

const wordsWithout = ({ state, dryRun }: UploadedBatch): string => {
  if (state === 'FAILED') return 'import.goOn';
  return dryRun?.isDone ? 'import.all' : 'import.unchecked';
};
