import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LogInDocument } from '../generated/app';
import { Dialog } from '../ui/Dialog';
import { RefusalNote } from '../ui/Failure';
import { PasswordField } from '../ui/PasswordField';
import type { Loss } from './loss';
import { useViewer } from './session';
import { fieldErrors, useVerb } from './useVerb';

/** Escape belongs to this dialog alone: what is open below it stays. */
const KEEP_ESCAPE = { 'data-mantine-stop-propagation': 'true' };

/** Says over the page that its session is over, or another one's now, and lets one go on; what was typed stays below it. */
export default function LossDialog({ loss }: { loss: Loss }) {
  const { t } = useTranslation();
  const { person, organisation } = useViewer();
  const { other } = loss;
  const isSamePerson = other?.person.id === person.id;
  const title = isSamePerson
    ? t('loss.left', { organisation: organisation.name })
    : other
      ? t('loss.other', { name: other.person.name })
      : t(loss.roleChanged ? 'loss.roleChanged' : 'loss.ended');
  return (
    <Dialog
      opened
      onClose={() => undefined}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      {other ? <Other loss={loss} other={other} isSamePerson={isSamePerson} /> : <LogInAgain loss={loss} />}
    </Dialog>
  );
}

function Other({
  loss,
  other,
  isSamePerson,
}: {
  loss: Loss;
  other: NonNullable<Loss['other']>;
  isSamePerson: boolean;
}) {
  const { t } = useTranslation();
  const { person, organisation } = useViewer();
  return (
    <Stack gap="md">
      <Text size="sm">{t('loss.stopped', { name: person.name, organisation: organisation.name })}</Text>
      <Group justify="flex-end">
        {!isSamePerson && (
          <Button variant="default" onClick={loss.takeBack} {...KEEP_ESCAPE}>
            {t('loss.takeBack', { name: person.name })}
          </Button>
        )}
        <Button data-autofocus onClick={() => void loss.giveUp()} {...KEEP_ESCAPE}>
          {t('loss.goOnAs', { name: other.person.name, organisation: other.organisation.name })}
        </Button>
      </Group>
    </Stack>
  );
}

function LogInAgain({ loss }: { loss: Loss }) {
  const { t } = useTranslation();
  const { person, organisation } = useViewer();
  const logIn = useVerb(LogInDocument, 'logIn');
  const form = useForm({ initialValues: { email: person.email ?? '', password: '' } });
  const enter = async (credentials: { email: string; password: string }): Promise<void> => {
    const isSame = credentials.email.trim().toLowerCase() === person.email?.toLowerCase();
    const organisationId = isSame ? organisation.id : null;
    const first = await logIn.send({ input: { ...credentials, organisationId } });
    // No member there any more: the login goes on where it may.
    const outcome =
      first?.refusal?.__typename === 'NotFound' && isSame ? await logIn.send({ input: credentials }) : first;
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (outcome?.payload) await loss.resume(outcome.payload.accessToken, outcome.payload.viewer);
  };
  return (
    <form onSubmit={form.onSubmit((values) => void enter(values))} noValidate>
      <Stack gap="sm">
        {loss.roleChanged && <Text size="sm">{loss.roleChanged}</Text>}
        <Text size="sm">{t('loss.endedMeans')}</Text>
        <TextInput
          label={t('loss.email')}
          type="email"
          autoComplete="username"
          required
          {...KEEP_ESCAPE}
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('loss.password')}
          autoComplete="current-password"
          required
          data-autofocus
          {...KEEP_ESCAPE}
          {...form.getInputProps('password')}
        />
        <RefusalNote refusal={logIn.refusal} fields={['email', 'password']} />
        <Group justify="space-between">
          <Button variant="default" onClick={() => void loss.giveUp()} {...KEEP_ESCAPE}>
            {t('loss.leave')}
          </Button>
          <Button type="submit" loading={logIn.isSending} {...KEEP_ESCAPE}>
            {t('loss.logIn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
