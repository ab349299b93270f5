import { Button, Group, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../ui/Page';
import { EntriesAbout } from './EntriesAbout';
import { EntryList } from './EntryList';
import { useOwners } from './useOwners';

/** The journal: all of it, of one account, or what was posted for one thing. */
export function EntriesPage() {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const account = params.get('account');
  const about = params.get('about');
  const ownerOf = useOwners();
  const titleOf = (): string => {
    if (about || !account) return t(about ? 'entries.about' : 'entries.title');
    const { kind, owner } = ownerOf(account);
    return t('entries.of', { name: `${kind}: ${owner}` });
  };
  return (
    <Page
      title={titleOf()}
      lead={about ? t('entries.aboutLead') : (account ?? t('entries.lead'))}
      actions={
        (account || about) && (
          <Button component={Link} to="?" variant="default" size="xs">
            {t('entries.all')}
          </Button>
        )
      }
    >
      <SearchById key={`search ${about}`} about={about ?? ''} />
      {about ? <EntriesAbout id={about} /> : <EntryList key={account} account={account} />}
    </Page>
  );
}

function SearchById({ about }: { about: string }) {
  const { t } = useTranslation('admin');
  const [, setParams] = useSearchParams();
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
