import { systemViewer } from '../../../graphql/viewer';
import { type PhoneNames } from '../alike/phoneNames';
import { Leads, type Lead, type Signal } from '../model';
import { moveLead } from '../moveLead';
import { weighIn } from '../ruleWeights/memory';
import { decide, isVerified, QUARANTINE_FROM } from '../rules';
import { soldOutAmong } from '../shelf';
import { manyNames } from './aboutPeople';
import { signalIn } from './leadOfRow';

const REASON = 'Held again: its phone number was left under many names since.';

/**
 * Notes on leads that stand already that their phone is left under many names, once for each lead. What is not sold out
 * is held again from sale by it, for a moderator to look at. Joins the caller's transaction.
 */
export async function notePlayedPhones(phones: ReadonlyMap<string, PhoneNames>, at: Date): Promise<void> {
  if (phones.size === 0) return;
  const leads = await Leads.find({
    _id: { $in: [...phones.keys()] },
    'signals.code': { $ne: 'PHONE_MANY_NAMES' },
  }).lean<Lead[]>();
  const soldOut = await soldOutAmong(leads.map(({ _id }) => _id));
  for (const lead of leads) {
    const signal: Signal = {
      ...signalIn(weighIn(lead.nicheId, manyNames(phones.get(lead._id)!)), at),
      isLater: true,
    };
    const signals = [...lead.signals, signal];
    await Leads.updateOne(
      { _id: lead._id, 'signals.code': { $ne: signal.code } },
      { $push: { signals: signal }, $set: { isVerified: isVerified(signals, lead) } },
    );
    if (lead.state === 'ACCEPTED' && isHeldBy(signal, lead.signals) && !soldOut.has(lead._id))
      await moveLead(systemViewer, { leadId: lead._id, act: 'holdLead', reason: REASON }, () => true);
  }
}

/** Whether a signal holds a lead: by itself, or as the one too many. What a moderator let pass before holds no more. */
const isHeldBy = (signal: Signal, before: readonly Signal[]): boolean =>
  signal.weight >= QUARANTINE_FROM || (decide(before) === 'ACCEPTED' && decide([...before, signal]) !== 'ACCEPTED');
