import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApolloClient } from '@apollo/client/react';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ChangePasswordDocument, LiveSessionsDocument } from '../../generated/organisation';
import { RefusalNote } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';

const EMPTY = { currentPassword: '', newPassword: '', again: '' };

/** Replaces the password. All other sessions end, which the person is told before and after. */
export function PasswordForm() {
  const { t } = useTranslation('organisation');
  const client = useApolloClient();
  const [ended, setEnded] = useState<number | null>(null);
  const { send, isSending, refusal } = useVerb(ChangePasswordDocument, 'changePassword');
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      newPassword: (value) => (value.length < 10 ? t('password.short') : null),
      again: (value, { newPassword }) => (value === newPassword ? null : t('password.differs')),
    },
  });
  const change = async ({ currentPassword, newPassword }: typeof EMPTY): Promise<void> => {
    setEnded(null);
    const outcome = await send({ input: { currentPassword, newPassword } });
    if (!outcome) return;
    if (outcome.refusal) return form.setErrors(errorsOf(outcome.refusal, t('password.wrong')));
    form.reset();
    setEnded(outcome.payload.endedSessions);
    await client.refetchQueries({ include: [LiveSessionsDocument] });
  };
  // Also after the field is mended, when the form says nothing of it any more.
  const isAtField = Object.keys(errorsOf(refusal, '')).length > 0;
  return (
    <form onSubmit={form.onSubmit((values) => void change(values))}>
      <Stack gap="sm">
        <PasswordField
          label={t('password.current')}
          autoComplete="current-password"
          required
          {...form.getInputProps('currentPassword')}
        />
        <PasswordField
          label={t('password.new')}
          description={t('password.rule')}
          autoComplete="new-password"
          required
          {...form.getInputProps('newPassword')}
        />
        <PasswordField
          label={t('password.again')}
          autoComplete="new-password"
          required
          {...form.getInputProps('again')}
        />
        {!isAtField && <RefusalNote refusal={refusal} />}
        {ended !== null && (
          <Alert role="status" variant="light">
            {t('password.changed', { count: ended })}
          </Alert>
        )}
        <Button type="submit" loading={isSending} style={{ alignSelf: 'flex-start' }}>
          {t('password.change')}
        </Button>
      </Stack>
    </form>
  );
}

/** The address is known here, so that bad credentials can only mean the current password. */
const errorsOf = (refusal: Parameters<typeof fieldErrors>[0], wrong: string): Record<string, string> =>
  refusal?.__typename === 'BadCredentials' ? { currentPassword: wrong } : fieldErrors(refusal);
