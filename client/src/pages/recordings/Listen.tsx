import { Button, TextInput } from '@mantine/core';
import { Play } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { fieldErrors, type Verb } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import { useSound } from './useSound';
import styles from './recordings.module.css';

interface Props {
  title: ReactNode;
  /** What the player is of, for ears. */
  playerLabel: string;
  verb: Pick<Verb<never, never>, 'isSending' | 'refusal' | 'mended'>;
  /** Where the sound plays from, once it was opened. */
  address: string | null;
  /** Of staff with why it must be heard. */
  onListen(reason: string | null): Promise<void>;
  /** Stands above the player. */
  children?: ReactNode;
}

/** A recorded call that is heard by a press, which is recorded; staff say why. */
export function Listen({ title, playerLabel, verb, address, onListen, children }: Props) {
  const { t } = useTranslation('recordings');
  const isStaff = useViewer().organisation.kind === 'PLATFORM';
  const [reason, setReason] = useState('');
  const { isSending, refusal, mended } = verb;
  const { source, fault } = useSound(address);
  return (
    <>
      <form
        className={styles.head}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onListen(isStaff ? reason : null);
        }}
      >
        <span>{title}</span>
        {!address && isStaff && (
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
        {!address && (
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
      {address && (
        <>
          {children}
          {fault === null ? (
            <audio
              className={styles.player}
              controls
              preload="metadata"
              src={source ?? undefined}
              aria-label={playerLabel}
            />
          ) : (
            <p role="alert">{fault || t('notHad')}</p>
          )}
          <p className={styles.note}>{t('wasRecorded')}</p>
        </>
      )}
    </>
  );
}
