import { badUserInput } from '../../platform/errors';
import { type Money, money, subtract, toMinor } from '../../platform/money';
import { connection, type Connection, pageArgs, type PageArgs } from '../../platform/pages';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';
import { TOP_UP_LIMITS } from './rules';
import { leftToday } from './startTopUp';

/** An organisation's top-ups, newest first. */
export async function topUps(organisationId: string, args: PageArgs): Promise<Connection<TopUpRow>> {
  const { limit, after } = pageArgs(args);
  const [at, id] = after ?? [];
  if (after && (typeof at !== 'number' || typeof id !== 'string'))
    throw badUserInput('"after" is not a cursor of this list.');
  const createdAt = new Date(Number(at));
  const isAfter = after ? { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: String(id) } }] } : {};
  const rows = await TopUps.find({ organisationId, ...isAfter })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<TopUpRow[]>();
  return connection(rows, limit, (row) => [row.createdAt.getTime(), row._id]);
}

/** One top-up of the organisation; null for everyone else's. */
export const topUp = (organisationId: string, id: string): Promise<TopUpRow | null> =>
  TopUps.findOne({ _id: id, organisationId }).lean<TopUpRow>();

/** What has left, or is leaving, a top-up for its card. */
export function refundedOf(row: TopUpRow): Money {
  const nothing = money(0n, row.currency);
  if (row.state !== 'SUCCEEDED') return nothing;
  return subtract(money(toMinor(row.amountMinor), row.currency), refundableOf(row));
}

export const refundableOf = (row: TopUpRow): Money => money(toMinor(row.refundableMinor), row.currency);

/** The card refunds of several top-ups, oldest first, by top-up. */
export async function cardRefundsOf(topUpIds: readonly string[]): Promise<CardRefundRow[][]> {
  const rows = await CardRefunds.find({ topUpId: { $in: [...topUpIds] } })
    .sort({ createdAt: 1 })
    .lean<CardRefundRow[]>();
  return topUpIds.map((id) => rows.filter(({ topUpId }) => topUpId === id));
}

export interface TopUpLimits {
  smallest: Money;
  largest: Money;
  perDay: Money;
  leftToday: Money;
}

export async function topUpLimits(organisationId: string): Promise<TopUpLimits> {
  const { smallest, largest, perDay } = TOP_UP_LIMITS;
  return { smallest, largest, perDay, leftToday: await leftToday(organisationId) };
}
