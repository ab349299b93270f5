import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { OpenRecordingDocument, type OpenRecordingMutation } from '../../generated/recordings';
import { lengthOf } from './length';
import { Listen } from './Listen';
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
  const [opened, setOpened] = useState<Opened | null>(null);
  const verb = useVerb(OpenRecordingDocument, 'openRecording');
  const open = async (reason: string | null): Promise<void> => {
    const outcome = await verb.send({ input: { recordingId: id, ...(reason === null ? {} : { reason }) } });
    if (outcome?.payload) setOpened(outcome.payload);
  };
  return (
    <li>
      <Listen
        title={t('call', { moment: moment(calledAt), length: lengthOf(durationSeconds) })}
        playerLabel={t('player', { moment: moment(calledAt) })}
        verb={verb}
        address={opened?.address ?? null}
        onListen={open}
      >
        {opened && (
          <p className={styles.asked}>
            {t('asked', { caller: opened.caller })} {opened.asked}
          </p>
        )}
      </Listen>
    </li>
  );
}
