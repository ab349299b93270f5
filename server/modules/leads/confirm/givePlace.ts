import { now } from '../../../platform/clock';
import { LeadContacts, type Lead, type LeadContactRow } from '../model';
import { countsForOwn, isAnsweredHere, type ProofChannel, unsureSince } from '../rules';
import { isOtherAnswered, promote, successorOf } from '../vault/promoteFurther';
import { takeBack } from '../vault/takeBack';
import { holdUnanswered } from './holdUnanswered';
import { type ConfirmationRow } from './model';

const REASON = 'Whoever has the contact given first said that it was not them; the person had given another.';

const AFTER_DENIED = { PHONE: 'PHONE_AFTER_DENIED', EMAIL: 'EMAIL_AFTER_DENIED' } as const;

/**
 * Puts what the person gave instead in the place of the lead's own phone or e-mail: a proof there outlasts the word of who
 * has the wrong one where the person has answered on the other channel too since it was given. Else the lead is held until
 * then, and of what is sold the doubt stays for its buyers: it may be somebody else's, who knew the other channel. False
 * where nothing is left that the person gave.
 */
export async function givePlace({ leadId, channel }: ConfirmationRow, lead: Lead): Promise<boolean> {
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  const next = row && successorOf(lead, row, channel);
  if (!row || !next) return false;
  const unsure = (await isOtherAnswered(row, channel, next.at)) ? [] : [channel];
  const because = { act: 'takeOutDenied', reason: REASON, at: now(), unsure } as const;
  const promoted = await promote(lead, row, channel, next, because);
  if (promoted && !isAnsweredOn(promoted, channel)) await holdUnanswered(promoted, AFTER_DENIED[channel]);
  return promoted !== null;
}

/**
 * Takes out of a lead's own place what a repeat has put there and may be somebody else's: of the request itself its owner
 * says nothing. False where it stands there because of an earlier no, so that nobody is left who may have asked.
 */
export async function giveBack({ leadId, channel }: ConfirmationRow, lead: Lead): Promise<boolean> {
  const isAfterDenial = lead.signals.some(({ code }) => code === AFTER_DENIED[channel]);
  if (isAfterDenial || unsureSince(lead, channel) === null) return false;
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (row) await takeBack(row, channel);
  return row !== null;
}

const isAnsweredOn = (lead: Lead, channel: ProofChannel): boolean =>
  lead.proofs.some((proof) => proof.channel === channel && isAnsweredHere(proof) && countsForOwn(proof, lead));
