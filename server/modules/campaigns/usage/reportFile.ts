import { type Request, type Response } from 'express';
import { z } from 'zod';
import { type Viewer } from '../../../graphql/viewer';
import { liveViewerOf } from '../../../http/viewerOf';
import { CSV_START, csvRow, type CsvValue } from '../../../platform/csv';
import { badUserInput, forbidden, notFound } from '../../../platform/errors';
import { decimalText, type Money } from '../../../platform/money';
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

interface Column<R> {
  name: string;
  of(row: R): CsvValue;
}

const COUNTED = ['seen', 'valid', 'billed', 'spent', 'refunded', 'currency'];
const OF_CONVERSIONS = ['converted', 'converted unbilled', 'cost per conversion'];
const BY = ['DAY', 'CAMPAIGN', 'AGENCY', 'SUB_ID', 'REGION', 'VERDICT'] as const;
const DAY = z.iso.date();
const address = z.strictObject({
  by: z.enum(BY).default('DAY'),
  from: DAY,
  to: DAY,
  campaign: z.string().min(1).max(80).optional(),
});

/**
 * Answers a report as a file: `?by=DAY&from=2026-11-01&to=2026-11-30`, of one campaign by `&campaign=`. The rows, their order
 * and who sees what are those of the query of the same report.
 */
export const reportFile =
  <R extends UsageRow>(
    name: string,
    report: (viewer: Viewer, asked: ReportAsked) => Promise<R[]>,
    further: readonly Column<R>[] = [],
  ) =>
  async (request: Request, response: Response): Promise<void> => {
    const viewer = await liveViewerOf(request);
    // Who works cards for a business sees no money.
    if (viewer.organisationKind === 'BUSINESS' && viewer.role === 'AGENT') throw forbidden();
    const { data, error } = address.safeParse(request.query);
    if (error)
      throw badUserInput(
        `Ask as ?by=DAY&from=2026-11-01&to=2026-11-30, of one campaign with &campaign= and its id. "by" is one of ${BY.join(', ')}; days are such as the calendar has.`,
      );
    const { campaign: campaignId, ...asked } = data;
    if (campaignId && !(await mayBeAsked(viewer, campaignId))) {
      const { typename, message } = notFound('campaign');
      return void response.status(404).json({ error: typename, message });
    }
    const rows = await report(viewer, { ...asked, campaignId });
    const heads = [
      asked.by.toLowerCase(),
      'key',
      ...COUNTED,
      ...OF_CONVERSIONS,
      ...further.map((column) => column.name),
    ];
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="${name}"`);
    response.setHeader('cache-control', 'private, no-store');
    response.send(CSV_START + [heads, ...rows.map((row) => cellsOf(row, further))].map(csvRow).join(''));
  };

/** Of another business's campaign nobody is told that there is one; agencies find them all. */
async function mayBeAsked({ organisationKind, organisationId }: Viewer, campaignId: string): Promise<boolean> {
  const campaign = (await campaignsById([campaignId])).get(campaignId);
  return !!campaign && (organisationKind !== 'BUSINESS' || campaign.businessId === organisationId);
}

function cellsOf<R extends UsageRow>(row: R, further: readonly Column<R>[]): CsvValue[] {
  const { costPerConversion } = row;
  return [
    ...[row.label, row.key, row.seen, row.valid, row.billed],
    ...[decimalText(row.spent), decimalText(row.refunded), row.spent.currency],
    ...[row.converted, row.convertedUnbilled, costPerConversion && decimalText(costPerConversion)],
    ...further.map(({ of }) => of(row)),
  ];
}
