import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRepeatKeys } from '../../app/repeatKey';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { StartBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import { ConsentFields } from './ConsentFields';
import { FactFields } from './FactFields';
import { FileDrop } from './FileDrop';
import { MarketFields } from './MarketFields';
import { type DraftKey, dropDraft, inputOf, keepDraft, momentFault, type UploadSettings } from './settings';
import styles from './StartForm.module.css';
import { type FileUpload, useUpload } from './useUpload';

interface Props {
  initial: UploadSettings;
  /** Under what is kept what is typed. */
  draft: DraftKey;
  /** The batch whose rows this file corrects. */
  correctsBatchId?: string;
  /** What the last file was sent with, to begin in the same way. */
  last?: UploadSettings;
}

/** Begins a batch: a file, what its leads are about, and what holds for rows that say nothing themselves. */
export function StartForm({ initial, draft, correctsBatchId, last }: Props) {
  const { t } = useTranslation('intake');
  const navigate = useNavigate();
  const upload = useUpload();
  const [file, setFile] = useState<File | null>(null);
  const start = useStart(upload);
  const form = useForm<UploadSettings>({
    initialValues: initial,
    validate: {
      nicheSlug: (slug) => (slug === '' ? t('start.nicheMissing') : null),
      country: (code) => (code === '' ? t('start.countryMissing') : null),
      defaults: { consentAt: (at) => (momentFault(at) ? t('start.momentFault') : null) },
    },
    onValuesChange: (values) => keepDraft(draft, values),
  });

  const submit = async (settings: UploadSettings): Promise<void> => {
    if (!file) return upload.say(t('file.missing'));
    if (!(await upload.look(file))) return;
    const { batchId, errors } = await start.send(settings, correctsBatchId, file);
    if (errors) form.setErrors(errors);
    if (!batchId) return;
    dropDraft(draft);
    await navigate(`/upload/${batchId}`);
  };
  const sayMissing = (errors: object): void => {
    form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
    if (!file) upload.say(t('file.missing'));
  };
  return (
    <form className={styles.form} onSubmit={form.onSubmit((values) => void submit(values), sayMissing)} noValidate>
      <div className={styles.file}>
        <FileDrop file={file} onFile={setFile} upload={upload} />
      </div>
      <div className={styles.settings}>
        <MarketFields form={form} />
        {last && form.values.nicheSlug === '' && <SameAsLast onTake={() => form.setValues(last)} />}
        <FactFields form={form} />
        <ConsentFields form={form} />
      </div>
      <div className={styles.send}>
        <RefusalNote refusal={start.refusal} />
        <Button type="submit" fullWidth size="md" leftSection={<Upload size={18} />} loading={start.isUnderWay}>
          {t('start.send')}
        </Button>
        <p className={styles.promise}>{t('start.promise')}</p>
      </div>
    </form>
  );
}

function SameAsLast({ onTake }: { onTake: () => void }) {
  const { t } = useTranslation('intake');
  return (
    <Group gap="xs" fz="sm">
      {t('start.lastKnown')}
      <Button size="compact-sm" variant="default" onClick={onTake}>
        {t('start.takeLast')}
      </Button>
    </Group>
  );
}

/**
 * Starts the batch and sends its file. The same settings pressed again, after a file was refused or lost, go to the
 * same batch; other settings begin another.
 */
function useStart(upload: FileUpload) {
  const verb = useVerb(StartBatchDocument, 'startBatch');
  const keys = useRepeatKeys();
  const send = async (
    settings: UploadSettings,
    correctsBatchId: string | undefined,
    file: File,
  ): Promise<{ batchId?: string; errors?: Record<string, string> }> => {
    const input = { ...inputOf(settings), correctsBatchId };
    const outcome = await verb.send({ input: { ...input, clientKey: keys.of(input) } });
    if (!outcome) return {};
    if (outcome.refusal) return { errors: fieldErrors(outcome.refusal) };
    const { batch } = outcome.payload;
    return (await upload.send(batch, file)) ? { batchId: batch.id } : {};
  };
  const isAtField = Object.keys(fieldErrors(verb.refusal)).length > 0;
  return { send, isUnderWay: verb.isSending || upload.share !== null, refusal: isAtField ? null : verb.refusal };
}
