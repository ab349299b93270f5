import { DateTime } from 'luxon';
import { type ClickReportBy, type QueryClickReportArgs } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { badUserInput } from '../../../platform/errors';
import { MARKET_CURRENCY, money, scale, toMinor } from '../../../platform/money';
import { organisationsById } from '../../accounts';
import { campaignsById, ownTrade, type UsageRow } from '../../campaigns';
import { regionTree } from '../../catalog';
import { ClickDays } from '../model';

export interface ReportRow extends UsageRow {
  convertedByBrowser: number | null;
  convertedQuickly: number | null;
}

/** What the file of a report has of clicks alone. */
export const OF_CLICKS = [
  { name: 'by browser', of: ({ convertedByBrowser }: ReportRow) => convertedByBrowser },
  { name: 'too quick', of: ({ convertedQuickly }: ReportRow) => convertedQuickly },
];

const MOST_DAYS = 366;
const MOST_ROWS = 1000;

const FIELD = {
  DAY: '$day',
  CAMPAIGN: '$campaignId',
  AGENCY: '$agencyId',
  SUB_ID: '$subId',
  REGION: '$regionId',
  ALL: null,
} as const;

interface Sum {
  _id: string | null;
  seen: number;
  billed: number;
  /** People for whom no money was left. */
  unpaid: number;
  spent: bigint | number;
  refunded: bigint | number;
  converted?: number;
  convertedUnbilled?: number;
  convertedByBrowser?: number;
  convertedQuickly?: number;
}

/** Sums of the viewer's clicks over days: one command, and one for the names of what they are about. */
export async function clickReport(
  viewer: Viewer,
  { by, from, to, campaignId }: QueryClickReportArgs,
): Promise<ReportRow[]> {
  requireSpan(from, to);
  const match = { ...ownTrade(viewer), day: { $gte: from, $lte: to }, ...(campaignId ? { campaignId } : {}) };
  const rows = await ClickDays.aggregate<Sum>([{ $match: match }, ...stages(by)]);
  const labels = await labelsOf(
    by,
    rows.map(({ _id }) => _id ?? ''),
  );
  return rows.map((row) => rowOf(row, labels.get(row._id ?? '') ?? (row._id || NONE[by])));
}

function rowOf(sum: Sum, label: string): ReportRow {
  const { _id, seen, billed, unpaid, refunded, converted, convertedUnbilled, convertedByBrowser, convertedQuickly } =
    sum;
  const spent = money(toMinor(sum.spent), MARKET_CURRENCY);
  return {
    key: _id ?? '',
    label,
    seen,
    valid: billed + unpaid,
    billed,
    spent,
    refunded: money(toMinor(refunded), MARKET_CURRENCY),
    converted: converted ?? null,
    convertedUnbilled: convertedUnbilled ?? null,
    convertedByBrowser: convertedByBrowser ?? null,
    convertedQuickly: convertedQuickly ?? null,
    costPerConversion: converted ? scale(spent, 1n, BigInt(converted)) : null,
  };
}

const NONE: Readonly<Record<ClickReportBy, string>> = {
  DAY: '',
  CAMPAIGN: 'No campaign',
  AGENCY: '',
  SUB_ID: 'No sub-id',
  REGION: '',
  VERDICT: '',
  ALL: 'All',
};

function requireSpan(from: string, to: string): void {
  const [first, last] = [DateTime.fromISO(from), DateTime.fromISO(to)];
  const days = last.diff(first, 'days').days + 1;
  if (!first.isValid || !last.isValid || days < 1 || days > MOST_DAYS)
    throw badUserInput(`Ask for 1 to ${MOST_DAYS} days, from the first to the last of them.`);
}

function stages(by: ClickReportBy): Parameters<typeof ClickDays.aggregate>[0] & object {
  if (by === 'VERDICT')
    return [
      { $project: { spentMinor: 1, refundedMinor: 1, verdict: { $objectToArray: '$verdicts' } } },
      { $unwind: '$verdict' },
      {
        $group: {
          _id: '$verdict.k',
          seen: { $sum: '$verdict.v' },
          billed: { $sum: { $cond: [{ $eq: ['$verdict.k', 'VALID'] }, '$verdict.v', 0] } },
          unpaid: { $sum: { $cond: [{ $eq: ['$verdict.k', 'OVER_BUDGET'] }, '$verdict.v', 0] } },
          spent: { $sum: { $cond: [{ $eq: ['$verdict.k', 'VALID'] }, '$spentMinor', 0] } },
          refunded: { $sum: { $cond: [{ $eq: ['$verdict.k', 'VALID'] }, '$refundedMinor', 0] } },
        },
      },
      { $sort: { seen: -1, _id: 1 } },
    ];
  return [
    {
      $group: {
        _id: FIELD[by],
        seen: { $sum: '$seen' },
        billed: { $sum: '$valid' },
        // The last rule of all: whoever it stopped had passed the others.
        unpaid: { $sum: '$verdicts.OVER_BUDGET' },
        spent: { $sum: '$spentMinor' },
        refunded: { $sum: '$refundedMinor' },
        converted: { $sum: '$converted' },
        convertedUnbilled: { $sum: '$convertedUnbilled' },
        convertedByBrowser: { $sum: '$convertedByBrowser' },
        convertedQuickly: { $sum: '$convertedQuickly' },
      },
    },
    { $sort: by === 'DAY' ? { _id: 1 } : { seen: -1, _id: 1 } },
    { $limit: MOST_ROWS },
  ];
}

/** What people call the things that rows are about. */
async function labelsOf(by: ClickReportBy, ids: readonly string[]): Promise<Map<string, string>> {
  const named = ids.filter((id) => id !== '');
  if (by === 'CAMPAIGN') return names(await campaignsById(named));
  if (by === 'AGENCY') return names(await organisationsById(named));
  if (by === 'REGION') return new Map(named.map((id) => [id, regionTree().byId(id)?.name ?? id]));
  return new Map();
}

const names = (rows: ReadonlyMap<string, { name: string }>): Map<string, string> =>
  new Map([...rows].map(([id, { name }]) => [id, name]));
