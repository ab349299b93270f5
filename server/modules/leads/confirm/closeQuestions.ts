import { now } from '../../../platform/clock';
import { Confirmations } from './model';
import { type Answer, ANSWERS } from './rules';

/**
 * Answers the other open questions about a lead alike: nobody is asked on about what was answered. Those to other contacts
 * are marked, for who holds one of them has not answered; where the contact is null, none are.
 */
export async function closeOthers(
  { leadId, contactHash }: { leadId: string; contactHash: string | null },
  answer: Answer,
): Promise<void> {
  const change = { state: ANSWERS[answer].to, decidedAt: now() };
  await closeSame({ leadId, contactHash }, answer);
  if (contactHash === null) return;
  await Confirmations.updateMany({ leadId, state: 'OPEN' }, { $set: { ...change, isAnsweredElsewhere: true } });
}

/** The same of those to this contact alone; where it is null, of all. */
export async function closeSame(
  { leadId, contactHash }: { leadId: string; contactHash: string | null },
  answer: Answer,
): Promise<void> {
  const change = { state: ANSWERS[answer].to, decidedAt: now() };
  const ofContact = contactHash === null ? {} : { contactHash };
  await Confirmations.updateMany({ leadId, state: 'OPEN', ...ofContact }, { $set: change });
}
