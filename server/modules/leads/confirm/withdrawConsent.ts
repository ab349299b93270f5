import { type WithdrawConsentInput } from '../../../generated/graphql';
import { emit } from '../../../platform/outbox';
import { type Lead } from '../model';
import { noteWord } from '../subject/noteWord';
import { closeOthers, giveAnswer, moveByPerson, questionBehind } from './answer';
import { type ConfirmationRow } from './model';

export const WITHDRAWN_BY_PERSON = 'The person withdrew the consent.';

/**
 * A person takes back the consent under which a lead is sold: it is sold no more, and its buyers are told by the event.
 * Errors: LinkNotOpen, Conflict, TooManyRequests.
 */
export async function withdrawConsent(
  { token }: WithdrawConsentInput,
  ip: string,
): Promise<{ confirmation: ConfirmationRow }> {
  const row = await questionBehind(token, ip);
  const confirmation = await giveAnswer('withdrawConsent', row, ({ contactHash }, lead) =>
    endConsent(lead, contactHash),
  );
  return { confirmation };
}

/** The same for whoever has proven otherwise to be the person, in the open transaction. */
export async function endConsent(lead: Lead, contactHash: string | null = null): Promise<void> {
  await emit('consent.withdrawn', lead._id, { leadId: lead._id, agencyId: lead.agencyId });
  await closeOthers({ leadId: lead._id, contactHash }, 'withdrawConsent');
  await noteWord(lead._id, 'WITHDRAWN');
  await moveByPerson(lead, 'withdrawConsent', WITHDRAWN_BY_PERSON);
}
