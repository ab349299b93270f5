import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';
import { type Viewer } from '../../../graphql/viewer';
import { liveViewerOf } from '../../../http/viewerOf';
import { CSV_START, csvRow } from '../../../platform/csv';
import { badUserInput, forbidden } from '../../../platform/errors';
import { decimalText, money, toMinor } from '../../../platform/money';
import { organisationsById } from '../../accounts';
import { campaignsById } from '../../campaigns';
import { nicheTree, regionTree } from '../../catalog';
import { type ClickLead, ClickLeads, type Conversion, Conversions } from './model';
import { clickContacts } from './readConversions';

const AT_ONCE = 100;

const COLUMNS = [
  'lead',
  'came at',
  'name',
  'phone',
  'email',
  'campaign',
  'niche',
  'region',
  'channel',
  'agency',
  'sub-id',
  'click',
  'kind',
  'order',
  'value',
  'currency',
  'seconds from click',
];

/**
 * `GET /api/exports/click-leads.csv`, of one campaign by `?campaign=`: the people whom conversions of the viewer's business
 * named, oldest first, with the way they came. For owners and managers; each contact in it is recorded as a look.
 */
export async function exportLeads(request: Request, response: Response): Promise<void> {
  const viewer = await liveViewerOf(request);
  if (viewer.organisationKind !== 'BUSINESS' || viewer.role === 'AGENT') throw forbidden();
  const { campaign } = request.query;
  if (campaign !== undefined && typeof campaign !== 'string') throw badUserInput('Name one campaign.');
  const wanted = { businessId: viewer.organisationId, ...(campaign ? { campaignId: campaign } : {}) };
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', 'attachment; filename="click-leads.csv"');
  response.setHeader('cache-control', 'private, no-store');
  try {
    await pipeline(Readable.from(csvLines(viewer, wanted)), response);
  } catch (error) {
    // The reader went away: nobody is left to be told.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** Page after page, by ids, which sort by when they were made. */
async function* csvLines(viewer: Viewer, wanted: object): AsyncGenerator<string> {
  yield CSV_START + csvRow(COLUMNS);
  let last = '';
  for (;;) {
    const leads = await ClickLeads.find({ ...wanted, _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .lean<ClickLead[]>();
    yield (await linesOf(viewer, leads)).join('');
    if (leads.length < AT_ONCE) return;
    last = leads.at(-1)!._id;
  }
}

async function linesOf(viewer: Viewer, leads: readonly ClickLead[]): Promise<string[]> {
  const contacts = await clickContacts(viewer, leads, 'export of people of clicks');
  const ids = leads.map(({ conversionId }) => conversionId);
  const rows = await Conversions.find({ _id: { $in: ids } }).lean<Conversion[]>();
  const conversions = new Map(rows.map((row) => [row._id, row]));
  const campaigns = await campaignsById(leads.map(({ campaignId }) => campaignId));
  const agencies = await organisationsById([...new Set(leads.map(({ agencyId }) => agencyId))]);
  return leads.map((lead) => {
    const contact = contacts.get(lead._id);
    const conversion = conversions.get(lead.conversionId);
    const { currency = null, valueMinor = null } = conversion ?? {};
    return csvRow([
      lead._id,
      lead.at,
      contact?.name,
      contact?.phone,
      contact?.email,
      campaigns.get(lead.campaignId)?.name,
      nicheTree().byId(lead.nicheId)?.name,
      regionTree().byId(lead.regionId)?.name,
      lead.channel ?? 'OTHER',
      agencies.get(lead.agencyId)?.name,
      lead.subId,
      lead.clickId,
      conversion?.kind,
      conversion?.order,
      valueMinor === null || currency === null ? null : decimalText(money(toMinor(valueMinor), currency)),
      currency,
      conversion?.seconds,
    ]);
  });
}
