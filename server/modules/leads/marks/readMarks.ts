import { after, DAY } from '../../../platform/clock';
import { type Viewer } from '../../../graphql/viewer';
import { type MarkRow, Marks } from './model';

const MOST_SHOWN = 60;

/** The marks of the viewer's organisation, the newest first. */
export const readMarks = ({ organisationId }: Viewer): Promise<MarkRow[]> =>
  Marks.find({ organisationId }).sort({ addedAt: -1 }).limit(MOST_SHOWN).lean<MarkRow[]>();

/** A competitor's domain counts after so long, as an own list does. */
const RIPENS_MS = DAY;

/** The hashes of domains that a business named as its competitors', as far as they count at a moment. */
export async function competitorDomains(organisationId: string, at: Date): Promise<Set<string>> {
  const addedAt = { $lte: after(at, -RIPENS_MS) };
  const rows = await Marks.find({ organisationId, owner: 'COMPETITOR', addedAt }, { hash: 1 }).lean<
    Pick<MarkRow, 'hash'>[]
  >();
  return new Set(rows.map(({ hash }) => hash));
}
