import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { RequestPasswordResetDocument } from '../../generated/front';
import { RefusalNote } from '../../ui/Failure';
import { Door } from './Door';

/** Asks for a link to set a new password. It never tells whether an address has a login. */
export function ForgotPage() {
  const { t } = useTranslation('front');
  const ask = useVerb(RequestPasswordResetDocument, 'requestPasswordReset');
  const [minutes, setMinutes] = useState<number | null>(null);
  const form = useForm({ initialValues: { email: '' } });
  const send = async (input: { email: string }): Promise<void> => {
    const outcome = await ask.send({ input });
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (outcome?.payload) setMinutes(outcome.payload.minutes);
  };
  return (
    <Door title={t('forgot.title')} lead={t('forgot.lead')}>
      {minutes !== null && (
        <Alert role="status" variant="light" color="bottle">
          {t('forgot.sent', { count: minutes })}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <RefusalNote refusal={ask.refusal} fields={['email']} />
          <Button type="submit" loading={ask.isSending}>
            {t('forgot.do')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
