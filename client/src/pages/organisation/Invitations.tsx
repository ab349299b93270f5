import { useQuery } from '@apollo/client/react';
import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { type Refusal, useVerb } from '../../app/useVerb';
import {
  type InvitationFieldsFragment,
  OpenInvitationsDocument,
  WithdrawInvitationDocument,
} from '../../generated/organisation';
import { Failure, RefusalNote } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { InviteForm } from './InviteForm';
import { RowAct } from './RowAct';
import styles from './organisation.module.css';

/** Offers of a place that are still open, and a form for a further one. */
export function Invitations() {
  const { t } = useTranslation('organisation');
  const { data, error, refetch } = useQuery(OpenInvitationsDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const again = () => void refetch();
  return (
    <section className={styles.section} aria-labelledby="invitations-title">
      <Title order={2} size="h4" id="invitations-title">
        {t('invitations.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('invitations.lead')}
      </Text>
      <InviteForm onInvited={again} />
      <RefusalNote refusal={refusal} />
      {error && !data && <Failure error={error} onRetry={again} />}
      {!data && !error && <PageSkeleton rows={1} />}
      {data && data.invitations.length > 0 && (
        <ul className={styles.rows}>
          {data.invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} onRefusal={setRefusal} onWithdrawn={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationRow({
  invitation,
  onRefusal,
  onWithdrawn,
}: {
  invitation: InvitationFieldsFragment;
  onRefusal(refusal: Refusal | null): void;
  onWithdrawn(): void;
}) {
  const { t } = useTranslation('organisation');
  const { moment } = useFormats();
  const { send, isSending } = useVerb(WithdrawInvitationDocument, 'withdrawInvitation');
  const withdraw = async (): Promise<void> => {
    const outcome = await send({ input: { invitationId: invitation.id } });
    onRefusal(outcome?.refusal ?? null);
    // Also a refusal means that the list has moved on.
    onWithdrawn();
  };
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size="sm" fw={500}>
          {invitation.email}
        </Text>
        <Text size="sm" c="dimmed">
          {t('invitations.by', { name: invitation.invitedBy.name })}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={styles.since}>
        {t('invitations.until', { moment: moment(invitation.expiresAt) })}
      </Text>
      <Text size="sm" className={styles.role}>
        {t(`common:role.${invitation.role}`)}
      </Text>
      <RowAct
        act={t('invitations.withdraw')}
        name={t('invitations.withdrawOf', { email: invitation.email })}
        isSending={isSending}
        onAct={() => void withdraw()}
      />
    </li>
  );
}
