import { after, DAY } from '../../platform/clock';
import { type Invariant } from '../../platform/manifest';
import { boughtByWish, saleOf } from '../market';
import { BuyingWishes, type BuyingWishRow, Pings, type PingRow, wishFrom } from './model';

const MOST_SHOWN = 20;

/** What a wish says that it bought on its latest day against the sales that it made then, and against its limits. */
async function wrongDays(): Promise<string[]> {
  const violations: string[] = [];
  for await (const row of BuyingWishes.find().lean<BuyingWishRow>().cursor() as AsyncIterable<BuyingWishRow>) {
    const { _id, buyerId, today } = wishFrom(row);
    const from = new Date(`${today.day}T00:00:00.000Z`);
    const bought = await boughtByWish(_id, buyerId, { from, to: after(from, DAY) });
    if (bought.sales !== today.count || bought.grossMinor !== today.spentMinor)
      violations.push(
        `${_id} says ${today.count} for ${today.spentMinor} on ${today.day}, its sales ${bought.sales} for ${bought.grossMinor}`,
      );
    if (today.count > today.mostCount || today.spentMinor > today.mostMinor)
      violations.push(`${_id} bought over its limits on ${today.day}`);
  }
  return violations;
}

/** What a post was sold for against its sales: each at the bid, of its lead, by the wish, and no more than it may have. */
async function wrongPosts(): Promise<string[]> {
  const violations: string[] = [];
  const done = Pings.find({ state: 'DONE' }).lean<PingRow>().cursor() as AsyncIterable<PingRow>;
  for await (const { _id, agencyId, bid, maxSales, result } of done) {
    if (!result || (result.unsold === null) !== result.sales.length > 0) {
      violations.push(`${_id} is done and does not say whether it was sold`);
      continue;
    }
    if (result.sales.length > maxSales) violations.push(`${_id} was sold more often than it may be`);
    for (const { saleId, wishId } of result.sales) {
      const sale = await saleOf(saleId);
      const isIts =
        sale?.wishId === wishId &&
        sale.leadId === result.leadId &&
        sale.agencyId === agencyId &&
        Number(sale.grossMinor) === Number(bid?.priceMinor);
      if (!isIts) violations.push(`${_id} names ${saleId}, which is not its sale at its bid`);
    }
  }
  return violations;
}

const first = (check: () => Promise<string[]>) => async (): Promise<string[]> => (await check()).slice(0, MOST_SHOWN);

/** What must hold over all buying wishes and pings. */
export const invariants: Invariant[] = [
  { code: 'I19', title: 'a wish bought on its day what its sales say, within its limits', check: first(wrongDays) },
  { code: 'I20', title: 'a post that was sold has its sales at the bid, and no others', check: first(wrongPosts) },
];
