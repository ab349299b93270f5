import { MARKET_CURRENCY, type Money, money, toMinor } from '../../../platform/money';
import { within } from '../../../platform/span';
import { type Niche, nicheTree, type Region, regionTree } from '../../catalog';
import { type Channel } from '../../leads';
import { Sales } from './model';
import { type EarningSpan, otherTrades } from './otherTrade';

/** What some sales brought their agency; see the API's `EarningSum`. */
export interface EarningSum {
  saleCount: number;
  net: Money;
  releasedCount: number;
  releasedNet: Money;
}

const of = (minor: bigint | number): Money => money(toMinor(minor), MARKET_CURRENCY);

interface Row {
  _id: string;
  saleCount: number;
  net: bigint | number;
  releasedCount: number;
  releasedNet: bigint | number;
}

const ifReleased = (value: unknown): object => ({ $cond: [{ $eq: ['$state', 'RELEASED'] }, value, 0] });

/** The sums by a fact of the sales, the most money first: one command, and no more rows than the fact has values. */
async function sumsBy<Fact extends string>(
  fact: 'channel' | 'nicheId' | 'regionId',
  { agencyId, from, to }: EarningSpan,
): Promise<{ fact: Fact; sum: EarningSum }[]> {
  const rows = await Sales.aggregate<Row>([
    { $match: { agencyId, state: { $in: ['HELD', 'DISPUTED', 'RELEASED'] }, ...within('heldAt', from, to) } },
    {
      $group: {
        _id: `$${fact}`,
        saleCount: { $sum: 1 },
        net: { $sum: '$netMinor' },
        releasedCount: { $sum: ifReleased(1) },
        releasedNet: { $sum: ifReleased('$netMinor') },
      },
    },
    { $sort: { net: -1, _id: 1 } },
  ]);
  return rows.map(({ _id, saleCount, net, releasedCount, releasedNet }) => ({
    fact: _id as Fact,
    sum: { saleCount, net: of(net), releasedCount, releasedNet: of(releasedNet) },
  }));
}

/** What each channel brought, the most first. */
export async function earningsByChannel(span: EarningSpan): Promise<{ channel: Channel; sum: EarningSum }[]> {
  return (await sumsBy<Channel>('channel', span)).map(({ fact, sum }) => ({ channel: fact, sum }));
}

/** What each niche brought, the most first. */
export async function earningsByNiche(span: EarningSpan): Promise<{ niche: Niche; sum: EarningSum }[]> {
  return (await sumsBy('nicheId', span)).map(({ fact, sum }) => ({ niche: nicheTree().byId(fact)!, sum }));
}

/** What the leads of each region brought, the most first. */
export async function earningsByRegion(span: EarningSpan): Promise<{ region: Region; sum: EarningSum }[]> {
  return (await sumsBy('regionId', span)).map(({ fact, sum }) => ({ region: regionTree().byId(fact)!, sum }));
}

/** What visits and calls brought by niche, visits first, of each the most first; see the API's `UsageEarnings`. */
export async function earningsByUsage(span: EarningSpan) {
  const trades = otherTrades().sort((one, other) => other.model.localeCompare(one.model));
  const sums = await Promise.all(trades.map((trade) => trade.earnedByNiche(span)));
  return trades.flatMap(({ model }, index) =>
    sums[index]!.map(({ nicheId, count, netMinor, releasedCount, releasedNetMinor }) => ({
      model,
      niche: nicheTree().byId(nicheId)!,
      count,
      net: of(netMinor),
      releasedCount,
      releasedNet: of(releasedNetMinor),
    })),
  );
}
