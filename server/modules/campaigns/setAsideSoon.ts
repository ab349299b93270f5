import { log } from '../../platform/log';
import { type Campaign } from './model';
import { promisedTo } from './promised';
import { isRunningLow, setAside } from './reserve';

/** After an empty wallet nothing is asked of it for so long, but by the job that looks at all. */
const REST_MS = 5000;

const asking = new Map<string, Promise<void>>();
const restsUntil = new Map<string, number>();

/** Sets more aside for a campaign at once; one at a time. Null where its wallet had nothing just now. */
export function setAsideSoon({ _id }: Pick<Campaign, '_id'>): Promise<void> | null {
  const running = asking.get(_id);
  if (running) return running;
  if ((restsUntil.get(_id) ?? -Infinity) > performance.now()) return null;
  const ask = setAside(_id, null, promisedTo(_id))
    .then((hasSome) => {
      if (hasSome) restsUntil.delete(_id);
      else restsUntil.set(_id, performance.now() + REST_MS);
    })
    .catch((error: unknown) => log.warn({ error, campaignId: _id }, 'nothing was set aside for a campaign'))
    .finally(() => asking.delete(_id));
  asking.set(_id, ask);
  return ask;
}

/** The same where what is left for the next visitors runs low. */
export function setAsideIfLow(campaign: Campaign, at: Date): void {
  if (isRunningLow(campaign, promisedTo(campaign._id), at)) void setAsideSoon(campaign);
}

/** What was begun is done, or given up. */
export async function finishAsking(): Promise<void> {
  await Promise.all(asking.values());
  restsUntil.clear();
}
