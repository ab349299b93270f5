import { database } from '../../platform/database';
import { type Invariant } from '../../platform/manifest';
import { cardIdOf } from './rules';

const AT_ONCE = 500;

interface Named {
  _id: string;
  saleId?: string;
  leadId?: string;
  buyerId?: string;
}

/** Walks a collection in chunks; `look` gives the violations of one chunk. */
async function walk(collection: string, look: (rows: Named[]) => Promise<string[]>): Promise<string[]> {
  const violations: string[] = [];
  let chunk: Named[] = [];
  const rows = database()
    .collection<Named>(collection)
    .find({}, { projection: { saleId: 1, leadId: 1, buyerId: 1 } });
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < AT_ONCE) continue;
    violations.push(...(await look(chunk)));
    chunk = [];
  }
  return [...violations, ...(await look(chunk))];
}

async function named(collection: string, ids: readonly string[]): Promise<Map<string, Named>> {
  const rows = await database()
    .collection<Named>(collection)
    .find({ _id: { $in: [...ids] } }, { projection: { leadId: 1, buyerId: 1 } })
    .toArray();
  return new Map(rows.map((row) => [row._id, row]));
}

/** Sales whose event still waits or is dead: no card yet, and visibly so. */
async function underway(saleIds: readonly string[]): Promise<Set<string>> {
  const events = await database()
    .collection<{ _id: string; payload: { saleId: string } }>('outbox')
    .find({ topic: 'sale.held', state: { $ne: 'DONE' }, 'payload.saleId': { $in: [...saleIds] } })
    .toArray();
  return new Set(events.map(({ payload }) => payload.saleId));
}

const salesWithoutCard = (): Promise<string[]> =>
  walk('sales', async (sales) => {
    const cards = await named(
      'cards',
      sales.map(({ _id }) => cardIdOf(_id)),
    );
    const missing = sales.map(({ _id }) => _id).filter((id) => !cards.has(cardIdOf(id)));
    const waiting = missing.length > 0 ? await underway(missing) : new Set<string>();
    return missing.filter((id) => !waiting.has(id)).map((id) => `${id} has neither a card nor an event on its way`);
  });

const strayCards = (): Promise<string[]> =>
  walk('cards', async (cards) => {
    const sales = await named(
      'sales',
      cards.map(({ saleId }) => saleId!),
    );
    return cards
      .filter(({ saleId, leadId, buyerId }) => {
        const sale = sales.get(saleId!);
        return sale?.leadId !== leadId || sale?.buyerId !== buyerId;
      })
      .map(({ _id }) => `${_id} is not of the sale, lead and buyer that it names`);
  });

export const invariants: Invariant[] = [
  {
    code: 'I11',
    title: 'every sale has its card, or its event is delivered later or is dead',
    check: salesWithoutCard,
  },
  { code: 'I11', title: 'every card is of its sale, its lead and its buyer', check: strayCards },
];
