import { notFound } from '../../platform/errors';
import { type Viewer } from '../../graphql/viewer';
import { type OwnListRow, OwnLists as Lists, OwnListTurns } from './model';

/** The list that quotes of a business are compared with at a moment: the newest that is ripe. */
export const listInForce = (organisationId: string, at: Date): Promise<OwnListRow | null> =>
  Lists.findOne({ state: 'COMPLETE', organisationId, answersFrom: { $lte: at } })
    .sort({ answersFrom: -1 })
    .lean<OwnListRow>();

/** What leads are compared with for one business. */
export interface OwnLists {
  list: OwnListRow | null;
  /** Whether conversions brought it people. */
  hasPeople: boolean;
}

export const NO_LISTS: OwnLists = { list: null, hasPeople: false };

/** What leads are compared with for these businesses at a moment, in one command; those that have nothing are left out. */
export async function listsInForce(organisationIds: readonly string[], at: Date): Promise<Map<string, OwnLists>> {
  const rows = await Lists.find({
    state: { $in: ['COMPLETE', 'STANDING'] },
    organisationId: { $in: [...organisationIds] },
    answersFrom: { $lte: at },
  })
    .sort({ answersFrom: 1 })
    .lean<OwnListRow[]>();
  const found = new Map<string, OwnLists>();
  for (const row of rows) {
    const before = found.get(row.organisationId) ?? NO_LISTS;
    // Of each business the newest stands over those before it.
    found.set(row.organisationId, row.state === 'STANDING' ? { ...before, hasPeople: true } : { ...before, list: row });
  }
  return found;
}

/** The viewer's own list that is being sent or complete; another's, and one that is gone, is not found. */
export async function ownListOf({ organisationId }: Viewer, ownListId: string): Promise<OwnListRow> {
  const list = await Lists.findOne({
    _id: ownListId,
    organisationId,
    state: { $in: ['UPLOADING', 'COMPLETE'] },
  }).lean<OwnListRow>();
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
