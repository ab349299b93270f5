import { after, DAY } from '../../../platform/clock';
import { groupBy } from '../../../platform/groupBy';
import { type Viewer } from '../../../graphql/viewer';
import { type MarkRow, Marks } from './model';

const MOST_SHOWN = 60;

/** The marks of the viewer's organisation, the newest first. */
export const readMarks = ({ organisationId }: Viewer): Promise<MarkRow[]> =>
  Marks.find({ organisationId }).sort({ addedAt: -1 }).limit(MOST_SHOWN).lean<MarkRow[]>();

/** A competitor's domain counts after so long, as an own list does. */
const RIPENS_MS = DAY;

/** The hashes of domains that businesses named as their competitors', by business, as far as they count at a moment. */
export async function competitorDomainsOf(
  organisationIds: readonly string[],
  at: Date,
): Promise<Map<string, Set<string>>> {
  const addedAt = { $lte: after(at, -RIPENS_MS) };
  const rows = await Marks.find(
    { organisationId: { $in: [...organisationIds] }, owner: 'COMPETITOR', addedAt },
    { organisationId: 1, hash: 1 },
  ).lean<Pick<MarkRow, 'organisationId' | 'hash'>[]>();
  return new Map(
    [...groupBy(rows, ({ organisationId }) => organisationId)].map(([id, marks]) => [
      id,
      new Set(marks.map(({ hash }) => hash)),
    ]),
  );
}
