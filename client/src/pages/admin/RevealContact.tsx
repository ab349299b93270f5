import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDetails } from '../../ui/useDetails';
import { type Contact, RevealForm } from './RevealForm';
import styles from './quarantine.module.css';

/** Shows the contact for a reason. The look is recorded before it is shown, and is gone from the page with the case. */
export function RevealContact({ leadId }: { leadId: string }) {
  const { t } = useTranslation('admin');
  const [contact, setContact] = useState<Contact | null>(null);
  return (
    <section>
      <Title order={3} size="h6">
        {t('contact.title')}
      </Title>
      {contact ? (
        <ContactShown contact={contact} />
      ) : (
        <RevealForm
          leadIds={[leadId]}
          words={{ why: t('contact.why'), recorded: t('contact.recorded'), reveal: t('contact.reveal') }}
          onShown={([shown]) => setContact(shown ?? null)}
        />
      )}
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
