import { conflict, invalidInput } from '../../platform/errors';
import { whereLeads } from '../../platform/hostNames';
import { type Campaign, type CampaignTermsKept } from './model';

/** A campaign that was kept, and whether the web knows the name of its page; null where nobody could say, and of calls. */
export interface CampaignKept {
  campaign: Campaign;
  isTargetKnown: boolean | null;
}

/** Answers whether the name of the page is known. Throws InvalidInput where it leads inside. */
export async function requireOutside({ targetUrl }: Pick<CampaignTermsKept, 'targetUrl'>): Promise<boolean | null> {
  if (targetUrl === null) return null;
  const { fault, isKnown } = await whereLeads(targetUrl);
  if (fault) throw invalidInput(fault, ['terms', 'targetUrl']);
  return isKnown;
}

/** The same of a campaign that is to take visitors again. Throws Conflict. */
export async function requireStillOutside({ targetUrl }: Pick<Campaign, 'targetUrl'>): Promise<void> {
  const { fault } = targetUrl === null ? { fault: null } : await whereLeads(targetUrl);
  if (fault) throw conflict(`${fault} Give the campaign another page first.`);
}
