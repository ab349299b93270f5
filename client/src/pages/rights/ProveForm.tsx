import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { AskForMyDataDocument, ProveMyContactDocument } from '../../generated/rights';
import { RefusalNote } from '../../ui/Failure';

interface Sent {
  challengeId: string;
  minutes: number;
  contact: string;
}

interface Properties {
  /** In which the person is written to. */
  language: string;
  token?: string;
  onProven(token: string): void;
}

/** Proves a phone or an address by a code; `token` is what proved another one before. */
export function ProveForm({ language, token, onProven }: Properties) {
  const [sent, setSent] = useState<Sent | null>(null);
  if (!sent) return <ContactStep language={language} onSent={setSent} />;
  return <CodeStep sent={sent} token={token} onProven={onProven} onBack={() => setSent(null)} />;
}

function ContactStep({ language, onSent }: { language: string; onSent(sent: Sent): void }) {
  const { t } = useTranslation('rights');
  const ask = useVerb(AskForMyDataDocument, 'askForMyData');
  const [contact, setContact] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await ask.send({ input: { contact, language } });
    if (answer?.payload) onSent({ ...answer.payload, contact });
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('contact')}
          description={t('contactMeans')}
          autoComplete="email"
          required
          value={contact}
          error={fieldErrors(ask.refusal).contact}
          onChange={({ currentTarget }) => {
            setContact(currentTarget.value);
            ask.mended('contact');
          }}
        />
        <RefusalNote refusal={ask.refusal} fields={['contact']} />
        <Button type="submit" loading={ask.isSending}>
          {t('sendCode')}
        </Button>
      </Stack>
    </form>
  );
}

interface CodeProperties {
  sent: Sent;
  token: string | undefined;
  onProven(token: string): void;
  onBack(): void;
}

function CodeStep({ sent: { challengeId, minutes, contact }, token, onProven, onBack }: CodeProperties) {
  const { t } = useTranslation('rights');
  const prove = useVerb(ProveMyContactDocument, 'proveMyContact');
  const [code, setCode] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await prove.send({ input: { challengeId, code, token: token ?? null } });
    if (answer?.payload) onProven(answer.payload.token);
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="sm">
        <Alert role="status" variant="light" color="bottle">
          {t('sent', { contact, count: minutes })}
        </Alert>
        <TextInput
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
          autoFocus
          value={code}
          error={fieldErrors(prove.refusal).code}
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value);
            prove.mended('code');
          }}
        />
        <RefusalNote refusal={prove.refusal} fields={['code']} />
        <Button type="submit" loading={prove.isSending}>
          {t('show')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('another')}
        </Button>
      </Stack>
    </form>
  );
}
