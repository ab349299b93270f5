import { useQuery } from '@apollo/client/react';
import { UnlistedLeadsDocument } from '../../generated/leads';
import type { LeadRow, PricedLead } from './leadKinds';
import type { LeadFilter } from '../../generated/leads';

/** Leads that are to be listed: some that were picked, or all that a filter finds. */
export type ToList = { leads: readonly LeadRow[] } | { filter: LeadFilter };

export interface Found {
  /** How many will be looked at. */
  count: number;
  /** There are more than the count says: it stops at 1,000. */
  hasMore: boolean;
  /** Those that were picked; with a filter the first of them. */
  leads: readonly PricedLead[];
}

/** What exactly will be put on sale, asked for anew: the list on the page may be of before. */
export function useToList(chosen: ToList): { found: Found | null; error: unknown; retry(): void } {
  const isAll = 'filter' in chosen;
  const { data, error, refetch } = useQuery(UnlistedLeadsDocument, {
    variables: { filter: isAll ? chosen.filter : null },
    skip: !isAll,
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  if (!isAll) {
    const { leads } = chosen;
    return { found: { count: leads.length, hasMore: false, leads }, error: null, retry: () => undefined };
  }
  const found = data && { ...data.unlistedLeadCount, leads: data.unlistedLeads.nodes };
  return { found: found ?? null, error, retry: () => void refetch() };
}
