import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { FilterRegionDocument, OpenCampaignsDocument, UsageNichesDocument } from '../../generated/campaigns';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { UnknownFilters } from '../../ui/UnknownFilters';
import { RegionField } from '../wishes/RegionsField';
import styles from './campaigns.module.css';
import { CampaignTabs } from './CampaignTabs';
import type { UsageModel } from './model';
import { nichesSoldBy } from './niches';
import { OfferCard } from './OfferCard';

const MODELS: readonly UsageModel[] = ['CLICK', 'CALL'];

/** The campaigns that an agency may send visitors or callers to, narrowed by what the address names. */
export function OpenCampaigns() {
  const { t } = useTranslation('campaigns');
  return (
    <Page title={t('title')} lead={t('leadAgency')}>
      <CampaignTabs />
      <Offers />
    </Page>
  );
}

function Offers() {
  const { t } = useTranslation('campaigns');
  const { model, niches, niche, regionCode, region, choose, isReady, knows } = useOfferFilter();
  const { data, error, refetch, fetchMore } = useQuery(OpenCampaignsDocument, {
    variables: {
      nicheIds: niche ? [niche.value] : null,
      regionIds: region ? [region.id] : null,
      model,
    },
    skip: !isReady,
  });
  const isFiltered = model !== null || niche !== undefined || regionCode !== null;
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={t('filter.model')}
          placeholder={t('filter.anyModel')}
          clearable
          data={MODELS.map((one) => ({ value: one, label: t(`model.${one}`) }))}
          value={model}
          onChange={(one) => choose('model', one?.toLowerCase())}
        />
        <Select
          label={t('filter.niche')}
          placeholder={t('filter.anyNiche')}
          clearable
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          data={niches}
          nothingFoundMessage={t('form.noNiche')}
          value={niche?.value ?? null}
          onChange={(id) => choose('niche', niches.find(({ value }) => value === id)?.slug)}
        />
        <RegionField
          label={t('filter.region')}
          placeholder={t('filter.anyRegion')}
          value={region}
          onChange={(chosen) => choose('region', chosen?.code)}
        />
      </div>
      <UnknownFilters
        filters={(['model', 'niche', 'region'] as const).map((name) => ({
          name,
          what: t(`filter.${name}`),
          knows: () => knows[name],
        }))}
      />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={3} />}
      {data && data.openCampaigns.nodes.length === 0 && (
        <Empty
          title={t(isFiltered ? 'filter.none' : 'offer.none')}
          text={t(isFiltered ? 'filter.noneMeans' : 'offer.noneMeans')}
          {...(isFiltered ? { action: { label: t('filter.lift'), onClick: () => choose(null, undefined) } } : {})}
        />
      )}
      {data && (
        <ul className={styles.cards}>
          {data.openCampaigns.nodes.map((campaign) => (
            <li key={campaign.id}>
              <OfferCard campaign={campaign} />
            </li>
          ))}
        </ul>
      )}
      {data?.openCampaigns.pageInfo.hasNextPage && (
        <More
          load={() =>
            fetchMore({
              variables: { after: data.openCampaigns.pageInfo.endCursor },
              updateQuery: (shown, { fetchMoreResult: { openCampaigns } }) => ({
                openCampaigns: { ...openCampaigns, nodes: [...shown.openCampaigns.nodes, ...openCampaigns.nodes] },
              }),
            })
          }
        />
      )}
    </>
  );
}

/** What the address narrows the campaigns by; ready once it is known which niche and region that is. */
function useOfferFilter() {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const guide = useQuery(UsageNichesDocument, { fetchPolicy: 'cache-first' });
  const model = MODELS.find((one) => one.toLowerCase() === params.get('model')) ?? null;
  const niches = nichesSoldBy(MODELS, guide.data);
  const slug = params.get('niche');
  const regionCode = params.get('region');
  const found = useQuery(FilterRegionDocument, {
    variables: { code: regionCode ?? '' },
    skip: regionCode === null,
    fetchPolicy: 'cache-first',
  });
  return {
    model,
    niches,
    niche: niches.find((each) => each.slug === slug),
    regionCode,
    region: regionCode === null ? null : (found.data?.region ?? null),
    /** Whether what the address names is there, as far as it is looked up. */
    knows: {
      model: model !== null,
      niche: guide.data === undefined || niches.some((each) => each.slug === slug),
      region: found.data === undefined || found.data.region !== null,
    },
    isReady: (slug === null || !guide.loading) && (regionCode === null || !found.loading),
    /** Changes one part of the filter, or with null lifts all. */
    choose: (name: 'model' | 'niche' | 'region' | null, value: string | undefined): void =>
      changeAddress((before) => {
        if (name === null) return new URLSearchParams();
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      }),
  };
}
