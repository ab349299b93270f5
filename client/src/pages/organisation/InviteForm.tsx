import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer, type Viewer } from '../../app/session';
import { fieldErrors, type Refusal, useVerb } from '../../app/useVerb';
import { InviteMemberDocument } from '../../generated/organisation';
import { RefusalNote } from '../../ui/Failure';
import { ShownOnce } from '../../ui/ShownOnce';
import { rolesGivenBy } from './roles';
import styles from './organisation.module.css';

interface Values {
  email: string;
  role: Viewer['role'];
}

/** Invites by address and role. The link is shown once, to be handed on: only its hash is stored. */
export function InviteForm({ onInvited }: { onInvited(): void }) {
  const { t } = useTranslation('organisation');
  const roles = rolesGivenBy(useViewer());
  const [sent, setSent] = useState<{ link: string; email: string } | null>(null);
  const { send, isSending, refusal } = useVerb(InviteMemberDocument, 'inviteMember');
  const form = useForm<Values>({ initialValues: { email: '', role: roles.at(-1) ?? 'MANAGER' } });

  const invite = async (input: Values): Promise<void> => {
    const outcome = await send({ input });
    if (!outcome) return;
    if (outcome.refusal) return form.setErrors(errorsOf(outcome.refusal));
    const { link, invitation } = outcome.payload;
    setSent({ link, email: invitation.email });
    form.setFieldValue('email', '');
    onInvited();
  };
  return (
    <>
      <form className={styles.invite} onSubmit={form.onSubmit((values) => void invite(values))} noValidate>
        <TextInput
          type="email"
          label={t('invitations.email')}
          required
          autoComplete="off"
          className={styles.email}
          {...form.getInputProps('email')}
        />
        <Select
          label={t('invitations.role')}
          data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        <Button type="submit" loading={isSending}>
          {t('invitations.invite')}
        </Button>
      </form>
      {refusal && Object.keys(errorsOf(refusal)).length === 0 && <RefusalNote refusal={refusal} />}
      {sent && (
        <ShownOnce
          title={t('invitations.sent', { email: sent.email })}
          means={t('invitations.once')}
          secret={sent.link}
          copyLabel={t('invitations.copyLink')}
          onClose={() => setSent(null)}
        />
      )}
    </>
  );
}

/** Whoever is a member already is so by the address. */
const errorsOf = (refusal: Refusal): Record<string, string> =>
  refusal.__typename === 'AlreadyMember' ? { email: refusal.message } : fieldErrors(refusal);
