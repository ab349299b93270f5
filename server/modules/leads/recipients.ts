import { nicheTree } from '../catalog';
import { type ConsentRecord } from './model';

/**
 * Who may use a contact by its consent, by name: its agency, and the businesses that may buy it. Once a business bought
 * it, `buyer` is the one that is named.
 */
export function recipientsNamed(
  recipients: ConsentRecord['recipients'],
  { agency, nicheId, buyer }: { agency: string; nicheId: string; buyer?: string },
): string[] {
  const niche = nicheTree().byId(nicheId)?.name ?? nicheId;
  const names = {
    AGENCY: agency,
    BUYERS: buyer ?? `businesses of the niche “${niche}” that buy the lead through Leadbourse`,
  };
  return recipients.map((recipient) => names[recipient]);
}
