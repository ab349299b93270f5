import { notFound } from '../../platform/errors';
import { type Viewer } from '../../graphql/viewer';
import { type OwnListRow, OwnLists, OwnListTurns } from './model';

/** The list that quotes of a business are compared with at a moment: the newest that is ripe. */
export const listInForce = (organisationId: string, at: Date): Promise<OwnListRow | null> =>
  OwnLists.findOne({ state: 'COMPLETE', organisationId, answersFrom: { $lte: at } })
    .sort({ answersFrom: -1 })
    .lean<OwnListRow>();

/** The same of several businesses, by business; those without a list are left out. */
export async function listsInForce(organisationIds: readonly string[], at: Date): Promise<Map<string, OwnListRow>> {
  const rows = await OwnLists.find({
    state: 'COMPLETE',
    organisationId: { $in: [...organisationIds] },
    answersFrom: { $lte: at },
  })
    .sort({ answersFrom: 1 })
    .lean<OwnListRow[]>();
  // Of each business the newest stands over those before it.
  return new Map(rows.map((row) => [row.organisationId, row]));
}

/** The viewer's own list that is being sent or complete; another's, and one that is gone, is not found. */
export async function ownListOf({ organisationId }: Viewer, ownListId: string): Promise<OwnListRow> {
  const list = await OwnLists.findOne({ _id: ownListId, organisationId, state: { $ne: 'GONE' } }).lean<OwnListRow>();
  if (!list) throw notFound('list');
  return list;
}

/** Makes two changes of one business's lists go one after the other; the first write of its transaction. */
export async function takeTurn(organisationId: string): Promise<void> {
  await OwnListTurns.updateOne(
    { _id: organisationId },
    { $inc: { turn: 1 }, $setOnInsert: { day: '', asked: 0 } },
    { upsert: true },
  );
}
