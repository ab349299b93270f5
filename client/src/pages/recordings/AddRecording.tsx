import { Button, FileInput, Group, Progress, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRepeatKeys } from '../../app/repeatKey';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { AnnounceRecordingDocument } from '../../generated/recordings';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import { secondsOf } from './length';
import { useSend } from './useSend';

interface Props {
  leadId: string;
  onClose(): void;
  onDone(): void;
}

const KINDS = '.mp3,.wav,.ogg,.oga,.m4a,.webm,audio/*';

/** Adds the recording of a call to a lead: what it is, then its sound. */
export function AddRecording(props: Props) {
  const { t } = useTranslation('recordings');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={props.onClose} title={t('add.title')} {...state}>
      <AddForm {...props} onState={setState} />
    </FormDialog>
  );
}

function AddForm({ leadId, onClose, onDone, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('recordings');
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState({ caller: '', calledAt: '', length: '', asked: '' });
  const [missing, setMissing] = useState<Record<string, string>>({});
  // The same announced again, after its sound was lost, is the same recording.
  const keys = useRepeatKeys();
  const verb = useVerb(AnnounceRecordingDocument, 'announceRecording');
  const sound = useSend();
  const isSending = verb.isSending || sound.share !== null;
  useTellForm(onState, { isSending, isDirty: file !== null || Object.values(words).some((word) => word !== '') });
  const errors = { ...fieldErrors(verb.refusal), ...missing };
  const field = (name: keyof typeof words, refusedAt: string = name) => ({
    value: words[name],
    error: errors[refusedAt],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      verb.mended(refusedAt);
      setMissing({});
      setWords((before) => ({ ...before, [name]: value }));
    },
  });
  const add = async (): Promise<void> => {
    const durationSeconds = secondsOf(words.length);
    const faults = {
      ...(file ? {} : { file: t('add.fileMissing') }),
      ...(words.calledAt === '' ? { calledAt: t('add.whenMissing') } : {}),
      ...(durationSeconds === null ? { durationSeconds: t('add.lengthFault') } : {}),
    };
    setMissing(faults);
    if (!file || durationSeconds === null || words.calledAt === '') return;
    const { caller, asked } = words;
    const calledAt = new Date(words.calledAt).toISOString();
    const input = { leadId, caller, asked, calledAt, durationSeconds };
    const outcome = await verb.send({ input: { ...input, clientKey: keys.of(input) } });
    if (outcome?.payload && (await sound.send(outcome.payload.uploadAddress, file))) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="sm">
        <FileInput
          label={t('add.file')}
          description={t('add.fileMeans')}
          placeholder={t('add.choose')}
          accept={KINDS}
          required
          value={file}
          onChange={(chosen) => {
            setMissing({});
            setFile(chosen);
          }}
          error={errors.file}
        />
        <TextInput label={t('add.caller')} required {...field('caller')} />
        <Group grow align="flex-start">
          <TextInput type="datetime-local" label={t('add.when')} required {...field('calledAt')} />
          <TextInput
            label={t('add.length')}
            placeholder={t('add.lengthExample')}
            required
            {...field('length', 'durationSeconds')}
          />
        </Group>
        <Textarea
          label={t('add.asked')}
          description={t('add.askedMeans')}
          autosize
          minRows={3}
          required
          {...field('asked')}
        />
        <Text size="sm" c="dimmed">
          {t('add.means')}
        </Text>
      </Stack>
      {sound.share !== null && <Progress value={sound.share * 100} mt="sm" aria-label={t('add.progress')} />}
      {sound.problem !== null && <Failure title={t('add.failed')} message={sound.problem} />}
      <RefusalNote refusal={verb.refusal} fields={['caller', 'calledAt', 'durationSeconds', 'asked']} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t('add.act')}
        </Button>
      </Group>
    </form>
  );
}
