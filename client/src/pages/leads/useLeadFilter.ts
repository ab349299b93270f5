import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type LeadFilter, LeadNichesDocument, type LeadNichesQuery, LeadRegionDocument } from '../../generated/leads';
import { choicesOf, type LeadChoices } from './choices';

export type NicheChoice = LeadNichesQuery['niches'][number];

export interface ChosenLeads {
  choices: LeadChoices;
  niches: readonly NicheChoice[];
  /** The choices as the API takes them; null until niche and region are looked up. */
  filter: LeadFilter | null;
  /** How many choices narrow the list, its state left aside. */
  count: number;
  choose(name: keyof LeadChoices, value: string | null): void;
  clear(): void;
}

/** Which leads are asked for: kept in the address bar, so that it can be shared and the back button works. */
export function useLeadFilter(): ChosenLeads {
  const [params, setParams] = useSearchParams();
  const choices = useMemo(() => choicesOf(params), [params]);
  const niches = useQuery(LeadNichesDocument, { fetchPolicy: 'cache-first' });
  const region = useQuery(LeadRegionDocument, {
    variables: { code: choices.region ?? '' },
    skip: !choices.region,
    fetchPolicy: 'cache-first',
  });
  const isKnown = (!choices.niche || !niches.loading) && (!choices.region || !region.loading);
  const nicheId = niches.data?.niches.find(({ slug }) => slug === choices.niche)?.id;
  const regionId = choices.region ? region.data?.region?.id : undefined;
  const filter = useMemo<LeadFilter | null>(
    () =>
      isKnown
        ? {
            states: choices.state && [choices.state],
            nicheId,
            regionId,
            temperature: choices.temperature,
            contactKind: choices.kind,
            channel: choices.channel,
            isVerified: choices.verified && choices.verified === 'yes',
            batchId: choices.batch,
          }
        : null,
    [isKnown, choices, nicheId, regionId],
  );
  return {
    choices,
    niches: niches.data?.niches ?? [],
    filter,
    count: Object.entries(choices).filter(([name, value]) => name !== 'state' && value !== undefined).length,
    choose: (name, value) =>
      setParams((now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      }),
    clear: () => setParams(choices.state ? { state: choices.state } : {}),
  };
}
