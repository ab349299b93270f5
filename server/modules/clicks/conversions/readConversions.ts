import { type QueryClickLeadsArgs, type QueryConversionsArgs } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, olderThan, pageArgs } from '../../../platform/pages';
import { ownTrade } from '../../campaigns';
import { type Contact, recordOwnLooks } from '../../leads';
import { openLead } from './keepLead';
import { type ClickLead, ClickLeads, type Conversion, Conversions } from './model';

const newestFirst = { at: -1, _id: -1 } as const;
const placeOf = ({ at, _id }: { at: Date; _id: string }) => [at.toISOString(), _id];

/** Conversions of the viewer's campaigns, or of the visitors that its agency sent, newest first. */
export async function readConversions(
  viewer: Viewer,
  { campaignId, isQuick, first, after: cursor }: QueryConversionsArgs,
): Promise<Connection<Conversion>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const wanted = {
    ...ownTrade(viewer),
    ...(campaignId ? { campaignId } : {}),
    ...(typeof isQuick === 'boolean' ? { isQuick } : {}),
  };
  const rows = await Conversions.find({ $and: [wanted, olderThan('at', after)] })
    .sort(newestFirst)
    .limit(limit + 1)
    .lean<Conversion[]>();
  return connection(rows, limit, placeOf);
}

/** The conversions of these clicks, in their order, the first of each first. */
export async function conversionsOfClicks(clickIds: readonly string[]): Promise<Conversion[][]> {
  const rows = await Conversions.find({ clickId: { $in: [...clickIds] } })
    .sort({ at: 1 })
    .lean<Conversion[]>();
  return clickIds.map((id) => rows.filter(({ clickId }) => clickId === id));
}

/** The people whom the viewer's business named in conversions, newest first, without their contacts. */
export async function readClickLeads(
  { organisationId }: Viewer,
  { campaignId, first, after: cursor }: QueryClickLeadsArgs,
): Promise<Connection<ClickLead>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const wanted = { businessId: organisationId, ...(campaignId ? { campaignId } : {}) };
  const rows = await ClickLeads.find({ $and: [wanted, olderThan('at', after)] })
    .sort(newestFirst)
    .limit(limit + 1)
    .lean<ClickLead[]>();
  return connection(rows, limit, placeOf);
}

/** One of them; null for another business's. */
export const readClickLead = ({ organisationId }: Viewer, id: string): Promise<ClickLead | null> =>
  ClickLeads.findOne({ _id: id, businessId: organisationId }).lean<ClickLead>();

/** The contacts of people of the viewer's business, by id: the one way to them. Each look is recorded before. */
export async function clickContacts(
  viewer: Viewer,
  leads: readonly ClickLead[],
  reason: string,
): Promise<Map<string, Contact>> {
  const own = leads.filter(({ businessId }) => businessId === viewer.organisationId);
  await recordOwnLooks(
    viewer,
    own.map(({ _id }) => _id),
    reason,
  );
  return new Map(own.map((lead) => [lead._id, openLead(lead)]));
}
