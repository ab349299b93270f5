import { type Role, type Viewer } from '../../graphql/viewer';
import { worksSale } from '../desk';
import { type CertificateRow } from './model';

const STAFF: readonly Role[] = ['MODERATOR', 'ADJUDICATOR', 'ADMIN'];

type Sides = Pick<CertificateRow, 'agencyId' | 'buyerId'>;

/** Whether a certificate is the viewer's organisation's: that of the lead, that which bought it, or the platform's staff. */
export function isSideOf(viewer: Viewer, { agencyId, buyerId }: Sides): boolean {
  if (viewer.organisationKind === 'PLATFORM') return STAFF.includes(viewer.role);
  return viewer.organisationId === (viewer.organisationKind === 'AGENCY' ? agencyId : buyerId);
}

/** Whether the viewer may open a certificate by its id: of a business an agent only while the card is theirs. */
export async function mayOpen(viewer: Viewer, certificate: CertificateRow): Promise<boolean> {
  if (!isSideOf(viewer, certificate)) return false;
  return viewer.role !== 'AGENT' || worksSale(viewer, certificate.saleId);
}
