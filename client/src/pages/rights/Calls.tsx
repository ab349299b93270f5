import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { MyDataFieldsFragment } from '../../generated/rights';
import styles from './Rights.module.css';
import { saveMyCall } from './saveMyData';

type Call = MyDataFieldsFragment['requests'][number]['recordings'][number];

/** The calls with the person that the agency recorded; the sound of each to keep, once the phone is proven. */
export function Calls({ token, calls }: { token: string; calls: readonly Call[] }) {
  const { t } = useTranslation('rights');
  if (calls.length === 0) return null;
  return (
    <>
      <h3 className={styles.small}>{t('calls')}</h3>
      <ul className={styles.list}>
        {calls.map((call) => (
          <OneCall key={call.id} token={token} call={call} />
        ))}
      </ul>
    </>
  );
}

function OneCall({
  token,
  call: { calledAt, durationSeconds, caller, asked, address },
}: {
  token: string;
  call: Call;
}) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  const [isFailed, setFailed] = useState(false);
  const save = (from: string): void => {
    setFailed(false);
    saveMyCall(token, from).catch(() => setFailed(true));
  };
  return (
    <li>
      {t('call', { moment: moment(calledAt), count: durationSeconds })}{' '}
      {caller === null || asked === null ? t('callMasked') : t('callAsked', { caller, asked })}{' '}
      {address && (
        <Button size="compact-xs" variant="default" onClick={() => save(address)}>
          {t('callFile')}
        </Button>
      )}
      {isFailed && (
        <Text role="alert" size="sm">
          {t('fileFailed')}
        </Text>
      )}
    </li>
  );
}
