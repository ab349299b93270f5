import { Button, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { RevealContactDocument, type RevealContactMutation } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { useDetails } from '../../ui/useDetails';
import styles from './quarantine.module.css';

type Contact = Extract<RevealContactMutation['revealContact'], { __typename: 'RevealContactPayload' }>['contact'];

/** Shows the contact for a reason. The look is recorded before it is shown, and is gone from the page with the case. */
export function RevealContact({ leadId }: { leadId: string }) {
  const { t } = useTranslation('admin');
  const [reason, setReason, forgetReason] = useDraft(`contact.${leadId}`, '');
  const [contact, setContact] = useState<Contact | null>(null);
  const { send, isSending, refusal, mended } = useVerb(RevealContactDocument, 'revealContact');
  const { isMissing, isGiven, forget } = useMissing();
  const reveal = async (): Promise<void> => {
    if (!isGiven(reason)) return;
    const outcome = await send({ input: { leadId, reason } });
    if (!outcome?.payload) return;
    setContact(outcome.payload.contact);
    forgetReason();
  };
  return (
    <section>
      <Title order={3} size="h6">
        {t('contact.title')}
      </Title>
      {contact ? (
        <ContactShown contact={contact} />
      ) : (
        <form
          noValidate
          className={styles.reveal}
          onSubmit={(event) => {
            event.preventDefault();
            void reveal();
          }}
        >
          <TextInput
            size="sm"
            label={t('contact.why')}
            description={t('contact.recorded')}
            required
            maxLength={500}
            value={reason}
            error={isMissing ? t('reason.missing') : fieldErrors(refusal).reason}
            onChange={(event) => {
              forget();
              mended('reason');
              setReason(event.currentTarget.value);
            }}
          />
          <Button type="submit" variant="default" loading={isSending}>
            {t('contact.reveal')}
          </Button>
        </form>
      )}
      <RefusalNote refusal={refusal} fields={['reason']} />
    </section>
  );
}

function ContactShown({ contact: { name, phone, email, details } }: { contact: Contact }) {
  const { t } = useTranslation('admin');
  const detailsOf = useDetails();
  const rows = [
    [t('contact.name'), name],
    [t('contact.phone'), phone ?? t('contact.none')],
    [t('contact.email'), email ?? t('contact.none')],
    ...detailsOf(details),
  ];
  return (
    <div role="status">
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {t('contact.wasRecorded')}
      </Text>
    </div>
  );
}
