import { systemViewer } from '../../graphql/viewer';
import { type Finding } from './checks/signals';
import { signalIn } from './accept/leadOfRow';
import { Leads, type Lead, type Signal } from './model';
import { moveLead } from './moveLead';
import { weighIn } from './ruleWeights/memory';
import { decide, isOfFormerName, isVerified, QUARANTINE_FROM, standingFindings } from './rules';

/**
 * Notes on a lead that stands already what speaks against it since, each finding once, of each name anew. What is not sold
 * out is held again from sale by it, for a moderator to look at. Joins the caller's transaction.
 */
export async function noteLater(
  lead: Lead,
  findings: readonly Finding[],
  { at, reason, isSoldOut }: { at: Date; reason: string; isSoldOut: boolean },
): Promise<void> {
  const known = new Set(lead.signals.filter((one) => !isOfFormerName(one, lead)).map(({ code }) => code));
  const later = findings
    .filter(({ code }) => !known.has(code))
    .map((found): Signal => ({ ...signalIn(weighIn(lead.nicheId, found), at), isLater: true }));
  if (later.length === 0) return;
  const before = new Set(lead.signals.map(({ code }) => code));
  const first = later.flatMap(({ code }) => (before.has(code) ? [] : [code]));
  const signals = [...lead.signals, ...later];
  await Leads.updateOne(
    { _id: lead._id, 'signals.code': { $nin: first } },
    { $push: { signals: { $each: later } }, $set: { isVerified: isVerified(signals, lead) } },
  );
  if (lead.state === 'ACCEPTED' && areHolding(later, standingFindings(lead.signals, lead)) && !isSoldOut)
    await moveLead(systemViewer, { leadId: lead._id, act: 'holdLead', reason }, () => true);
}

/** Whether signals hold a lead: one by itself, or as those too many. What a moderator let pass before holds no more. */
const areHolding = (later: readonly Signal[], before: readonly Signal[]): boolean =>
  later.some(({ weight }) => weight >= QUARANTINE_FROM) ||
  (decide(before) === 'ACCEPTED' && decide([...before, ...later]) !== 'ACCEPTED');
