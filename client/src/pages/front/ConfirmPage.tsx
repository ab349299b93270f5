import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ConfirmSignUpDocument, PendingSignUpDocument, type PendingSignUpQuery } from '../../generated/front';
import { Failure, RefusalNote } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { PasswordField } from '../../ui/PasswordField';
import { Door } from './Door';
import { homeOf } from './home';
import { useTokenOfLink } from './useTokenOfLink';

type PendingSignUp = NonNullable<PendingSignUpQuery['pendingSignUp']>;

/** Confirms a sign-up by the link of its mail: with a password for a new login, or with that of the login there is. */
export function ConfirmPage() {
  const token = useTokenOfLink();
  const { viewer } = useSession();
  const { data, error, refetch } = useQuery(PendingSignUpDocument, { variables: { token }, fetchPolicy: 'no-cache' });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  // What is typed before it is known who is here would be lost then.
  if (!data || viewer === undefined) return <PageSkeleton rows={3} />;
  if (!data.pendingSignUp) return <Gone />;
  return <ConfirmForm key={token} token={token} signUp={data.pendingSignUp} />;
}

function ConfirmForm({ token, signUp }: { token: string; signUp: PendingSignUp }) {
  const { t } = useTranslation('front');
  const { begin } = useSession();
  const confirm = useVerb(ConfirmSignUpDocument, 'confirmSignUp');
  const { email, organisationName } = signUp;
  const form = useForm({ initialValues: { password: '', organisationName } });
  // Another organisation has taken the name: it is asked for here, since the link is still good.
  const [isNameTaken, setNameTaken] = useState(false);
  const send = async (values: { password: string; organisationName: string }): Promise<void> => {
    const { password } = values;
    const renamed = isNameTaken ? { organisationName: values.organisationName } : {};
    const outcome = await confirm.send({ input: { token, password, ...renamed } });
    const errors = outcome?.refusal ? fieldErrors(outcome.refusal) : {};
    form.setErrors(errors);
    if (errors.organisationName) setNameTaken(true);
    if (!outcome?.payload) return;
    await begin(outcome.payload.accessToken, outcome.payload.viewer, homeOf(outcome.payload.viewer));
  };
  // Another tab, or another hand, was faster.
  if (confirm.refusal?.__typename === 'SignUpTokenInvalid') return <Gone />;
  // It got a login while this page was open.
  const hasLogin = signUp.hasLogin || confirm.refusal?.__typename === 'BadCredentials';
  const facts = { organisation: organisationName, email };
  return (
    <Door title={t('confirm.title', facts)} lead={t(hasLogin ? 'confirm.leadKnown' : 'confirm.lead', facts)}>
      <OtherLoginNote email={email} />
      <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
        <Stack gap="sm">
          {/* Tells a password manager whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('field.password')}
            description={t(hasLogin ? 'confirm.passwordKnown' : 'field.passwordRule')}
            autoComplete={hasLogin ? 'current-password' : 'new-password'}
            required
            {...form.getInputProps('password')}
          />
          {isNameTaken && (
            <TextInput
              label={t('field.organisationName')}
              autoComplete="organization"
              required
              {...form.getInputProps('organisationName')}
            />
          )}
          <RefusalNote refusal={confirm.refusal} fields={['password', 'organisationName']} />
          {hasLogin && (
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t('logIn.forgot')}
            </Anchor>
          )}
          <Button type="submit" loading={confirm.isSending}>
            {t('confirm.do')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

/** To whoever is logged in as somebody else and would go on as the one who confirms. */
function OtherLoginNote({ email }: { email: string }) {
  const { t } = useTranslation('front');
  const { viewer } = useSession();
  if (!viewer || viewer.person.email === email) return null;
  return (
    <Alert variant="light" color="amber">
      {t('confirm.otherLogin', { mine: viewer.person.email, email })}{' '}
      <Anchor component={Link} to={homeOf(viewer)} inherit>
        {t('confirm.goOn')}
      </Anchor>
    </Alert>
  );
}

function Gone() {
  const { t } = useTranslation('front');
  const { viewer } = useSession();
  if (viewer) {
    return (
      <Door title={t('confirm.gone')} lead={t('confirm.goneMeansIn')}>
        <Button component={Link} to={homeOf(viewer)}>
          {t('confirm.toWork', { organisation: viewer.organisation.name })}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('confirm.gone')} lead={t('confirm.goneMeans')}>
      <Button component={Link} to="/log-in">
        {t('logIn.do')}
      </Button>
      <Button component={Link} to="/sign-up" variant="default">
        {t('confirm.signUp')}
      </Button>
    </Door>
  );
}
