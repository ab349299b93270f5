import { badUserInput, notFound } from '../../platform/errors';
import { CALLED } from './errors';
import { type DisputeKind } from './rules';
import { type DisputedSubject, type Subject, subjectOf } from './subjects';

/** What a claim may name, one of them. */
export interface SubjectIds {
  saleId?: string | null | undefined;
  clickBatchId?: string | null | undefined;
  callId?: string | null | undefined;
}

/** One thing that a buyer names, of its kind. */
export interface Asked {
  kind: DisputeKind;
  id: string;
}

/** What a caller names; refuses none and several. */
export function askedOf({ saleId, clickBatchId, callId }: SubjectIds): Asked {
  const named = [
    { kind: 'SALE' as const, id: saleId },
    { kind: 'CLICK_BATCH' as const, id: clickBatchId },
    { kind: 'CALL' as const, id: callId },
  ].flatMap(({ kind, id }) => (typeof id === 'string' ? { kind, id } : []));
  if (named.length !== 1) throw badUserInput('Name one thing to dispute: a sale, a batch of clicks or a call.');
  return named[0]!;
}

/** What a buyer names and paid for, with its kind; null for what is another's or does not exist. */
export async function boughtSubject(
  buyerId: string,
  { kind, id }: Asked,
): Promise<{ source: DisputedSubject; subject: Subject } | null> {
  const source = subjectOf(kind);
  const subject = (await source?.load([id]))?.get(id);
  return source && subject?.buyerId === buyerId ? { source, subject } : null;
}

export const noSuch = (kind: DisputeKind) => notFound(CALLED[kind]);
