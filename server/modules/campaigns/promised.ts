import { type Campaign } from './model';

/**
 * What the visitors cost whom this process sent on and whom nobody has judged yet, by campaign and visitor: it is spoken
 * for, though the database does not know it. Of other processes nothing is known here; what is billed never goes over a
 * limit whatever is sent on (see judging).
 */
const promises = new Map<string, { sum: bigint; byVisitor: Map<string, Promised> }>();

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
  const ofCampaign = promises.get(campaignId) ?? { sum: 0n, byVisitor: new Map<string, Promised>() };
  promises.set(campaignId, ofCampaign);
  if (ofCampaign.byVisitor.has(visitor)) return;
  ofCampaign.byVisitor.set(visitor, { minor, at, place: ++count });
  ofCampaign.sum += minor;
}

/** What is spoken for by others than a visitor. */
export function promisedTo(campaignId: string, except?: string): bigint {
  const ofCampaign = promises.get(campaignId);
  if (!ofCampaign) return 0n;
  const own = except === undefined ? undefined : ofCampaign.byVisitor.get(except);
  return ofCampaign.sum - (own?.minor ?? 0n);
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
  for (const [visitor, { minor, at, place }] of ofCampaign.byVisitor) {
    if (place > storedTo || at > judgedTo) continue;
    ofCampaign.byVisitor.delete(visitor);
    ofCampaign.sum -= minor;
  }
  if (ofCampaign.byVisitor.size === 0) promises.delete(_id);
}

export const forgetPromises = (): void => promises.clear();
