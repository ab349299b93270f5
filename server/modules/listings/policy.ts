import { type Viewer } from '../../graphql/viewer';
import { organisationsById } from '../accounts';
import { agencyNotActive } from './errors';

/** Only an approved agency that is not suspended may put leads on sale. Throws AgencyNotActive. */
export async function requireActiveAgency({ organisationId }: Viewer): Promise<void> {
  const agency = (await organisationsById([organisationId])).get(organisationId);
  if (agency?.status !== 'ACTIVE') throw agencyNotActive();
}
