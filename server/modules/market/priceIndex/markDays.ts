import { now } from '../../../platform/clock';
import { type EventHandler, type Migration } from '../../../platform/manifest';
import { Sales } from '../sales/model';
import { saleOf } from '../sales/readSales';
import { dateOf, dayAround, lastDays } from './days';
import { IndexDays, MOST_DAYS } from './model';

const change = { $set: { isStale: true }, $inc: { changes: 1 } };

/** Notes that the sales of a day are others than were counted. Once too often does no harm. */
async function markDay(at: Date): Promise<void> {
  const day = dayAround(at);
  await IndexDays.updateOne({ _id: dateOf(day) }, { ...change, $setOnInsert: { day } }, { upsert: true });
}

/** What all was given back for was no sale: its day is counted anew. */
async function markDayOfRefund(saleId: string): Promise<void> {
  const sale = await saleOf(saleId);
  if (sale) await markDay(sale.heldAt);
}

export const indexHandlers: EventHandler[] = [
  { topic: 'sale.held', name: 'market.markDay', handle: ({ heldAt }) => markDay(new Date(heldAt)) },
  {
    topic: 'sale.refunded',
    name: 'market.markDayOfRefund',
    handle: ({ saleId, isFull }) => (isFull ? markDayOfRefund(saleId) : Promise.resolve()),
  },
];

/** Has the days that can be asked for counted in a market that sold before there was an index. */
export const markDaysBefore: Migration = {
  name: '0051-days-of-the-market-index',
  async up() {
    if (!(await Sales.exists({}))) return;
    await IndexDays.bulkWrite(
      lastDays(now(), MOST_DAYS).map((day) => ({
        updateOne: { filter: { _id: dateOf(day) }, update: { ...change, $setOnInsert: { day } }, upsert: true },
      })),
    );
  },
};
