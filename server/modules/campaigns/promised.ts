import { type Campaign } from './model';

/**
 * What the visitors cost whom this process sent on and whom nobody has judged yet, by campaign and visitor: it is spoken
 * for, though the database does not know it. Of other processes nothing is known here; what is billed never goes over a
 * limit whatever is sent on (see judging).
 */
const promises = new Map<string, Map<string, Promised>>();

interface Promised {
  minor: bigint;
  at: Date;
  /** Its place among all of this process, by which it is known which are in the database. */
  place: number;
}

let count = 0;
let storedTo = 0;

/** A visitor was sent on at a price. Who comes again meanwhile is the same visitor, who is paid for once. */
export function promise(campaignId: string, visitor: string, minor: bigint, at: Date): void {
  const ofCampaign = promises.get(campaignId) ?? new Map<string, Promised>();
  promises.set(campaignId, ofCampaign);
  if (!ofCampaign.has(visitor)) ofCampaign.set(visitor, { minor, at, place: ++count });
}

/** What is spoken for by others than a visitor. */
export function promisedTo(campaignId: string, except?: string): bigint {
  let sum = 0n;
  for (const [visitor, { minor }] of promises.get(campaignId) ?? []) if (visitor !== except) sum += minor;
  return sum;
}

/** Whoever was sent on before this moment; for `noteStored`. */
export const promisesSoFar = (): number => count;

/** Those who were sent on until then are in the database, where they wait to be judged. */
export function noteStored(promisesThen: number): void {
  storedTo = Math.max(storedTo, promisesThen);
}

/** Forgets those that were judged: what they cost is in what the campaign has spent. */
export function settlePromises({ _id, judgedTo }: Pick<Campaign, '_id' | 'judgedTo'>): void {
  const ofCampaign = promises.get(_id);
  if (!ofCampaign || !judgedTo) return;
  for (const [visitor, { at, place }] of ofCampaign)
    if (place <= storedTo && at <= judgedTo) ofCampaign.delete(visitor);
  if (ofCampaign.size === 0) promises.delete(_id);
}

export const forgetPromises = (): void => promises.clear();
