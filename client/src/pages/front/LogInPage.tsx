import { Alert, Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { leftBecause, roleChanged } from '../../app/token';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { LogInDocument } from '../../generated/app';
import { RefusalNote } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';
import { DemoLogins } from './DemoLogins';
import { Door } from './Door';
import { wayOn } from './home';

/** Starts a session and goes on to where one wanted to be. */
export function LogInPage() {
  const { t } = useTranslation('front');
  const { viewer, begin } = useSession();
  const [search] = useSearchParams();
  const logIn = useVerb(LogInDocument, 'logIn');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const left = leftBecause();
  // That a session ended is the least that can be said of it.
  const because = left && !(left === 'ended' && roleChanged()) ? t(`logIn.${left}`) : roleChanged();
  if (viewer) return <Navigate to={wayOn(search, viewer)} replace />;

  const enter = async (credentials: { email: string; password: string }): Promise<void> => {
    const outcome = await logIn.send({ input: credentials });
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (!outcome?.payload) return;
    const { accessToken, viewer: next } = outcome.payload;
    await begin(accessToken, next, wayOn(search, next));
  };
  return (
    <Door title={t('logIn.title')}>
      {because && (
        <Alert role="status" color="amber" variant="light">
          {because}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => void enter(values))} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            {...form.getInputProps('email')}
          />
          <PasswordField
            label={t('field.password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <RefusalNote refusal={logIn.refusal} fields={['email', 'password']} />
          <Group justify="space-between">
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t('logIn.forgot')}
            </Anchor>
            <Button type="submit" loading={logIn.isSending}>
              {t('logIn.do')}
            </Button>
          </Group>
        </Stack>
      </form>
      <span>
        {t('logIn.new')}{' '}
        <Anchor component={Link} to="/sign-up">
          {t('logIn.signUp')}
        </Anchor>
      </span>
      <DemoLogins isBusy={logIn.isSending} onChoose={(login) => void enter(login)} />
    </Door>
  );
}
