import { type Viewer } from '../../graphql/viewer';
import { now, HOUR } from '../../platform/clock';
import { log } from '../../platform/log';
import { emit } from '../../platform/outbox';
import { type MarketFilter } from './board';

/** Each process tells of the same wish of the same buyer once in so long; pricing counts it once a day anyway. */
const QUIET_MS = HOUR;
const MOST_KEPT = 10_000;
const toldAt = new Map<string, number>();

/**
 * Tells pricing of demand without supply: a business looked for one niche in one region and nothing is on sale there.
 * The reader does not wait for it, and a lost one is no harm.
 */
export function tellNothingFound({ organisationId: buyerId, organisationKind }: Viewer, filter: MarketFilter): void {
  const [nicheId, ...otherNiches] = filter.niches ?? [];
  const [regionId, ...otherRegions] = filter.regions ?? [];
  if (organisationKind !== 'BUSINESS' || !nicheId || !regionId || otherNiches.length + otherRegions.length > 0) return;
  const key = [buyerId, nicheId, regionId].join();
  const at = now().getTime();
  if (at - (toldAt.get(key) ?? -Infinity) < QUIET_MS) return;
  if (toldAt.size >= MOST_KEPT) toldAt.clear();
  toldAt.set(key, at);
  emit('search.foundNothing', buyerId, { nicheId, regionId, buyerId }).catch((error: unknown) =>
    log.warn({ error }, 'a search that found nothing was not told'),
  );
}
