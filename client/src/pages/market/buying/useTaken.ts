import { useState } from 'react';
import type { Refusal } from '../../../app/useVerb';
import type { BuyMode } from '../../../generated/buying';
import { standingOf } from '../standing';
import { useListings } from '../useListings';
import type { Quote } from './useQuote';

type Items = Quote['items'];

interface Taken {
  /** What of the quote would be bought by a press now: nothing else is counted or charged. */
  left: Items;
  /** What would refuse the purchase now; null while it may be done. */
  obstacle: (Refusal & { listingIds: readonly string[] }) | null;
  /** It was sent, and meanwhile there is something of it that cannot be had any more and is not the buyer's. */
  isOvertaken: boolean;
}

/**
 * How a quote stands, as the market tells it while one looks. Once it is sent it stays as it was at the press: what is
 * the buyer's own then is so by this purchase.
 */
export function useTaken(items: Items, mode: BuyMode, isSent: boolean): Taken {
  const now = useListings(items.map(({ listingId }) => listingId));
  const [before, setBefore] = useState(items);
  const out = new Map(now.map((listing) => [listing.id, standingOf(listing)] as const).filter(([, is]) => is !== null));
  if (isSent) {
    const gone = [...out.values()].filter((is) => is !== 'YOURS').length;
    const isOvertaken = mode === 'ALL_OR_NOTHING' ? gone > 0 : gone === items.length;
    return { left: before, obstacle: null, isOvertaken };
  }
  const left = items.filter(({ listingId }) => !out.has(listingId));
  const obstacle = left.length === 0 || (mode === 'ALL_OR_NOTHING' && out.size > 0) ? obstacleOf(out) : null;
  if (idsOf(left) !== idsOf(before)) setBefore(left);
  return { left, obstacle, isOvertaken: false };
}

function obstacleOf(out: ReadonlyMap<string, unknown>): Taken['obstacle'] {
  const owned = [...out].filter(([, is]) => is === 'YOURS');
  return owned.length > 0
    ? { __typename: 'AlreadyOwned', message: '', listingIds: owned.map(([id]) => id) }
    : { __typename: 'LeadAlreadySold', message: '', listingIds: [...out.keys()] };
}

const idsOf = (items: Items): string => items.map(({ listingId }) => listingId).join();
