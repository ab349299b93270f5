import { systemViewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { signalIn } from '../accept/leadOfRow';
import { finding, type SignalCode } from '../checks/signals';
import { Leads, type Lead, type Signal } from '../model';
import { moveLead } from '../moveLead';
import { isVerified, QUARANTINE_FROM } from '../rules';
import { weighIn } from '../ruleWeights/memory';
import { soldOutAmong } from '../shelf';

/** Notes that what took the place of a lead's own contact may be a stranger's, and holds what is not sold out by it. */
export async function holdUnanswered(lead: Lead, code: SignalCode): Promise<void> {
  const found = weighIn(lead.nicheId, finding(code));
  const signal: Signal = { ...signalIn(found, now()), isLater: true };
  const signals = [...lead.signals, signal];
  const verified = isVerified(signals, lead);
  await Leads.updateOne({ _id: lead._id }, { $push: { signals: signal }, $set: { isVerified: verified } });
  const isSoldOut = (await soldOutAmong([lead._id])).has(lead._id);
  if (lead.state === 'ACCEPTED' && signal.weight >= QUARANTINE_FROM && !isSoldOut)
    await moveLead(systemViewer, { leadId: lead._id, act: 'holdLead', reason: found.evidence }, () => true);
}
