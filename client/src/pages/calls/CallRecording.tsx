import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type CallFieldsFragment, OpenCallRecordingDocument } from '../../generated/calls';
import { Listen } from '../recordings/Listen';
import { lengthOf } from '../recordings/length';
import styles from './calls.module.css';

/** The recording of a call, heard by a press; where there is none, why. */
export function CallRecording({ call }: { call: CallFieldsFragment }) {
  const { id, at, seconds, recording, mayHear } = call;
  const { t } = useTranslation('calls');
  const { moment } = useFormats();
  const [address, setAddress] = useState<string | null>(null);
  const verb = useVerb(OpenCallRecordingDocument, 'openCallRecording');
  const listen = async (reason: string | null): Promise<void> => {
    const outcome = await verb.send({ input: { callId: id, ...(reason === null ? {} : { reason }) } });
    if (outcome?.payload) setAddress(outcome.payload.address);
  };
  // Nothing is recorded before somebody answers.
  const isUntalked = recording === 'NONE' && call.state === 'ENDED' && typeof seconds !== 'number';
  if (!mayHear)
    return <p className={styles.line}>{t(isUntalked ? 'recording.untalked' : `recording.state.${recording}`)}</p>;
  return (
    <Listen
      title={lengthOf(seconds ?? 0)}
      playerLabel={t('recording.player', { moment: moment(at) })}
      verb={verb}
      address={address}
      onListen={listen}
    />
  );
}
