import { useState } from 'react';
import { type ListLeadsInput, ListLeadsDocument } from '../../generated/leads';
import { type Refusal, useVerb } from '../../app/useVerb';
import type { Refused } from './RefusedLeads';

/** What was listed so far. */
export interface Listed {
  count: number;
  refused: readonly Refused[];
  isDone: boolean;
}

export interface Listing {
  /** Null before the first answer. */
  listed: Listed | null;
  isSending: boolean;
  refusal: Refusal | null;
  list(input: ListLeadsInput): Promise<void>;
}

/**
 * Puts leads on sale, and goes on by itself while a filter has more of them. Ends also when a whole turn listed none: the
 * same would be refused again. A call that fails keeps what was listed before it.
 */
export function useListing(): Listing {
  const verb = useVerb(ListLeadsDocument, 'listLeads');
  const [listed, setListed] = useState<Listed | null>(null);
  const [isGoingOn, setIsGoingOn] = useState(false);
  const list = async (input: ListLeadsInput): Promise<void> => {
    setIsGoingOn(true);
    let sum: Listed = { count: listed?.count ?? 0, refused: [], isDone: false };
    for (;;) {
      const payload = (await verb.send({ input }))?.payload;
      if (!payload) break;
      const isDone = !payload.hasMore || payload.listedCount === 0;
      sum = { count: sum.count + payload.listedCount, refused: joined(sum.refused, payload.refused), isDone };
      setListed(sum);
      if (isDone) break;
    }
    setIsGoingOn(false);
  };
  return { listed, isSending: isGoingOn, refusal: verb.refusal, list };
}

/** A filter meets the same unfit leads in each turn; they are told once. */
const joined = (before: readonly Refused[], more: readonly Refused[]): Refused[] => [
  ...new Map([...before, ...more].map((refused) => [refused.leadId, refused])).values(),
];
