import { systemViewer } from '../../graphql/viewer';
import { type Finding } from './checks/signals';
import { signalIn } from './accept/leadOfRow';
import { Leads, type Lead, type Signal } from './model';
import { moveLead } from './moveLead';
import { weighIn } from './ruleWeights/memory';
import { decide, isVerified, QUARANTINE_FROM } from './rules';

/**
 * Notes on a lead that stands already what speaks against it since, each finding once. What is not sold out is held again
 * from sale by it, for a moderator to look at. Joins the caller's transaction.
 */
export async function noteLater(
  lead: Lead,
  findings: readonly Finding[],
  { at, reason, isSoldOut }: { at: Date; reason: string; isSoldOut: boolean },
): Promise<void> {
  const known = new Set(lead.signals.map(({ code }) => code));
  const later = findings
    .filter(({ code }) => !known.has(code))
    .map((found): Signal => ({ ...signalIn(weighIn(lead.nicheId, found), at), isLater: true }));
  if (later.length === 0) return;
  const signals = [...lead.signals, ...later];
  await Leads.updateOne(
    { _id: lead._id, 'signals.code': { $nin: later.map(({ code }) => code) } },
    { $push: { signals: { $each: later } }, $set: { isVerified: isVerified(signals, lead) } },
  );
  if (lead.state === 'ACCEPTED' && areHolding(later, lead.signals) && !isSoldOut)
    await moveLead(systemViewer, { leadId: lead._id, act: 'holdLead', reason }, () => true);
}

/** Whether signals hold a lead: one by itself, or as those too many. What a moderator let pass before holds no more. */
const areHolding = (later: readonly Signal[], before: readonly Signal[]): boolean =>
  later.some(({ weight }) => weight >= QUARANTINE_FROM) ||
  (decide(before) === 'ACCEPTED' && decide([...before, ...later]) !== 'ACCEPTED');
