import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { useViewer } from '../../app/session';
import { ClicksDocument } from '../../generated/clicks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { ClickTable } from './ClickTable';
import styles from './clicks.module.css';
import { type ClickFilter, withIncoming } from './incoming';
import { Ear, useLiveClicks } from './useLiveClicks';
import { VERDICTS } from './verdicts';

interface Props {
  /** Null: of all that the agency sends to. */
  campaignId: string | null;
  /** The campaigns whose clicks are shown as they come. */
  liveOf: readonly string[];
}

/** Clicks as they come, the newest first, with why each was billed or not; the address says which. */
export function ClickList({ campaignId, liveOf }: Props) {
  const { t } = useTranslation('clicks');
  const { filter, choose } = useClickFilter();
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(ClicksDocument, { variables: { campaignId, ...filter } });
  const live = useLiveClicks(filter);
  const isFiltered = filter.verdict !== null || filter.subId !== null;
  const page = data?.clicks;
  const rows = withIncoming(page?.nodes ?? [], live.shown);
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { clicks } }) => ({
        clicks: { ...clicks, nodes: [...shown.clicks.nodes, ...clicks.nodes] },
      }),
    });
  return (
    <section aria-label={t('title')}>
      {liveOf.map((id) => (
        <Ear key={id} campaignId={id} onHeard={live.heard} />
      ))}
      <Filters filter={filter} onChoose={choose} />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton />}
      {data && rows.length === 0 && (
        <Empty
          title={t(isFiltered ? 'filter.none' : 'none')}
          text={t(isFiltered ? 'filter.noneMeans' : isAgency ? 'noneAgency' : 'noneBusiness')}
        />
      )}
      <div role="status" className={styles.waiting}>
        {live.waiting.length > 0 && (
          <Button size="xs" variant="light" onClick={live.showAll}>
            {t('new', { count: live.waiting.length })}
          </Button>
        )}
      </div>
      {data && rows.length > 0 && <ClickTable clicks={rows} isOfCampaign={campaignId !== null} isAgency={isAgency} />}
      {page?.pageInfo.hasNextPage && <More load={more} />}
      {rows.length > 0 && (
        <Text size="xs" c="dimmed" mt="md">
          {t('credit')} <Anchor href="https://db-ip.com">IP Geolocation by DB-IP</Anchor>
        </Text>
      )}
    </section>
  );
}

function Filters({
  filter,
  onChoose,
}: {
  filter: ClickFilter;
  onChoose(name: 'verdict' | 'sub', value: string | null): void;
}) {
  const { t } = useTranslation('clicks');
  const [typed, setTyped] = useState(filter.subId ?? '');
  const search = useDebouncedCallback((text: string) => onChoose('sub', text.trim() || null), 300);
  return (
    <div className={styles.filters}>
      <Select
        label={t('filter.verdict')}
        placeholder={t('filter.any')}
        clearable
        data={VERDICTS.map((verdict) => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
        value={filter.verdict}
        onChange={(verdict) => onChoose('verdict', verdict)}
      />
      <TextInput
        label={t('filter.subId')}
        autoComplete="off"
        maxLength={64}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          search(currentTarget.value);
        }}
      />
    </div>
  );
}

function useClickFilter() {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const filter: ClickFilter = {
    verdict: VERDICTS.find((verdict) => verdict === params.get('verdict')) ?? null,
    subId: params.get('sub'),
  };
  const choose = (name: 'verdict' | 'sub', value: string | null): void =>
    changeAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { filter, choose };
}
