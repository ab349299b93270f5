import { useQuery } from '@apollo/client/react';
import { Button, Group, SegmentedControl, Tabs } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { ListingTallyDocument, type ListingTallyQuery } from '../../generated/listings';
import { Page } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { ListingList } from './ListingList';
import { LotDrawer } from './LotDrawer';
import { choicesOf, KINDS, STATUSES } from './statuses';

/** Sales that come together are counted once, so long after the last of them. */
const TALLY_AFTER_MS = 500;

/** What the agency has on sale, and what became of what it had. */
export function ListingsPage() {
  const { t } = useTranslation('listings');
  const { organisation } = useViewer();
  const [params, setParams] = useSearchParams();
  const choices = choicesOf(params);
  const tally = useQuery(ListingTallyDocument);
  const tallyLater = useDebouncedCallback(() => void tally.refetch(), TALLY_AFTER_MS);
  const lotId = params.get('lot');
  const toLot = (id: string | null): URLSearchParams => {
    const next = new URLSearchParams(params);
    if (id) next.set('lot', id);
    else next.delete('lot');
    return next;
  };
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
              <Tally tally={tally.data?.listingTally.find((one) => one.status === status)?.total} />
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
      <UnknownFilters
        filters={[
          { name: 'status', what: t('column.status'), knows: isOneOf(STATUSES) },
          { name: 'kind', what: t('kind.label'), knows: isOneOf(['all', ...KINDS]) },
        ]}
      />
      <ListingList
        key={`${choices.status}-${choices.kind}`}
        choices={choices}
        lotAddress={(id) => `?${toLot(id).toString()}`}
        onChanged={() => void tally.refetch()}
        onHeard={tallyLater}
      />
      {lotId && <LotDrawer lotId={lotId} onClose={() => setParams(toLot(null))} />}
    </Page>
  );
}

/** How many there are; nothing until it is known, and for none. */
function Tally({ tally }: { tally: ListingTallyQuery['listingTally'][number]['total'] | undefined }) {
  const { t } = useTranslation('listings');
  const { number } = useFormats();
  if (!tally || tally.count === 0) return null;
  return (
    <span className="lb-soft lb-figures">
      {' '}
      {tally.hasMore ? t('moreThan', { count: tally.count }) : number(tally.count)}
    </span>
  );
}
