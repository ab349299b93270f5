import { useQuery } from '@apollo/client/react';
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  AcceptInvitationDocument,
  InvitationOfTokenDocument,
  type InvitationOfTokenQuery,
} from '../../generated/front';
import { Empty } from '../../ui/Empty';
import { Failure, RefusalNote } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { PasswordField } from '../../ui/PasswordField';
import { Door } from './Door';
import { homeOf } from './home';
import { useTokenOfLink } from './useTokenOfLink';

type Invitation = NonNullable<InvitationOfTokenQuery['invitation']>;

/** Takes up an invitation, as a new person or with the login that the address already has. */
export function JoinPage() {
  const { t } = useTranslation('front');
  const token = useTokenOfLink();
  const { viewer } = useSession();
  const { data, error, refetch } = useQuery(InvitationOfTokenDocument, {
    variables: { token },
    fetchPolicy: 'no-cache',
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || viewer === undefined) return <PageSkeleton rows={3} />;
  if (!data.invitation) {
    return <Empty title={t('join.gone')} text={t('join.goneMeans')} action={{ label: t('join.toStart'), to: '/' }} />;
  }
  return <JoinForm token={token} invitation={data.invitation} />;
}

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation('front');
  const { moment } = useFormats();
  const { viewer, begin } = useSession();
  const accept = useVerb(AcceptInvitationDocument, 'acceptInvitation');
  const form = useForm({ initialValues: { name: '', password: '' } });
  const isInvitedPerson = viewer?.person.email === invitation.email;
  const send = async ({ name, password }: { name: string; password: string }): Promise<void> => {
    const input = isInvitedPerson ? { token } : { token, name: name.trim() || null, password };
    const outcome = await accept.send({ input });
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (!outcome?.payload) return;
    await begin(outcome.payload.accessToken, outcome.payload.viewer, homeOf(outcome.payload.viewer));
  };
  const { organisation, invitedBy, role, email, expiresAt } = invitation;
  const facts = { organisation: organisation.name, person: invitedBy.name, role: t(`common:role.${role}`), email };
  return (
    <Door title={t('join.title', facts)} lead={t('join.lead', { ...facts, until: moment(expiresAt) })}>
      <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
        <Stack gap="sm">
          <ClosesTrade
            kind={organisation.kind}
            own={isInvitedPerson ? viewer.memberships.map(({ organisation: other }) => other) : null}
          />
          {!isInvitedPerson && (
            <>
              <TextInput
                label={t('field.name')}
                description={t('join.nameRule')}
                autoComplete="name"
                {...form.getInputProps('name')}
              />
              <PasswordField
                label={t('field.password')}
                description={t('join.passwordRule', { email })}
                autoComplete="new-password"
                required
                {...form.getInputProps('password')}
              />
            </>
          )}
          <RefusalNote refusal={accept.refusal} fields={isInvitedPerson ? [] : ['name', 'password']} />
          <Button type="submit" loading={accept.isSending}>
            {t('join.do', facts)}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

interface ClosesTradeProps {
  /** Of the organisation that one is invited to. */
  kind: Invitation['organisation']['kind'];
  /** The organisations of the person; null where it is not known who that is. */
  own: readonly { id: string; name: string; kind: Invitation['organisation']['kind'] }[] | null;
}

/** Nobody buys from themselves: what joining closes between this organisation and others is told before it is done. */
function ClosesTrade({ kind, own }: ClosesTradeProps) {
  const { t } = useTranslation('front');
  if (kind === 'PLATFORM') return null;
  const closed = own?.filter((other) => other.kind === (kind === 'BUSINESS' ? 'AGENCY' : 'BUSINESS'));
  if (closed?.length === 0) return null;
  const names = closed?.map(({ name }) => name).join(', ');
  return (
    <Alert color="amber" variant="light">
      {names ? t(`join.closes.${kind}`, { names }) : t(`join.mayClose.${kind}`)}
    </Alert>
  );
}
