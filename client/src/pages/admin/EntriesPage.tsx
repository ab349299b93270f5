import { useQuery } from '@apollo/client/react';
import { Button, Group, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { OwnerOfAccountDocument } from '../../generated/admin';
import { useKeys } from '../../ui/useKeys';
import { Page } from '../../ui/Page';
import { EntriesAbout } from './EntriesAbout';
import { EntryList } from './EntryList';
import { SearchKeys } from './SearchKeys';
import { useAccountNames } from '../../ui/useAccountNames';

/** The journal: all of it, of one account, or what was posted for one thing. */
export function EntriesPage() {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const account = params.get('account');
  const about = params.get('about');
  const name = useNameOf(account);
  const titleOf = (): string => {
    if (about || !name) return t(about ? 'entries.about' : 'entries.title');
    return t('entries.of', { name });
  };
  return (
    <Page
      title={titleOf()}
      lead={about ? t('entries.aboutLead') : name ? account : t('entries.lead')}
      actions={
        <>
          <SearchKeys />
          {(account || about) && (
            <Button component={Link} to="?" variant="default">
              {t('entries.all')}
            </Button>
          )}
        </>
      }
    >
      <SearchById key={`search ${about}`} about={about ?? ''} />
      {about ? <EntriesAbout id={about} /> : <EntryList key={account} account={account} />}
    </Page>
  );
}

/** An account by its kind and holder, as the first of its entries names them; empty for one that no entry names. */
function useNameOf(account: string | null): string {
  const namesOf = useAccountNames();
  const { data } = useQuery(OwnerOfAccountDocument, { variables: { account: account ?? '' }, skip: !account });
  if (!account || data?.journalEntries.nodes.length === 0) return '';
  const owner = data?.journalEntries.nodes[0]?.legs.find((leg) => leg.account === account)?.owner ?? null;
  return namesOf({ account, owner }).both;
}

function SearchById({ about }: { about: string }) {
  const { t } = useTranslation('admin');
  const [, setParams] = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const id = new FormData(event.currentTarget).get('about');
        if (typeof id === 'string') setParams(id.trim() ? { about: id.trim() } : {});
      }}
    >
      <Group gap="xs">
        <TextInput
          ref={field}
          type="search"
          name="about"
          aria-label={t('entries.search')}
          placeholder={t('entries.searchFor')}
          leftSection={<Search size={16} aria-hidden />}
          defaultValue={about}
          style={{ flex: '1 1 240px', maxWidth: 480 }}
        />
        <Button type="submit" variant="default">
          {t('entries.find')}
        </Button>
      </Group>
    </form>
  );
}
