import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNote } from '../../ui/Failure';
import type { LeadFilter } from '../../generated/leads';
import styles from './Dialog.module.css';
import type { LeadRow } from './leadKinds';
import { PricePreview } from './PricePreview';
import { RefusedLeads } from './RefusedLeads';
import { faultsOf, firstTerms, inputOf } from './terms';
import { TermsFields } from './TermsFields';
import { type Listed, useListing } from './useListing';

/** Leads that are to be listed: some that were picked, or all accepted ones that a filter finds. */
export interface ToList {
  leads: readonly LeadRow[];
  /** With a filter the leads are only those that are shown. */
  filter?: LeadFilter;
}

/** Puts leads on sale one by one: terms, the price they give, and then what became of each. */
export function ListLeadsDialog({ chosen, onClose }: { chosen: ToList; onClose(): void }) {
  const { t } = useTranslation('leads');
  const listing = useListing();
  const isOver = listing.listed?.isDone ?? false;
  const { leads, filter } = chosen;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={filter ? t('list.titleAll') : t('list.title', { count: leads.length })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      {isOver ? (
        <ListedNote listed={listing.listed!} leads={leads} onClose={onClose} />
      ) : (
        <TermsStep chosen={chosen} listing={listing} onClose={onClose} />
      )}
    </Modal>
  );
}

function TermsStep({
  chosen: { leads, filter },
  listing: { listed, isSending, refusal, list },
  onClose,
}: {
  chosen: ToList;
  listing: ReturnType<typeof useListing>;
  onClose(): void;
}) {
  const { t } = useTranslation('leads');
  const [terms, setTerms] = useState(firstTerms);
  const isFaulty = Object.keys(faultsOf(terms)).length > 0;
  const send = (): void => {
    const which = filter ? { filter } : { leadIds: leads.map(({ id }) => id) };
    void list({ ...which, terms: inputOf(terms) });
  };
  return (
    <Stack gap="md">
      {filter && <Text size="sm">{t('list.allMeans')}</Text>}
      <TermsFields terms={terms} onChange={setTerms} refusal={refusal} />
      {leads.length > 0 && <PricePreview leads={leads} terms={terms} isSample={filter !== undefined} />}
      <div className={styles.footer}>
        <RefusalNote refusal={refusal} />
        {listed && (
          <div role="status">
            <Text size="sm">{t('list.soFar', { count: listed.count })}</Text>
            {isSending && <Progress value={100} animated size="sm" mt={4} aria-label={t('list.going')} />}
          </div>
        )}
        <Group justify="flex-end" mt={8}>
          <Button variant="default" onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button onClick={send} loading={isSending} disabled={isFaulty}>
            {filter ? t('list.sendAll') : t('list.send', { count: leads.length })}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

function ListedNote({ listed, leads, onClose }: { listed: Listed; leads: readonly LeadRow[]; onClose(): void }) {
  const { t } = useTranslation('leads');
  return (
    <Stack gap="md">
      <Text role="status" size="lg" className="lb-serif">
        {listed.count > 0 ? t('list.done', { count: listed.count }) : t('list.none')}
      </Text>
      <RefusedLeads refused={listed.refused} names={new Map(leads.map(({ id, preview }) => [id, preview.text]))} />
      <Group justify="flex-end">
        <Button component={Link} to="/listings" variant="default">
          {t('list.see')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('common:act.close')}
        </Button>
      </Group>
    </Stack>
  );
}
