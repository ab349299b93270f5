import { idFrom } from '../../platform/ids';
import { purposeHash } from '../../platform/seal';
import { OWN_LIST } from './rules';

/**
 * Whether a lead, or a lot, is answered to a business as if it were on its list. By a lot that falls once for both, so
 * that asking again tells nothing: an answer is then never a proof that a person asked for something.
 */
export function isDrawn(organisationId: string, unitId: string): boolean {
  const lot = Buffer.from(purposeHash('own-list-lot', idFrom('lot', organisationId, unitId)), 'base64url');
  return lot.readUInt32BE(0) % OWN_LIST.drawnOneIn === 0;
}
