import { Anchor, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ResetPasswordDocument } from '../../generated/front';
import { RefusalNote } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';
import { Door } from './Door';
import { homeOf } from './home';
import { useTokenOfLink } from './useTokenOfLink';

/** Sets a new password by the link of a mail and logs in. */
export function ResetPage() {
  const { t } = useTranslation('front');
  const token = useTokenOfLink();
  const { begin } = useSession();
  const navigate = useNavigate();
  const reset = useVerb(ResetPasswordDocument, 'resetPassword');
  const form = useForm({ initialValues: { newPassword: '' } });
  const send = async ({ newPassword }: { newPassword: string }): Promise<void> => {
    const outcome = await reset.send({ input: { token, newPassword } });
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (!outcome?.payload) return;
    const { accessToken, viewer } = outcome.payload;
    if (accessToken && viewer) {
      await begin(accessToken, viewer, homeOf(viewer));
    } else await navigate('/log-in', { replace: true });
  };
  return (
    <Door title={t('reset.title')} lead={t('reset.lead')}>
      <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
        <Stack gap="sm">
          <PasswordField
            label={t('field.newPassword')}
            description={t('field.passwordRule')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <RefusalNote refusal={reset.refusal} fields={['newPassword']} />
          {reset.refusal?.__typename === 'ResetTokenInvalid' && (
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t('reset.another')}
            </Anchor>
          )}
          <Button type="submit" loading={reset.isSending}>
            {t('reset.do')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
