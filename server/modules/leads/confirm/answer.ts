import { systemViewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { takeOne } from '../../../platform/limits';
import { inTransaction } from '../../../platform/transaction';
import { Leads, type Lead } from '../model';
import { moveLead } from '../moveLead';
import { MOVES, type LeadState } from '../rules';
import { answeredBefore, linkNotOpen } from './errors';
import { tokenHashOf } from './link';
import { type ConfirmationRow, Confirmations } from './model';
import { type Answer, ANSWERS, CONFIRM_LIMIT, effectOf } from './rules';

/** The question that a link is of. Throws LinkNotOpen for a link that is none of ours or over its time. */
export async function questionBehind(token: string, ip: string): Promise<ConfirmationRow> {
  const tokenHash = tokenHashOf(token);
  await takeOne(CONFIRM_LIMIT.perIp, ip);
  const row = tokenHash && (await Confirmations.findOne({ tokenHash }).lean<ConfirmationRow>());
  if (!row || row.expiresAt <= now()) throw linkNotOpen();
  return row;
}

/**
 * Gives the answer of a person, in one transaction with what it does: of two at the same moment one is first, and the
 * other hears what stands then. An answer that was given before does nothing and is no fault.
 */
export async function giveAnswer(
  answer: Answer,
  { _id }: Pick<ConfirmationRow, '_id'>,
  work: (row: ConfirmationRow, lead: Lead) => Promise<void>,
): Promise<ConfirmationRow> {
  return inTransaction(async () => {
    const row = await Confirmations.findById(_id).lean<ConfirmationRow>();
    const lead = row && (await Leads.findById(row.leadId).lean<Lead>());
    if (!row || !lead) throw linkNotOpen();
    const effect = effectOf(answer, row.state);
    if (effect === 'DONE_BEFORE') return row;
    if (effect === 'REFUSE') throw answeredBefore(row.state);
    const change = { state: ANSWERS[answer].to, decidedAt: now() };
    const { matchedCount } = await Confirmations.updateOne({ _id, state: row.state }, { $set: change });
    if (matchedCount === 0) throw answeredBefore(row.state);
    await work(row, lead);
    return { ...row, ...change };
  });
}

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

/** Moves a lead by the person's own word, where the table of moves has it; one that left the market before stays. */
export async function moveByPerson(lead: Lead, act: Exclude<Answer, 'confirmRequest'>, reason: string): Promise<void> {
  const from: readonly LeadState[] = MOVES[act].from;
  if (from.includes(lead.state)) await moveLead(systemViewer, { leadId: lead._id, act, reason }, () => true);
}
