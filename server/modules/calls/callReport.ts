import { DateTime } from 'luxon';
import { type CallReportBy, type QueryCallReportArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { MARKET_CURRENCY, type Money, money, scale, toMinor } from '../../platform/money';
import { organisationsById } from '../accounts';
import { campaignsById, ownTrade } from '../campaigns';
import { regionTree } from '../catalog';
import { Calls } from './model';

export interface ReportRow {
  key: string;
  label: string;
  seen: number;
  valid: number;
  billed: number;
  spent: Money;
  refunded: Money;
  converted: number;
  convertedUnbilled: number;
  costPerConversion: Money | null;
}

const MOST_DAYS = 366;
const MOST_ROWS = 1000;

const FIELD: Readonly<Record<CallReportBy, string | null>> = {
  DAY: '$day',
  CAMPAIGN: '$campaignId',
  AGENCY: '$agencyId',
  SUB_ID: '$subId',
  REGION: '$regionId',
  VERDICT: '$verdict',
  ALL: null,
};

interface Sum {
  _id: string | null;
  seen: number;
  valid: number;
  billed: number;
  spent: bigint | number;
  refunded: bigint | number;
  converted: number;
  convertedUnbilled: number;
}

/** Sums of the viewer's calls over days: one command, and one for the names of what they are about. */
export async function callReport(
  viewer: Viewer,
  { by, from, to, campaignId }: QueryCallReportArgs,
): Promise<ReportRow[]> {
  requireSpan(from, to);
  const match = { ...ownTrade(viewer), day: { $gte: from, $lte: to }, ...(campaignId ? { campaignId } : {}) };
  const isBilled = { $eq: ['$verdict', 'BILLED'] };
  const isConverted = { $eq: [{ $type: '$conversion' }, 'object'] };
  // Nothing is known yet of one that waits.
  const isUnbilled = { $not: [{ $in: ['$verdict', ['BILLED', 'PENDING']] }] };
  // As of clicks: whom only money kept out broke no rule.
  const isValid = { $in: ['$verdict', ['BILLED', 'OVER_BUDGET']] };
  const rows = await Calls.aggregate<Sum>([
    { $match: match },
    {
      $group: {
        _id: FIELD[by],
        seen: { $sum: 1 },
        valid: { $sum: { $cond: [isValid, 1, 0] } },
        billed: { $sum: { $cond: [isBilled, 1, 0] } },
        converted: { $sum: { $cond: [{ $and: [isBilled, isConverted] }, 1, 0] } },
        convertedUnbilled: { $sum: { $cond: [{ $and: [isUnbilled, isConverted] }, 1, 0] } },
        spent: { $sum: '$grossMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
    { $sort: by === 'DAY' ? { _id: 1 } : { seen: -1, _id: 1 } },
    { $limit: MOST_ROWS },
  ]);
  const labels = await labelsOf(
    by,
    rows.map(({ _id }) => _id ?? ''),
  );
  return rows.map((row) => rowOf(row, labels.get(row._id ?? '') ?? (row._id || (by === 'ALL' ? 'All' : 'No sub-id'))));
}

function rowOf({ _id, spent: spentMinor, refunded, ...counts }: Sum, label: string): ReportRow {
  const spent = money(toMinor(spentMinor), MARKET_CURRENCY);
  const { converted } = counts;
  return {
    key: _id ?? '',
    label,
    ...counts,
    spent,
    refunded: money(toMinor(refunded), MARKET_CURRENCY),
    costPerConversion: converted > 0 ? scale(spent, 1n, BigInt(converted)) : null,
  };
}

function requireSpan(from: string, to: string): void {
  const [first, last] = [DateTime.fromISO(from), DateTime.fromISO(to)];
  const days = last.diff(first, 'days').days + 1;
  if (!first.isValid || !last.isValid || days < 1 || days > MOST_DAYS)
    throw badUserInput(`Ask for 1 to ${MOST_DAYS} days, from the first to the last of them.`);
}

/** What people call the things that rows are about. */
async function labelsOf(by: CallReportBy, ids: readonly string[]): Promise<Map<string, string>> {
  if (by === 'CAMPAIGN') return names(await campaignsById(ids));
  if (by === 'AGENCY') return names(await organisationsById(ids));
  if (by === 'REGION') return new Map(ids.map((id) => [id, regionTree().byId(id)?.name ?? id]));
  return new Map();
}

const names = (rows: ReadonlyMap<string, { name: string }>): Map<string, string> =>
  new Map([...rows].map(([id, { name }]) => [id, name]));
