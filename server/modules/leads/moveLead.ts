import { systemViewer, type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { emit } from '../../platform/outbox';
import { inTransaction } from '../../platform/transaction';
import { cannotMove, noSuchLead } from './errors';
import { LeadContacts, Leads, type Lead } from './model';
import { isVerified, MOVES, type LeadState } from './rules';
import { takeOffSale } from './shelf';

interface Move {
  leadId: string;
  act: keyof typeof MOVES;
  reason: string;
  /** The state that was decided on; left out, every state that the table has for the act. */
  expectedState?: LeadState | null | undefined;
}

/** What the act of a moderator says of the lead; a dispute's is noted from its outcome, an agency's says nothing. */
function verdictOf(viewer: Viewer, act: Move['act']): Pick<Lead, 'verdict'> {
  if (viewer === systemViewer || act === 'withdrawLead') return {};
  return { verdict: { isPseudo: act === 'rejectLead', by: 'MODERATOR', at: now() } };
}

/**
 * Moves a lead by the table of moves, with a guard on its state, an entry in the audit, and the news that it left the
 * market where it did. `permits` sees the lead as it is; what it does not permit reads as missing.
 */
export async function moveLead(
  viewer: Viewer,
  { leadId, act, reason, expectedState }: Move,
  permits: (lead: Lead) => boolean,
): Promise<Lead> {
  const { from, to }: { from: readonly LeadState[]; to: LeadState } = MOVES[act];
  const states = from.filter((state) => !expectedState || state === expectedState);
  return inTransaction(async () => {
    const lead = await Leads.findById(leadId).lean<Lead>();
    if (!lead || !permits(lead)) throw noSuchLead();
    if (!states.includes(lead.state)) throw cannotMove(states, lead.state);
    const verdict = verdictOf(viewer, act);
    // What a moderator looked at and found sound weighs against a proof no longer.
    const verified = to === 'ACCEPTED' ? { isVerified: isVerified(lead.signals, { ...lead, ...verdict }) } : {};
    const moved = await Leads.findOneAndUpdate(
      { _id: leadId, state: lead.state },
      { $set: { state: to, decision: { reason, at: now() }, ...verdict, ...verified } },
      { returnDocument: 'after' },
    ).lean<Lead>();
    if (!moved) throw cannotMove(states, lead.state);
    if (to === 'REJECTED') await LeadContacts.updateOne({ _id: leadId }, { $set: { isStanding: false } });
    if (lead.state === 'ACCEPTED') await emit('lead.withdrawn', leadId, { leadId, agencyId: lead.agencyId });
    await recordAct({
      actor: viewer.personId,
      act,
      subject: leadId,
      reason,
      before: { state: lead.state },
      after: { state: to },
    });
    // Last, for purchases meet there: once this commits nobody buys it any more.
    if (lead.state === 'ACCEPTED') await takeOffSale([leadId]);
    return moved;
  });
}
