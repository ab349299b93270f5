import { type QueryClickBatchesArgs, type QueryClicksArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { type Connection, connection, olderThan, type PageArgs, pageArgs } from '../../platform/pages';
import { campaignsById, ownCampaignIds, ownTrade } from '../campaigns';
import { chosenClicks, type NamedOfBatch } from './disputes/chosenClicks';
import {
  batchFrom,
  type Click,
  type ClickBatch,
  ClickBatches,
  type ClickBatchRow,
  clickFrom,
  type ClickRow,
  Clicks,
} from './model';
import { partIn } from './policy';

/** What a viewer sees of the clicks and batches of one campaign, or of all that are its own. */
async function ownPart(viewer: Viewer, campaignId: string | null | undefined): Promise<object | null> {
  const { organisationKind, organisationId } = viewer;
  if (campaignId) {
    const campaign = (await campaignsById([campaignId])).get(campaignId);
    const part = campaign && (await partIn(viewer, campaign));
    return part ? { campaignId, ...part } : null;
  }
  if (organisationKind === 'AGENCY') return { agencyId: organisationId };
  if (organisationKind === 'BUSINESS') return { campaignId: { $in: await ownCampaignIds(viewer) } };
  throw badUserInput('Name the campaign: "campaignId".');
}

/** Clicks of a campaign, or those that the viewer's agency sent, newest first. */
export async function readClicks(
  viewer: Viewer,
  { campaignId, verdict, subId, first, after: cursor }: QueryClicksArgs,
): Promise<Connection<Click>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const own = await ownPart(viewer, campaignId);
  if (!own) return connection<Click>([], limit, () => []);
  const match = { ...own, ...(verdict ? { verdict } : {}), ...(typeof subId === 'string' ? { subId } : {}) };
  return pageOf(match, limit, after);
}

/** The billed clicks of a batch that a claim names, or all of them, newest first. */
export function readClaimedClicks({ batchId, named }: NamedOfBatch, page: PageArgs): Promise<Connection<Click>> {
  const { limit, after } = pageArgs(page);
  return pageOf(chosenClicks(batchId, named ? [named] : []), limit, after);
}

async function pageOf(match: object, limit: number, after: unknown[] | null): Promise<Connection<Click>> {
  const rows = await Clicks.find({ $and: [match, olderThan('at', after)] })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ClickRow[]>();
  return connection(rows.map(clickFrom), limit, ({ at, _id }) => [at.toISOString(), _id]);
}

/** The batches of these ids that exist, whosever they are. */
export async function batchesById(ids: readonly string[]): Promise<Map<string, ClickBatch>> {
  const rows = await ClickBatches.find({ _id: { $in: [...new Set(ids)] } }).lean<ClickBatchRow[]>();
  return new Map(rows.map((row) => [row._id, batchFrom(row)]));
}

/** A batch that is the viewer's own; null for any other. */
export async function readBatch(viewer: Viewer, id: string): Promise<ClickBatch | null> {
  const row = await ClickBatches.findOne({ $and: [ownTrade(viewer), { _id: id }] }).lean<ClickBatchRow>();
  return row && batchFrom(row);
}

/** What is billed and held as one, newest first. */
export async function readBatches(
  viewer: Viewer,
  { campaignId, first, after: cursor }: QueryClickBatchesArgs,
): Promise<Connection<ClickBatch>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const match = { ...ownTrade(viewer), ...(campaignId ? { campaignId } : {}) };
  const rows = await ClickBatches.find({ $and: [match, olderThan('from', after)] })
    .sort({ from: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ClickBatchRow[]>();
  return connection(rows.map(batchFrom), limit, ({ from, _id }) => [from.toISOString(), _id]);
}
