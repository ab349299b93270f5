import { type CallReportBy, type QueryCallReportArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { MARKET_CURRENCY, money, scale, toMinor } from '../../platform/money';
import { MOST_REPORT_ROWS, ownTrade, reportLabels, requireReportSpan, type UsageRow } from '../campaigns';
import { Calls } from './model';

/** Of calls it is known by each verdict which of them converted. */
interface ReportRow extends UsageRow {
  converted: number;
  convertedUnbilled: number;
}

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
export async function callReport(viewer: Viewer, asked: QueryCallReportArgs): Promise<ReportRow[]> {
  requireReportSpan(asked);
  const { by, from, to, campaignId } = asked;
  const match = { ...ownTrade(viewer), day: { $gte: from, $lte: to }, ...(campaignId ? { campaignId } : {}) };
  const isBilled = { $eq: ['$verdict', 'BILLED'] };
  const isConverted = { $eq: [{ $type: '$conversion' }, 'object'] };
  // Nothing is known yet of one that waits.
  const isUnbilled = { $not: [{ $in: ['$verdict', ['BILLED', 'PENDING']] }] };
  const isLong = { $and: [{ $eq: ['$outcome', 'COMPLETED'] }, { $gte: ['$seconds', '$minSeconds'] }] };
  const rows = await Calls.aggregate<Sum>([
    { $match: match },
    {
      $group: {
        _id: FIELD[by],
        seen: { $sum: 1 },
        valid: { $sum: { $cond: [isLong, 1, 0] } },
        billed: { $sum: { $cond: [isBilled, 1, 0] } },
        converted: { $sum: { $cond: [{ $and: [isBilled, isConverted] }, 1, 0] } },
        convertedUnbilled: { $sum: { $cond: [{ $and: [isUnbilled, isConverted] }, 1, 0] } },
        spent: { $sum: '$grossMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
    { $sort: by === 'DAY' ? { _id: 1 } : { seen: -1, _id: 1 } },
    { $limit: MOST_REPORT_ROWS },
  ]);
  const labels = await reportLabels(by, rows);
  return rows.map((row) => rowOf(row, labels.get(row._id) ?? (row._id || (by === 'ALL' ? 'All' : 'No sub-id'))));
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
