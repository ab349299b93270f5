import { Button, Group, SegmentedControl, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { Page } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { ListingList } from './ListingList';
import { choicesOf, STATUSES } from './statuses';

/** What the agency has on sale, and what became of what it had. */
export function ListingsPage() {
  const { t } = useTranslation('listings');
  const { organisation } = useViewer();
  const [params, setParams] = useSearchParams();
  const choices = choicesOf(params);
  const choose = (name: 'status' | 'kind', value: string | null): void =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value && value !== 'all') next.set(name, value);
      else next.delete(name);
      return next;
    });
  if (organisation.kind !== 'AGENCY') return <Missing />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <RowKeys mark="[data-listing]" />
          <Button component={Link} to="/leads?state=ACCEPTED">
            {t('listMore')}
          </Button>
        </>
      }
    >
      <Tabs value={choices.status} onChange={(status) => choose('status', status)}>
        <Tabs.List aria-label={t('column.status')}>
          {STATUSES.map((status) => (
            <Tabs.Tab key={status} value={status}>
              {t(`status.${status}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t('kind.label')}
          value={choices.kind ?? 'all'}
          data={['all', 'SINGLE', 'LOT'].map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => choose('kind', kind)}
        />
      </Group>
      <ListingList key={`${choices.status}-${choices.kind}`} choices={choices} />
    </Page>
  );
}
