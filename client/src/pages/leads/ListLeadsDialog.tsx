import { Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { focusWrongHere } from '../../app/focusWrong';
import { useFormats } from '../../app/format';
import { Empty } from '../../ui/Empty';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import styles from './Dialog.module.css';
import { PricePreview } from './PricePreview';
import { RefusedLeads } from './RefusedLeads';
import { faultsOf, firstTerms, inputOf, type Terms, TERMS_AT_FIELDS } from './terms';
import { TermsFields } from './TermsFields';
import { type Listed, type Listing, useListing } from './useListing';
import { type Found, type ToList, useToList } from './useToList';

/** Puts leads on sale one by one: terms, the price they give, and then what became of each. */
export function ListLeadsDialog({
  chosen,
  onLooked,
  onClose,
}: {
  chosen: ToList;
  /** What can be listed may be other leads than the page behind counted. */
  onLooked?(): void;
  onClose(hasListed: boolean): void;
}) {
  const { t } = useTranslation('leads');
  const listing = useListing();
  const { found: now, error, retry } = useToList(chosen);
  // What was found when it was sent holds for the whole act: while leads are listed there are ever fewer of them.
  const [sent, setSent] = useState<Found | null>(null);
  const found = sent ?? now;
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
        <Steps
          chosen={chosen}
          found={found}
          listing={listing}
          terms={terms}
          onTerms={setTerms}
          onSend={() => setSent(found)}
          onLooked={onLooked}
          onClose={close}
        />
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
  onSend(): void;
  onLooked: (() => void) | undefined;
  onClose(): void;
}

function Steps(props: StepProps) {
  const { chosen, found, listing, terms, onSend, onLooked, onClose } = props;
  const { listed, isSending, list } = listing;
  if (listed?.end) return <ListedNote listed={listed} found={found} onClose={onClose} />;
  if (isSending) return <Sending listing={listing} found={found} />;
  const send = (): void => {
    onSend();
    const which = 'filter' in chosen ? chosen : { leadIds: chosen.leads.map(({ id }) => id) };
    void list(which, inputOf(terms)).then(() => onLooked?.());
  };
  return <TermsStep {...props} onSend={send} />;
}

function TermsStep({
  chosen,
  found: { count, hasMore, leads },
  listing: { listed, refusal, mended },
  terms,
  onTerms,
  onClose,
  onSend,
}: Omit<StepProps, 'onLooked'>) {
  const { t } = useTranslation('leads');
  const press = (): void => (Object.keys(faultsOf(terms)).length > 0 ? focusWrongHere() : onSend());
  const words = (): string => {
    if (listed) return t('list.goOn');
    return t(hasMore ? 'list.sendMore' : 'list.send', { count });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Stack gap="md">
        {'filter' in chosen && <Text size="sm">{t('list.allMeans')}</Text>}
        <TermsFields terms={terms} onChange={onTerms} refusal={refusal} mended={mended} />
        <PricePreview leads={leads} terms={terms} isSample={hasMore || count > leads.length} />
        <div className={styles.footer}>
          <RefusalNote refusal={refusal} fields={TERMS_AT_FIELDS} />
          {listed && (
            <Text size="sm" role="status">
              {t('list.soFar', { count: listed.count })}
            </Text>
          )}
          <Group justify="flex-end" mt={8}>
            <Button variant="default" onClick={onClose}>
              {t(listed ? 'common:act.close' : 'common:act.cancel')}
            </Button>
            <Button type="submit">{words()}</Button>
          </Group>
        </div>
      </Stack>
    </form>
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

function ListedNote({ listed, found, onClose }: { listed: Listed; found: Found; onClose(): void }) {
  const { t } = useTranslation('leads');
  const { count, refused, end } = listed;
  // Those that a filter found at first and not any more when they were to be listed.
  const missing = end === 'ALL' && !found.hasMore ? Math.max(0, found.count - count - refused.length) : 0;
  const words = (): string => {
    if (count === 0) return t('list.none');
    return missing > 0 ? t('list.doneOf', { count, of: found.count }) : t('list.done', { count });
  };
  return (
    <Stack gap="md">
      <div role="status">
        <Text size="lg" className="lb-serif">
          {words()}
        </Text>
        {missing > 0 && <Text size="sm">{t('list.missing', { count: missing })}</Text>}
        {end === 'STOPPED' && <Text size="sm">{t('list.stopped')}</Text>}
      </div>
      <RefusedLeads refused={refused} names={new Map(found.leads.map(({ id, preview }) => [id, preview.text]))} />
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
