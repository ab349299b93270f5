import { useEffect, useRef, useState } from 'react';
import { useKeyedVerb } from '../../app/repeatKey';
import type { Refusal } from '../../app/useVerb';
import { type LeadFilter, type ListLeadsInput, ListLeadsDocument, type SaleTermsInput } from '../../generated/leads';
import type { Refused } from './RefusedLeads';

/** So many are asked for at once: few enough that a stop holds soon, enough that thousands do not take long. */
const STEP = 100;

/** The leads to list: these, or all that a filter finds. */
type Which = { leadIds: readonly string[] } | { filter: LeadFilter };

/** What became of the leads so far. */
export interface Listed {
  count: number;
  refused: readonly Refused[];
  /** Null while there are further leads; `STOPPED` where the person wanted no more of them listed. */
  end: 'ALL' | 'STOPPED' | null;
}

export interface Listing {
  /** Null before the first answer. */
  listed: Listed | null;
  isSending: boolean;
  /** True from the press of stop to the answer to what was on its way. */
  isStopping: boolean;
  refusal: Refusal | null;
  /** Takes back what was refused of a field that is written in now. */
  mended(field: string): void;
  list(which: Which, terms: SaleTermsInput): Promise<void>;
  stop(): void;
}

type Step = Omit<ListLeadsInput, 'terms' | 'clientKey'>;

/**
 * Puts leads on sale step by step until all were looked at, or until it is stopped: what is on its way then is still
 * answered, and nothing further is sent. Leaving the page stops it too. A call that fails keeps what was listed before
 * it, and the next press goes on there.
 */
export function useListing(): Listing {
  const { send, refusal, mended } = useKeyedVerb(ListLeadsDocument, 'listLeads');
  const [listed, setListed] = useState<Listed | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const isStopAsked = useRef(false);
  const next = useRef<Step | null>(null);
  useEffect(
    () => () => {
      isStopAsked.current = true;
    },
    [],
  );

  const list = async (which: Which, terms: SaleTermsInput): Promise<void> => {
    isStopAsked.current = false;
    setIsSending(true);
    let sum: Listed = listed ?? { count: 0, refused: [], end: null };
    next.current ??= stepAfter(which, null, null);
    while (next.current && !sum.end) {
      const payload = (await send({ input: { ...next.current, terms } }))?.payload;
      if (!payload) break;
      next.current = stepAfter(which, next.current, payload);
      const end = next.current === null ? 'ALL' : isStopAsked.current ? 'STOPPED' : null;
      sum = { count: sum.count + payload.listedCount, refused: [...sum.refused, ...payload.refused], end };
      setListed(sum);
    }
    setIsSending(false);
    setIsStopping(false);
  };
  const stop = (): void => {
    isStopAsked.current = true;
    setIsStopping(true);
  };
  return { listed, isSending, isStopping, refusal, mended, list, stop };
}

/** What to send next; null when all were looked at. */
function stepAfter(
  which: Which,
  last: Step | null,
  answer: { hasMore: boolean; lastLeadId: string | null } | null,
): Step | null {
  if ('filter' in which) {
    if (answer && !(answer.hasMore && answer.lastLeadId)) return null;
    return { filter: which.filter, first: STEP, afterLeadId: answer?.lastLeadId };
  }
  const behind = last?.leadIds?.at(-1);
  const from = behind === undefined ? 0 : which.leadIds.indexOf(behind) + 1;
  const leadIds = which.leadIds.slice(from, from + STEP);
  return leadIds.length > 0 ? { leadIds } : null;
}
