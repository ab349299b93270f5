import { useApolloClient } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnLeadContactDocument, type OwnLeadContactQuery } from '../../generated/leads';
import { Failure } from '../../ui/Failure';
import type { LeadDetails } from './LeadPage';
import { Facts, Panel } from '../../ui/Panel';
import { useDetails } from '../../ui/useDetails';

type Look =
  | { state: 'closed' | 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'open'; contact: OwnLeadContactQuery['agencyLeadContact'] };

/** The lead's contact on demand. It is not kept: each look is a request of its own, because each is recorded. */
export function ContactPanel({ lead }: { lead: LeadDetails }) {
  const { t } = useTranslation('leads');
  const client = useApolloClient();
  const [look, setLook] = useState<Look>({ state: 'closed' });
  const open = async (): Promise<void> => {
    setLook({ state: 'loading' });
    try {
      const { data } = await client.query({
        query: OwnLeadContactDocument,
        variables: { leadId: lead.id },
        fetchPolicy: 'no-cache',
      });
      setLook({ state: 'open', contact: data?.agencyLeadContact ?? null });
    } catch (error) {
      setLook({ state: 'failed', error });
    }
  };
  if (lead.state === 'ERASED') {
    const isByPerson = lead.wordsOfPerson.some(({ word }) => word === 'ERASED');
    return (
      <Panel title={t('contact.title')}>
        <Text size="sm">{t(isByPerson ? 'contact.erased' : 'contact.over')}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t('contact.title')}>
      {look.state === 'open' ? (
        <OpenContact contact={look.contact} onClose={() => setLook({ state: 'closed' })} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('contact.recorded')}
          </Text>
          {look.state === 'failed' && <Failure title={t('contact.failed')} error={look.error} />}
          <Button variant="default" size="xs" loading={look.state === 'loading'} onClick={() => void open()}>
            {t('contact.show')}
          </Button>
        </>
      )}
    </Panel>
  );
}

function OpenContact({ contact, onClose }: { contact: OwnLeadContactQuery['agencyLeadContact']; onClose(): void }) {
  const { t } = useTranslation('leads');
  const detailsOf = useDetails();
  if (!contact) return <Text size="sm">{t('contact.none')}</Text>;
  return (
    <div role="status">
      <Facts
        facts={[
          [t('contact.name'), contact.name],
          [t('page.phone'), contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>],
          [t('page.email'), contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
          ...detailsOf(contact.details),
        ]}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t('contact.wasRecorded')}
      </Text>
      <Button variant="subtle" size="compact-xs" mt={4} onClick={onClose}>
        {t('contact.hide')}
      </Button>
    </div>
  );
}
