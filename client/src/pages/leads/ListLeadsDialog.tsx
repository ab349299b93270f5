import { Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { Empty } from '../../ui/Empty';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import styles from './Dialog.module.css';
import type { PricedLead } from './leadKinds';
import { PricePreview } from './PricePreview';
import { RefusedLeads } from './RefusedLeads';
import { faultsOf, firstTerms, inputOf, type Terms } from './terms';
import { TermsFields } from './TermsFields';
import { type Listed, type Listing, useListing } from './useListing';
import { type Found, type ToList, useToList } from './useToList';

/** Puts leads on sale one by one: terms, the price they give, and then what became of each. */
export function ListLeadsDialog({ chosen, onClose }: { chosen: ToList; onClose(hasListed: boolean): void }) {
  const { t } = useTranslation('leads');
  const listing = useListing();
  const { found, error, retry } = useToList(chosen);
  const [first] = useState(firstTerms);
  const [terms, setTerms] = useState(first);
  const isOver = Boolean(listing.listed?.end);
  const close = (): void => onClose((listing.listed?.count ?? 0) > 0);
  return (
    <FormDialog
      onClose={close}
      size="lg"
      title={<Title chosen={chosen} found={found} />}
      isSending={listing.isSending}
      isDirty={terms !== first && !isOver}
    >
      {Boolean(error) && !found && <Failure error={error} onRetry={retry} />}
      {!found && !error && <Skeleton height={320} />}
      {found?.count === 0 && !listing.listed && <Empty title={t('list.nothing')} text={t('list.nothingMeans')} />}
      {found && (found.count > 0 || listing.listed) && (
        <Steps chosen={chosen} found={found} listing={listing} terms={terms} onTerms={setTerms} onClose={close} />
      )}
    </FormDialog>
  );
}

function Title({ chosen, found }: { chosen: ToList; found: Found | null }) {
  const { t } = useTranslation('leads');
  if (!found) return t('list.titleAll');
  const { count, hasMore } = found;
  if (!('filter' in chosen)) return t('list.title', { count });
  return t(hasMore ? 'list.titleMore' : 'list.titleCount', { count });
}

interface StepProps {
  chosen: ToList;
  found: Found;
  listing: Listing;
  terms: Terms;
  onTerms(terms: Terms): void;
  onClose(): void;
}

function Steps(props: StepProps) {
  const { chosen, listing, terms, onClose } = props;
  // What the first look found holds for the whole act: while leads are listed there are ever fewer of them.
  const [found] = useState(props.found);
  const { listed, isSending, list } = listing;
  if (listed?.end) return <ListedNote listed={listed} leads={found.leads} onClose={onClose} />;
  if (isSending) return <Sending listing={listing} found={found} />;
  const send = (): void => {
    const which = 'filter' in chosen ? chosen : { leadIds: chosen.leads.map(({ id }) => id) };
    void list(which, inputOf(terms));
  };
  return <TermsStep {...props} found={found} onSend={send} />;
}

function TermsStep({
  chosen,
  found: { count, hasMore, leads },
  listing: { listed, refusal },
  terms,
  onTerms,
  onClose,
  onSend,
}: StepProps & { onSend(): void }) {
  const { t } = useTranslation('leads');
  const isFaulty = Object.keys(faultsOf(terms)).length > 0;
  const words = (): string => {
    if (listed) return t('list.goOn');
    return t(hasMore ? 'list.sendMore' : 'list.send', { count });
  };
  return (
    <Stack gap="md">
      {'filter' in chosen && <Text size="sm">{t('list.allMeans')}</Text>}
      <TermsFields terms={terms} onChange={onTerms} refusal={refusal} />
      <PricePreview leads={leads} terms={terms} isSample={hasMore || count > leads.length} />
      <div className={styles.footer}>
        <RefusalNote refusal={refusal} />
        {listed && (
          <Text size="sm" role="status">
            {t('list.soFar', { count: listed.count })}
          </Text>
        )}
        <Group justify="flex-end" mt={8}>
          <Button variant="default" onClick={onClose}>
            {t(listed ? 'common:act.close' : 'common:act.cancel')}
          </Button>
          <Button onClick={onSend} disabled={isFaulty}>
            {words()}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

/** The leads on their way to the market, and the way to let the rest be. */
function Sending({ listing: { listed, isStopping, stop }, found }: { listing: Listing; found: Found }) {
  const { t } = useTranslation('leads');
  const { percent } = useFormats();
  const looked = listed ? listed.count + listed.refused.length : 0;
  const share = found.hasMore ? null : Math.min(1, looked / found.count);
  return (
    <Stack gap="md">
      <div>
        <Progress value={(share ?? 1) * 100} animated={share === null} aria-label={t('list.going')} />
        <Text size="sm" mt={4} role="status">
          {t('list.soFar', { count: listed?.count ?? 0 })}{' '}
          {share !== null && <span className="lb-soft">{percent(Math.floor(share * 100) / 100)}</span>}
        </Text>
      </div>
      <Group justify="flex-end">
        <Button variant="default" loading={isStopping} onClick={stop} data-autofocus>
          {t('list.stop')}
        </Button>
      </Group>
    </Stack>
  );
}

function ListedNote({
  listed: { count, refused, end },
  leads,
  onClose,
}: {
  listed: Listed;
  leads: readonly PricedLead[];
  onClose(): void;
}) {
  const { t } = useTranslation('leads');
  return (
    <Stack gap="md">
      <div role="status">
        <Text size="lg" className="lb-serif">
          {count > 0 ? t('list.done', { count }) : t('list.none')}
        </Text>
        {end === 'STOPPED' && <Text size="sm">{t('list.stopped')}</Text>}
      </div>
      <RefusedLeads refused={refused} names={new Map(leads.map(({ id, preview }) => [id, preview.text]))} />
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
