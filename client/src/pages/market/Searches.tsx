import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Bookmark, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  DeleteSavedSearchDocument,
  type MarketFilter,
  SavedSearchesDocument,
  type SavedSearchFieldsFragment,
  SaveSearchDocument,
} from '../../generated/market';
import { Failure, RefusalNote } from '../../ui/Failure';
import type { Choices } from './choices';
import styles from './Market.module.css';

interface SearchesProps {
  filter: MarketFilter | null;
  choices: Choices;
  mayChange: boolean;
  onOpen(choices: Choices): void;
}

/** The searches that the business keeps under a name: opened, saved and deleted. */
export function Searches({ onOpen, ...props }: SearchesProps) {
  const { t } = useTranslation('market');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<Bookmark size={15} aria-hidden />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('searches.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <SearchList
            mayChange={props.mayChange}
            onOpen={(choices) => {
              onOpen(choices);
              setIsOpen(false);
            }}
          />
          {props.mayChange && props.filter && <SaveForm filter={props.filter} sort={props.choices.sort} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function SearchList({ mayChange, onOpen }: Pick<SearchesProps, 'mayChange' | 'onOpen'>) {
  const { t } = useTranslation('market');
  const { number } = useFormats();
  const { data, error, refetch } = useQuery(SavedSearchesDocument);
  const remove = useVerb(DeleteSavedSearchDocument, 'deleteSavedSearch');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Text size="sm">{t('common:list.loading')}</Text>;
  if (data.savedSearches.length === 0) return <Text size="sm">{t('searches.none')}</Text>;
  return (
    <div>
      <RefusalNote refusal={remove.refusal} />
      <ul className={styles.searches}>
        {data.savedSearches.map((search) => (
          <li key={search.id}>
            <UnstyledButton className={styles.search} onClick={() => onOpen(choicesOf(search))}>
              <span>{search.name}</span>
              <span className="lb-soft">{number(search.matchCount)}</span>
            </UnstyledButton>
            {mayChange && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('searches.delete', { name: search.name })}
                disabled={remove.isSending}
                onClick={() => void remove.send({ input: { id: search.id } }).then(() => refetch())}
              >
                <Trash2 size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function SaveForm({ filter, sort }: { filter: MarketFilter; sort: Choices['sort'] }) {
  const { t } = useTranslation('market');
  const client = useApolloClient();
  const [name, setName] = useState('');
  const { send, isSending, refusal } = useVerb(SaveSearchDocument, 'saveSearch');
  const errors = fieldErrors(refusal);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await send({ input: { name, filter, sort } });
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
          required
          withAsterisk={false}
          maxLength={80}
          label={t('searches.saveThis')}
          placeholder={t('searches.name')}
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={isSending}>
          {t('common:act.save')}
        </Button>
      </Group>
      {!errors.name && <RefusalNote refusal={refusal} />}
    </form>
  );
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
    isExclusive,
    kind,
    priceMin: filter.priceMin && Number(filter.priceMin.minor),
    priceMax: filter.priceMax && Number(filter.priceMax.minor),
    maxAgeHours,
    sort,
  };
}
