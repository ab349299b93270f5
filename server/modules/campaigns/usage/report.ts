import { DateTime } from 'luxon';
import { badUserInput } from '../../../platform/errors';
import { type Money } from '../../../platform/money';
import { organisationsById } from '../../accounts';
import { regionTree } from '../../catalog';
import { campaignsById } from '../readCampaigns';

/** What a report is asked by, of clicks as of calls. */
export interface ReportAsked {
  by: 'DAY' | 'CAMPAIGN' | 'AGENCY' | 'SUB_ID' | 'REGION' | 'VERDICT';
  from: string;
  to: string;
  campaignId?: string | undefined;
}

/** What reports of clicks and of calls have alike. */
export interface UsageRow {
  key: string;
  label: string;
  seen: number;
  valid: number;
  billed: number;
  spent: Money;
  refunded: Money;
  /** Null by finding: days count what converted, not what the rules found of it. */
  converted: number | null;
  convertedUnbilled: number | null;
  costPerConversion: Money | null;
}

const MOST_DAYS = 366;

export const MOST_REPORT_ROWS = 1000;

export function requireReportSpan({ from, to }: Pick<ReportAsked, 'from' | 'to'>): void {
  const [first, last] = [DateTime.fromISO(from), DateTime.fromISO(to)];
  const days = last.diff(first, 'days').days + 1;
  if (!first.isValid || !last.isValid || days < 1 || days > MOST_DAYS)
    throw badUserInput(`Ask for 1 to ${MOST_DAYS} days, from the first to the last of them.`);
}

/** What people call the things that the rows of a report are about, by their ids. */
export async function reportLabels(
  by: ReportAsked['by'] | 'ALL',
  rows: readonly { _id: string | null }[],
): Promise<ReadonlyMap<string | null, string>> {
  const ids = rows.flatMap(({ _id }) => (_id ? [_id] : []));
  if (by === 'CAMPAIGN') return names(await campaignsById(ids));
  if (by === 'AGENCY') return names(await organisationsById(ids));
  if (by === 'REGION') return new Map(ids.map((id) => [id, regionTree().byId(id)?.name ?? id]));
  return new Map();
}

const names = (rows: ReadonlyMap<string, { name: string }>): Map<string, string> =>
  new Map([...rows].map(([id, { name }]) => [id, name]));
