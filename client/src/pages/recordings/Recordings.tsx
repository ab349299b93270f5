import { Button, TextInput } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { OpenRecordingDocument, type OpenRecordingMutation } from '../../generated/recordings';
import { RefusalNote } from '../../ui/Failure';
import { lengthOf } from './length';
import styles from './recordings.module.css';

interface Recording {
  id: string;
  calledAt: string;
  durationSeconds: number;
}

/** The recorded calls of a lead: when and how long; heard by a press, which is recorded. */
export function Recordings({ recordings }: { recordings: readonly Recording[] }) {
  return (
    <ul className={styles.list}>
      {recordings.map((recording) => (
        <OneRecording key={recording.id} recording={recording} />
      ))}
    </ul>
  );
}

type Opened = Extract<OpenRecordingMutation['openRecording'], { __typename: 'OpenRecordingPayload' }>;

function OneRecording({ recording: { id, calledAt, durationSeconds } }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  const { moment } = useFormats();
  const isStaff = useViewer().organisation.kind === 'PLATFORM';
  const [opened, setOpened] = useState<Opened | null>(null);
  const [reason, setReason] = useState('');
  const { send, isSending, refusal, mended } = useVerb(OpenRecordingDocument, 'openRecording');
  const open = async (): Promise<void> => {
    const outcome = await send({ input: { recordingId: id, ...(isStaff ? { reason } : {}) } });
    if (outcome?.payload) setOpened(outcome.payload);
  };
  return (
    <li>
      <form
        className={styles.head}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <span>{t('call', { moment: moment(calledAt), length: lengthOf(durationSeconds) })}</span>
        {!opened && isStaff && (
          <TextInput
            size="xs"
            label={t('why')}
            required
            maxLength={500}
            value={reason}
            error={fieldErrors(refusal).reason}
            onChange={({ currentTarget }) => {
              mended('reason');
              setReason(currentTarget.value);
            }}
          />
        )}
        {!opened && (
          <Button
            type="submit"
            size="xs"
            variant="default"
            leftSection={<Play size={14} aria-hidden />}
            loading={isSending}
          >
            {t('listen')}
          </Button>
        )}
      </form>
      <RefusalNote refusal={refusal} fields={['reason']} />
      {opened && (
        <>
          <p className={styles.asked}>
            {t('asked', { caller: opened.caller })} {opened.asked}
          </p>
          <audio
            className={styles.player}
            controls
            preload="metadata"
            src={opened.address}
            aria-label={t('player', { moment: moment(calledAt) })}
          />
          <p className={styles.note}>{t('wasRecorded')}</p>
        </>
      )}
    </li>
  );
}
