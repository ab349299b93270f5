import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type ConfirmationFieldsFragment,
  ConfirmRequestDocument,
  DenyRequestDocument,
  SendCodeAgainDocument,
  WithdrawConsentDocument,
} from '../../generated/confirm';
import { RefusalNote } from '../../ui/Failure';
import styles from './Question.module.css';
import { SureAnswer } from './SureAnswer';

interface Asked {
  token: string;
  confirmation: ConfirmationFieldsFragment;
}

/** What the person can answer now, each with what it does. */
export function Answers({ token, confirmation }: Asked) {
  const { t } = useTranslation('confirm');
  const deny = useVerb(DenyRequestDocument, 'denyRequest');
  const withdraw = useVerb(WithdrawConsentDocument, 'withdrawConsent');
  const { canConfirm, canDeny, canWithdraw, channel } = confirmation;
  if (!canConfirm && !canDeny && !canWithdraw) return null;
  return (
    <Stack gap="md">
      {canConfirm && channel === 'EMAIL' && <ByButton token={token} />}
      {canConfirm && channel === 'PHONE' && <ByCode token={token} confirmation={confirmation} />}
      {canDeny && (
        <SureAnswer
          label={t('deny.do')}
          when={t('deny.when')}
          means={[t('deny.means1'), t('deny.means2'), t(`deny.means3.${channel}`)]}
          sure={t('deny.sure')}
          verb={deny}
          onSure={() => void deny.send({ input: { token } })}
        />
      )}
      {canWithdraw && (
        <SureAnswer
          label={t('withdraw.do')}
          when={t('withdraw.when')}
          means={[t('withdraw.means1'), t('withdraw.means2')]}
          sure={t('withdraw.sure')}
          verb={withdraw}
          onSure={() => void withdraw.send({ input: { token } })}
        />
      )}
    </Stack>
  );
}

function ByButton({ token }: { token: string }) {
  const { t } = useTranslation('confirm');
  const confirm = useVerb(ConfirmRequestDocument, 'confirmRequest');
  return (
    <section className={`lb-panel ${styles.answer}`}>
      <Text size="sm">{t('confirm.means')}</Text>
      <RefusalNote refusal={confirm.refusal} />
      <Button loading={confirm.isSending} onClick={() => void confirm.send({ input: { token } })}>
        {t('confirm.do')}
      </Button>
    </section>
  );
}

function ByCode({ token, confirmation: { code } }: Asked) {
  const { t } = useTranslation('confirm');
  const confirm = useVerb(ConfirmRequestDocument, 'confirmRequest');
  const again = useVerb(SendCodeAgainDocument, 'sendCodeAgain');
  const [digits, setDigits] = useState('');
  const [isSentAgain, setSentAgain] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void confirm.send({ input: { token, code: digits } });
  };
  const sendAgain = async (): Promise<void> => {
    const answer = await again.send({ input: { token } });
    setSentAgain(Boolean(answer?.payload));
    confirm.forget();
    setDigits('');
  };
  return (
    <form className={`lb-panel ${styles.answer}`} onSubmit={send} noValidate>
      <Text size="sm">{t('confirm.means')}</Text>
      <TextInput
        label={t('code.label')}
        description={code?.isGood ? t('code.good') : t('code.over')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={digits}
        error={fieldErrors(confirm.refusal).code}
        onChange={({ currentTarget }) => {
          setDigits(currentTarget.value);
          confirm.mended('code');
        }}
      />
      <RefusalNote refusal={confirm.refusal} fields={['code']} />
      <RefusalNote refusal={again.refusal} />
      <Text size="sm" role="status">
        {isSentAgain && t('code.sentAgain')}
      </Text>
      <div className={styles.buttons}>
        <Button type="submit" loading={confirm.isSending}>
          {t('confirm.do')}
        </Button>
        <Button variant="default" loading={again.isSending} onClick={() => void sendAgain()}>
          {t('code.again')}
        </Button>
      </div>
    </form>
  );
}
