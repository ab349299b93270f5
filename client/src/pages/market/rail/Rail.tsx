import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FacetCountsFragment, MarketFilter } from '../../../generated/market';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../../ui/leadFacts';
import { type Choices, GRADES, PROVEN } from '../choices';
import type { Named } from '../useNamed';
import { ChoiceGroup, FlagGroup } from './Group';
import { NicheFilter } from './NicheFilter';
import { AgeChoice, KindChoice, PriceRange } from './Ranges';
import { RegionFilter } from './RegionFilter';

export interface RailProps {
  choices: Choices;
  onChange(part: Partial<Choices>): void;
  facets: FacetCountsFragment | null;
  filter: MarketFilter | null;
  named: Named | null;
}

/** Every filter of the market with the counts of its choices. */
export function Rail({ choices, onChange, facets, filter, named }: RailProps) {
  const { t } = useTranslation('market');
  if (!facets) return <RailSkeleton />;
  const counted = <Value extends string>(
    values: readonly Value[],
    counts: readonly { value: Value; count: number }[],
    label: (value: Value) => string,
  ) =>
    values.map((value) => ({
      value,
      label: label(value),
      count: counts.find((one) => one.value === value)?.count ?? 0,
    }));
  return (
    <Stack gap="md">
      <NicheFilter
        counts={facets.niches}
        named={named?.niches ?? []}
        chosen={choices.niches}
        onChoose={(niches) => onChange({ niches })}
      />
      <RegionFilter
        counts={facets.regions}
        filter={filter ?? {}}
        named={named?.regions ?? []}
        chosen={choices.regions}
        onChoose={(regions) => onChange({ regions })}
      />
      <PriceRange choices={choices} onChange={onChange} />
      <ChoiceGroup
        title={t('rail.temperature')}
        choices={counted(TEMPERATURES, facets.temperatures, (value) => t(`common:temperature.${value}`))}
        chosen={choices.temperatures}
        onChoose={(temperatures) => onChange({ temperatures })}
      />
      <FlagGroup
        title={t('rail.verification')}
        labels={{ yes: t('flag.verified'), no: t('flag.unverified') }}
        counts={facets.verified}
        chosen={choices.isVerified}
        onChoose={(isVerified) => onChange({ isVerified })}
      />
      <ChoiceGroup
        title={t('rail.proven')}
        choices={counted(PROVEN, facets.proven, (value) => t(`proof.${value}`))}
        chosen={choices.proven}
        onChoose={(proven) => onChange({ proven })}
      />
      <FlagGroup
        title={t('rail.buyers')}
        labels={{ yes: t('flag.exclusive'), no: t('flag.shared') }}
        counts={facets.exclusive}
        chosen={choices.isExclusive}
        onChoose={(isExclusive) => onChange({ isExclusive })}
      />
      <KindChoice choices={choices} onChange={onChange} />
      <ChoiceGroup
        title={t('rail.contactKind')}
        choices={counted(CONTACT_KINDS, facets.contactKinds, (value) => t(`common:contactKind.${value}`))}
        chosen={choices.contactKinds}
        onChoose={(contactKinds) => onChange({ contactKinds })}
      />
      <ChoiceGroup
        title={t('rail.grade')}
        choices={counted(GRADES, facets.grades, (value) => value)}
        chosen={choices.grades}
        onChoose={(grades) => onChange({ grades })}
      />
      <ChoiceGroup
        title={t('rail.channel')}
        foldAfter={6}
        choices={counted(CHANNELS, facets.channels, (value) => t(`common:channel.${value}`))}
        chosen={choices.channels}
        onChoose={(channels) => onChange({ channels })}
      />
      <AgeChoice choices={choices} onChange={onChange} />
    </Stack>
  );
}

function RailSkeleton() {
  return (
    <Stack gap="sm" aria-busy="true">
      {Array.from({ length: 14 }, (_, row) => (
        <Skeleton key={row} height={18} />
      ))}
    </Stack>
  );
}
