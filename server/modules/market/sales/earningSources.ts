import { MARKET_CURRENCY, type Money, money, toMinor } from '../../../platform/money';
import { within } from '../../../platform/span';
import { type Niche, nicheTree, type Region, regionTree } from '../../catalog';
import { type Channel } from '../../leads';
import { Sales } from './model';

/** Sales of one agency that were made from one moment on and before another; null where the span has no end. */
export interface EarningSpan {
  agencyId: string;
  from: Date | null;
  to: Date | null;
}

/** What some sales brought their agency; see the API's `EarningSum`. */
export interface EarningSum {
  saleCount: number;
  net: Money;
  releasedCount: number;
  releasedNet: Money;
}

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
): Promise<{ of: Fact; sum: EarningSum }[]> {
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
  const of = (minor: bigint | number): Money => money(toMinor(minor), MARKET_CURRENCY);
  return rows.map(({ _id, saleCount, net, releasedCount, releasedNet }) => ({
    of: _id as Fact,
    sum: { saleCount, net: of(net), releasedCount, releasedNet: of(releasedNet) },
  }));
}

/** What each channel brought, the most first. */
export async function earningsByChannel(span: EarningSpan): Promise<{ channel: Channel; sum: EarningSum }[]> {
  return (await sumsBy<Channel>('channel', span)).map(({ of, sum }) => ({ channel: of, sum }));
}

/** What each niche brought, the most first. */
export async function earningsByNiche(span: EarningSpan): Promise<{ niche: Niche; sum: EarningSum }[]> {
  return (await sumsBy('nicheId', span)).map(({ of, sum }) => ({ niche: nicheTree().byId(of)!, sum }));
}

/** What the leads of each region brought, the most first. */
export async function earningsByRegion(span: EarningSpan): Promise<{ region: Region; sum: EarningSum }[]> {
  return (await sumsBy('regionId', span)).map(({ of, sum }) => ({ region: regionTree().byId(of)!, sum }));
}
