import { systemViewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { takeOne } from '../../../platform/limits';
import { inTransaction } from '../../../platform/transaction';
import { Leads, type Lead } from '../model';
import { moveLead } from '../moveLead';
import { MOVES, type LeadState } from '../rules';
import { answerApart } from './apart';
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
 * Gives the answer of a person, in one transaction with what it does to the lead, where the question is about one: of two at the same moment one is first, and the
 * other hears what stands then. An answer that was given before does nothing and is no fault.
 */
export async function giveAnswer(
  answer: Answer,
  { _id }: Pick<ConfirmationRow, '_id'>,
  work: (row: ConfirmationRow, lead: Lead) => Promise<void>,
): Promise<ConfirmationRow> {
  return inTransaction(async () => {
    const row = await Confirmations.findById(_id).lean<ConfirmationRow>();
    const isApart = row?.standsFor !== undefined;
    const lead = row && !isApart ? await Leads.findById(row.leadId).lean<Lead>() : null;
    if (!row || (!lead && !isApart)) throw linkNotOpen();
    const effect = effectOf(answer, row.state);
    if (effect === 'DONE_BEFORE') return row;
    if (effect === 'REFUSE') throw answeredBefore(row.state);
    const change = { state: ANSWERS[answer].to, decidedAt: now() };
    const { matchedCount } = await Confirmations.updateOne({ _id, state: row.state }, { $set: change });
    if (matchedCount === 0) throw answeredBefore(row.state);
    await (lead ? work(row, lead) : answerApart(answer, row));
    return { ...row, ...change };
  });
}

/** Moves a lead by the person's own word, where the table of moves has it; one that left the market before stays. */
export async function moveByPerson(lead: Lead, act: Exclude<Answer, 'confirmRequest'>, reason: string): Promise<void> {
  const from: readonly LeadState[] = MOVES[act].from;
  if (from.includes(lead.state)) await moveLead(systemViewer, { leadId: lead._id, act, reason }, () => true);
}
