import { useSearchParams } from 'react-router';
import type { DisputeKind, DisputeReason, DisputesQueryVariables, DisputeState } from '../../generated/disputes';
import { type Side, useSide } from './side';

export const STATES: readonly DisputeState[] = ['OPEN', 'REVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'];

export const KINDS: readonly DisputeKind[] = ['SALE', 'CLICK_BATCH', 'CALL'];

export const REASONS: readonly DisputeReason[] = [
  'DUPLICATE',
  'BOT',
  'TYPO',
  'COMPETITOR',
  'PRANK',
  'NOT_AS_LISTED',
  'NO_CONSENT',
  'WRONG_REGION',
  'TOO_SHORT',
  'WRONG_NUMBER',
];

export type ShownState = DisputeState | 'ALL';

/** What of the disputes is shown: it lives in the address bar. */
export interface View {
  state: ShownState;
  reason: DisputeReason | null;
  kind: DisputeKind | null;
  /** The address's part that leads to this view. */
  search: string;
  variables: DisputesQueryVariables;
  show(change: { state?: ShownState; reason?: DisputeReason | null; kind?: DisputeKind | null }): void;
}

/** The adjudicators' list is what waits for them; the other sides look for their cases. */
const usualState = (side: Side): ShownState => (side === 'PLATFORM' ? 'REVIEW' : 'ALL');

/** A value of the address, where it is one of those there are. */
const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

/** The view that the address bar asks for; what is no state, kind or reason is left aside, and told on the page. */
export function useView(): View {
  const side = useSide();
  const [search, setSearch] = useSearchParams();
  const state = oneOf<ShownState>([...STATES, 'ALL'], search.get('state')) ?? usualState(side);
  const reason = oneOf(REASONS, search.get('reason'));
  const kind = oneOf(KINDS, search.get('kind'));
  const isRunning = state === 'OPEN' || state === 'REVIEW';
  return {
    state,
    reason,
    kind,
    search: searchOf(side, { state, reason, kind }),
    variables: {
      filter: {
        ...(state === 'ALL' ? {} : { states: [state] }),
        ...(reason ? { reason } : {}),
        ...(kind ? { kind } : {}),
      },
      sort: isRunning ? 'DUE_FIRST' : 'NEWEST_FIRST',
    },
    show(change) {
      setSearch(searchOf(side, { state, reason, kind, ...change }));
    },
  };
}

function searchOf(side: Side, { state, reason, kind }: Pick<View, 'state' | 'reason' | 'kind'>): string {
  const search = new URLSearchParams();
  if (state !== usualState(side)) search.set('state', state);
  if (reason) search.set('reason', reason);
  if (kind) search.set('kind', kind);
  return search.size > 0 ? `?${search}` : '';
}
