import { database } from '../../../platform/database';
import { after, DAY } from '../../../platform/clock';
import { type EventHandler, type Migration } from '../../../platform/manifest';
import { nicheTree } from '../../catalog';
import { NicheTraders } from './model';

/** Who has not traded for so long trades there no more. */
const TRADES_FOR_MS = 365 * DAY;

const PAGE = 1000;

/** The topmost niche over one: what is near enough to compete. */
const branchOf = (nicheId: string): string => nicheTree().pathOf(nicheId)[0]?._id ?? nicheId;

const traderId = (organisationId: string, nicheId: string): string => `${organisationId}:${branchOf(nicheId)}`;

async function noteTrade(organisationIds: readonly string[], nicheId: string, at: Date): Promise<void> {
  await NicheTraders.bulkWrite(
    organisationIds.map((id) => ({
      updateOne: { filter: { _id: traderId(id, nicheId) }, update: { $max: { lastAt: at } }, upsert: true },
    })),
  );
}

/** Both sides of a sale trade in its branch. */
export const noteTraders: EventHandler = {
  topic: 'sale.held',
  name: 'leads.noteTraders',
  handle: ({ buyerId, agencyId, nicheId, heldAt }) => noteTrade([buyerId, agencyId], nicheId, new Date(heldAt)),
};

interface Trader {
  organisationId: string;
  nicheId: string;
}

/** Which of the pairs traded in the niche's branch within a year before `at`; by one look-up. */
export async function tradersAmong(pairs: readonly Trader[], at: Date): Promise<(pair: Trader) => boolean> {
  const ids = [...new Set(pairs.map(({ organisationId, nicheId }) => traderId(organisationId, nicheId)))];
  const rows = await NicheTraders.find(
    { _id: { $in: ids }, lastAt: { $gte: after(at, -TRADES_FOR_MS) } },
    { _id: 1 },
  ).lean();
  const trading = new Set(rows.map(({ _id }) => _id));
  return ({ organisationId, nicheId }) => trading.has(traderId(organisationId, nicheId));
}

interface Traded {
  _id: string;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  heldAt: Date;
}

/** Notes the sales that were made before traders were noted. */
export const tradersBefore: Migration = {
  name: '0076-traders-of-earlier-sales',
  async up() {
    const sales = database().collection<Traded>('sales');
    let last = '';
    for (;;) {
      const page = await sales
        .find({ _id: { $gt: last } })
        .sort({ _id: 1 })
        .limit(PAGE)
        .toArray();
      const newest = new Map<string, Date>();
      for (const { buyerId, agencyId, nicheId, heldAt } of page)
        for (const id of [buyerId, agencyId].map((organisationId) => `${organisationId} ${nicheId}`))
          if (heldAt > (newest.get(id) ?? new Date(0))) newest.set(id, heldAt);
      for (const [id, at] of newest) {
        const [organisationId, nicheId] = id.split(' ') as [string, string];
        await noteTrade([organisationId], nicheId, at);
      }
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};
