import { type Viewer } from '../../graphql/viewer';
import { type DisputeParty, type DisputeRow } from './model';

type Sides = Pick<DisputeRow, 'buyerId' | 'agencyId'>;

/**
 * Agents work the cards given to them; claims about money are their managers'. On the platform's side the words of both
 * sides are for those who decide; finance explains money by its entries.
 */
export const readsDisputes = ({ organisationKind, role }: Viewer): boolean =>
  organisationKind === 'PLATFORM' ? role === 'ADJUDICATOR' || role === 'ADMIN' : role !== 'AGENT';

/** The side of a dispute that a viewer stands on; null for everybody else, to whom the dispute does not exist. */
export function sideOf(
  viewer: Viewer,
  dispute: Sides,
): Extract<DisputeParty, 'BUYER' | 'AGENCY' | 'ADJUDICATOR'> | null {
  if (!readsDisputes(viewer)) return null;
  if (viewer.organisationKind === 'PLATFORM') return 'ADJUDICATOR';
  if (viewer.organisationId === dispute.buyerId) return 'BUYER';
  return viewer.organisationId === dispute.agencyId ? 'AGENCY' : null;
}
