import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { type LeadFilter, LeadNichesDocument, type LeadNichesQuery, LeadRegionDocument } from '../../generated/leads';
import { choicesOf, type LeadChoices, unknownIn } from './choices';

export type NicheChoice = LeadNichesQuery['niches'][number];

/** Why it is not known which leads are asked for: it could not be looked up, or the address names what there is not. */
export type FilterFault = { error: unknown; retry(): void } | { unknown: readonly (keyof LeadChoices)[] };

export interface ChosenLeads {
  choices: LeadChoices;
  niches: readonly NicheChoice[];
  /** The choices as the API takes them; null until niche and region are looked up, and while there is a fault. */
  filter: LeadFilter | null;
  fault: FilterFault | null;
  /** How many choices narrow the list, its state left aside. */
  count: number;
  choose(name: keyof LeadChoices, value: string | null): void;
  /** Takes these choices out of the address. */
  drop(names: readonly (keyof LeadChoices)[]): void;
  clear(): void;
}

/** Which leads are asked for: kept in the address bar, so that it can be shared and the back button works. */
export function useLeadFilter(): ChosenLeads {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const choices = useMemo(() => choicesOf(params), [params]);
  const { niches, places, fault, isKnown } = useLookedUp(choices, params);
  const { nicheId, regionId } = places;
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
    niches,
    filter,
    fault,
    count: Object.entries(choices).filter(([name, value]) => name !== 'state' && value !== undefined).length,
    choose: (name, value) =>
      changeAddress((now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      }),
    drop: (names) =>
      changeAddress((now) => {
        const next = new URLSearchParams(now);
        for (const name of names) next.delete(name);
        return next;
      }),
    clear: () => changeAddress((now) => new URLSearchParams([...now].filter(([name]) => name === 'state'))),
  };
}

/** The niche and the region that the address names. What is not found is a fault: without it, all leads would be meant. */
function useLookedUp(choices: LeadChoices, params: URLSearchParams) {
  const niches = useQuery(LeadNichesDocument, { fetchPolicy: 'cache-first' });
  const region = useQuery(LeadRegionDocument, {
    variables: { code: choices.region ?? '' },
    skip: !choices.region,
    fetchPolicy: 'cache-first',
  });
  const nicheId = choices.niche && niches.data?.niches.find(({ slug }) => slug === choices.niche)?.id;
  const regionId = choices.region && region.data?.region?.id;
  const failed = [choices.niche && !niches.data && niches, choices.region && !region.data && region].flatMap((look) =>
    look && look.error ? [look] : [],
  );
  const unknown = [
    ...unknownIn(params, choices),
    ...(choices.niche && niches.data && !nicheId ? (['niche'] as const) : []),
    ...(choices.region && region.data && !regionId ? (['region'] as const) : []),
  ];
  const fault: FilterFault | null =
    unknown.length > 0
      ? { unknown }
      : failed.length > 0
        ? { error: failed[0]!.error, retry: () => failed.forEach((look) => void look.refetch()) }
        : null;
  return {
    niches: niches.data?.niches ?? [],
    places: { nicheId: nicheId || undefined, regionId: regionId || undefined },
    fault,
    isKnown: !fault && (!choices.niche || Boolean(nicheId)) && (!choices.region || Boolean(regionId)),
  };
}
