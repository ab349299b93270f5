import { badUserInput } from '../../../platform/errors';
import { MARKET_CURRENCY, type Money, money, subtract, toMinor } from '../../../platform/money';
import { connection, type Connection, pageArgs, type PageArgs } from '../../../platform/pages';
import { accounts, amountOn, balanceOf, entriesOf, type JournalEntry } from '../../ledger';
import { Sales } from './model';
import { otherTrades } from './otherTrade';

/** An entry of the journal as the agency sees it. */
export interface EarningEntry {
  id: string;
  entry: JournalEntry;
  held: Money;
  available: Money;
  fee: Money;
  at: Date;
}

export interface Earnings {
  held: Money;
  heldNet: Money;
  available: Money;
  refunded: Money;
  paidOut: Money;
  fees: Money;
}

interface Sums {
  _id: 'HELD' | 'DISPUTED' | 'REFUNDED' | 'RELEASED';
  net: bigint | number;
  fee: bigint | number;
  refunded: bigint | number;
}

/** What an agency's trade has brought, by where the money is now. */
export async function readEarnings(agencyId: string): Promise<Earnings> {
  const sums = await Sales.aggregate<Sums>([
    { $match: { agencyId } },
    {
      $group: {
        _id: '$state',
        net: { $sum: '$netMinor' },
        fee: { $sum: '$feeMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
  ]);
  const total = (field: 'net' | 'fee' | 'refunded', states: readonly Sums['_id'][]): bigint =>
    sums.filter(({ _id }) => states.includes(_id)).reduce((sum, row) => sum + toMinor(row[field]), 0n);
  const of = (minor: bigint): Money => money(minor, MARKET_CURRENCY);
  const open = ['HELD', 'DISPUTED'] as const;
  const beside = await Promise.all(otherTrades().map((trade) => trade.earned(agencyId)));
  const more = (field: keyof (typeof beside)[number]): bigint => beside.reduce((sum, row) => sum + row[field], 0n);
  const heldNet = total('net', open);
  const available = await balanceOf(accounts.payable(agencyId));
  return {
    held: of(heldNet + total('fee', open) + more('heldMinor')),
    heldNet: of(heldNet + more('heldNetMinor')),
    available,
    refunded: of(total('refunded', ['HELD', 'DISPUTED', 'REFUNDED', 'RELEASED']) + more('refundedMinor')),
    paidOut: subtract(of(total('net', ['RELEASED']) + more('netMinor')), available),
    fees: of(total('fee', ['RELEASED']) + more('feeMinor')),
  };
}

/** Movements of an agency's money, newest first. */
export async function readEarningEntries(agencyId: string, page: PageArgs): Promise<Connection<EarningEntry>> {
  const { limit, after } = pageArgs(page);
  const own = [accounts.hold(agencyId), accounts.payable(agencyId)];
  const entries = await entriesOf(own, { limit: limit + 1, after: placeFrom(after) });
  const rows = entries.map((entry) => ({
    id: entry.id,
    entry,
    held: amountOn(entry, accounts.hold(agencyId)),
    available: amountOn(entry, accounts.payable(agencyId)),
    fee: amountOn(entry, accounts.revenue()),
    at: entry.at,
  }));
  return connection(rows, limit, ({ at, id }) => [at.getTime(), id]);
}

function placeFrom(after: unknown[] | null): { at: Date; id: string } | null {
  if (!after) return null;
  const [time, id] = after;
  if (typeof time !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  return { at: new Date(time), id };
}

/** What a buyer has paid that is held or in dispute. */
export async function readHeld(buyerId: string): Promise<Money> {
  const [row] = await Sales.aggregate<{ net: bigint | number; fee: bigint | number }>([
    { $match: { buyerId, state: { $in: ['HELD', 'DISPUTED'] } } },
    { $group: { _id: null, net: { $sum: '$netMinor' }, fee: { $sum: '$feeMinor' } } },
  ]);
  const beside = await Promise.all(otherTrades().map((trade) => trade.held(buyerId)));
  const more = beside.reduce((sum, minor) => sum + minor, 0n);
  return money(toMinor(row?.net) + toMinor(row?.fee) + more, MARKET_CURRENCY);
}
