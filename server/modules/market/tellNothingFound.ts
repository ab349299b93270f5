import { type Viewer } from '../../graphql/viewer';
import { now, HOUR } from '../../platform/clock';
import { log } from '../../platform/log';
import { emit } from '../../platform/outbox';
import { nicheTree, regionTree } from '../catalog';
import { accounts, entriesOf } from '../ledger';
import { type MarketFilter } from './board';

/** Each process tells of the same wish of the same buyer once in so long; pricing counts it once a day anyway. */
const QUIET_MS = HOUR;
const MOST_KEPT = 10_000;
const toldAt = new Map<string, number>();

/**
 * Tells pricing of demand without supply: a business that has put money in looked for one niche in one region, with no
 * other wish, and nothing at all is on sale there. So nobody raises a price by typing. The reader does not wait for it,
 * and a lost one is no harm.
 */
export function tellNothingFound(viewer: Viewer, filter: MarketFilter): void {
  const wish = wishOf(filter);
  if (!wish || !mayBuy(viewer)) return;
  const buyerId = viewer.organisationId;
  const key = [buyerId, wish.nicheId, wish.regionId].join();
  const at = now().getTime();
  if (at - (toldAt.get(key) ?? -Infinity) < QUIET_MS) return;
  if (toldAt.size >= MOST_KEPT) toldAt.clear();
  toldAt.set(key, at);
  tell(buyerId, wish).catch((error: unknown) => log.warn({ error }, 'a search that found nothing was not told'));
}

interface Wish {
  nicheId: string;
  regionId: string;
}

/** The one niche and the one region that are all a filter asks for; null for any other filter, and for unknown ids. */
function wishOf({ niches = [], regions = [], ...others }: MarketFilter): Wish | null {
  const [nicheId = '', regionId = ''] = [niches[0], regions[0]];
  if (niches.length !== 1 || regions.length !== 1 || Object.keys(others).length > 0) return null;
  return nicheTree().byId(nicheId) && regionTree().byId(regionId) ? { nicheId, regionId } : null;
}

const mayBuy = ({ organisationKind, organisationStatus, role }: Viewer): boolean =>
  organisationKind === 'BUSINESS' && organisationStatus === 'ACTIVE' && role !== 'AGENT';

async function tell(buyerId: string, wish: Wish): Promise<void> {
  const moved = await entriesOf(accounts.wallet(buyerId), { limit: 1 });
  if (moved.length > 0) await emit('search.foundNothing', buyerId, { ...wish, buyerId });
}
