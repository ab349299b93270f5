import { type RevealContactInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { takeFrom } from '../../platform/limits';
import { requireReason } from '../../platform/reasons';
import { type Contact } from './judgeRow';
import { readContact } from './vault/readContact';

const LOOKS_PER_HOUR = 200;

/** Shows staff a contact for a reason, which is recorded first; so many an hour that no one can copy the market. */
export async function revealContact(
  viewer: Viewer,
  { leadId, reason }: RevealContactInput,
): Promise<{ contact: Contact }> {
  const words = requireReason(reason);
  await takeFrom('reveal-contact', viewer.personId, LOOKS_PER_HOUR, 60 * 60);
  return { contact: await readContact(viewer, leadId, { reason: words }) };
}
