import { ActionIcon, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../../app/address';
import { useFormats } from '../../../app/format';
import { fieldErrors, useVerb } from '../../../app/useVerb';
import {
  DeleteSavedSearchDocument,
  type MarketFilter,
  SavedSearchesDocument,
  type SavedSearchFieldsFragment,
  SaveSearchDocument,
} from '../../../generated/searches';
import { Failure, RefusalNote } from '../../../ui/Failure';
import { type Choices, writeChoices } from '../choices';
import type { SearchesProps } from './Searches';
import styles from '../Market.module.css';

interface InsideProps extends SearchesProps {
  onOpened(): void;
}

interface ListProps extends Pick<SearchesProps, 'mayChange'> {
  onOpen(search: SavedSearchFieldsFragment): void;
}

/** The kept searches: opened, saved, and deleted after a question. */
export default function SearchesInside({ filter, choices, mayChange, onOpened }: InsideProps) {
  const changeAddress = useAddressChange();
  const open = (search: SavedSearchFieldsFragment): void => {
    changeAddress((now) => addressOf(search, now), { preventScrollReset: true });
    onOpened();
  };
  return (
    <Stack gap="sm">
      <SearchList mayChange={mayChange} onOpen={open} />
      {mayChange && filter && <SaveForm filter={filter} sort={choices.sort} />}
    </Stack>
  );
}

function SearchList({ mayChange, onOpen }: ListProps) {
  const { t } = useTranslation('market');
  const { number } = useFormats();
  const { data, error, refetch } = useQuery(SavedSearchesDocument);
  const remove = useVerb(DeleteSavedSearchDocument, 'deleteSavedSearch');
  const [askedId, setAskedId] = useState<string | null>(null);
  const forget = async (id: string): Promise<void> => {
    await remove.send({ input: { id } });
    await refetch();
    setAskedId(null);
  };
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Text size="sm">{t('common:list.loading')}</Text>;
  if (data.savedSearches.length === 0) return <Text size="sm">{t('searches.none')}</Text>;
  return (
    <div>
      <RefusalNote refusal={remove.refusal} />
      <ul className={styles.searches}>
        {data.savedSearches.map((search) => (
          <li key={search.id}>
            {askedId === search.id ? (
              <DeleteQuestion
                name={search.name}
                isSending={remove.isSending}
                onDelete={() => void forget(search.id)}
                onKeep={() => setAskedId(null)}
              />
            ) : (
              <>
                <UnstyledButton className={styles.search} onClick={() => onOpen(search)}>
                  <span>{search.name}</span>
                  <span className="lb-soft">{number(search.matchCount)}</span>
                </UnstyledButton>
                {mayChange && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('searches.delete', { name: search.name })}
                    disabled={remove.isSending}
                    onClick={() => setAskedId(search.id)}
                  >
                    <Trash2 size={15} aria-hidden />
                  </ActionIcon>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface QuestionProps {
  name: string;
  isSending: boolean;
  onDelete(): void;
  onKeep(): void;
}

/** Asks before a search is gone: it cannot be brought back. */
function DeleteQuestion({ name, isSending, onDelete, onKeep }: QuestionProps) {
  const { t } = useTranslation('market');
  return (
    <Group role="group" aria-label={t('searches.ask', { name })} gap="xs" py={4}>
      <Text size="sm">{t('searches.ask', { name })}</Text>
      <Button size="compact-sm" color="brick" loading={isSending} onClick={onDelete}>
        {t('searches.confirm')}
      </Button>
      <Button size="compact-sm" variant="default" autoFocus disabled={isSending} onClick={onKeep}>
        {t('searches.keep')}
      </Button>
    </Group>
  );
}

/** Keeps the search as it is now, with its order and look; of a name that is there already it says, before it is sent, that its search goes. */
function SaveForm({ filter, sort }: { filter: MarketFilter; sort: Choices['sort'] }) {
  const { t } = useTranslation('market');
  const client = useApolloClient();
  const [params] = useSearchParams();
  const [name, setName] = useState('');
  const { data } = useQuery(SavedSearchesDocument);
  const { send, isSending, refusal, mended } = useVerb(SaveSearchDocument, 'saveSearch');
  const isKnown = data?.savedSearches.some((search) => search.name === name.trim()) ?? false;
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const view = params.get('view') === 'cards' ? 'CARDS' : 'ROWS';
    const outcome = await send({ input: { name, filter, sort, view } });
    if (!outcome?.payload) return;
    setName('');
    await client.refetchQueries({ include: [SavedSearchesDocument] });
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          autoFocus
          required
          withAsterisk={false}
          maxLength={80}
          label={t('searches.saveThis')}
          placeholder={t('searches.name')}
          value={name}
          error={fieldErrors(refusal).name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            mended('name');
          }}
        />
        <Button type="submit" size="xs" loading={isSending}>
          {t(isKnown ? 'searches.replace' : 'common:act.save')}
        </Button>
      </Group>
      <Text size="sm" role="status" c="var(--lb-amber)">
        {isKnown && t('searches.known')}
      </Text>
      <RefusalNote refusal={refusal} fields={['name']} />
    </form>
  );
}

/** The address with what a saved search asks for, and how it is shown where that was kept. */
function addressOf(search: SavedSearchFieldsFragment, now: URLSearchParams): URLSearchParams {
  const address = writeChoices(now, choicesOf(search));
  if (search.view === 'CARDS') address.set('view', 'cards');
  if (search.view === 'ROWS') address.delete('view');
  return address;
}

/** What a saved search asks for, as the address holds it. */
function choicesOf({ filter, sort }: SavedSearchFieldsFragment): Choices {
  const { temperatures, contactKinds, channels, grades, isVerified, isExclusive, kind, maxAgeHours } = filter;
  return {
    niches: filter.niches.map(({ slug }) => slug),
    regions: filter.regions.map(({ code }) => code),
    temperatures,
    contactKinds,
    channels,
    grades,
    isVerified,
    proven: filter.provenChannels,
    isExclusive,
    kind,
    priceMin: filter.priceMin && Number(filter.priceMin.minor),
    priceMax: filter.priceMax && Number(filter.priceMax.minor),
    maxAgeHours,
    sort,
  };
}
