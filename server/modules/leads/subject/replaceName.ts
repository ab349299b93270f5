import { after, now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { systemViewer } from '../../../graphql/viewer';
import { checkName } from '../checks/name';
import { isOfName } from '../checks/signals';
import { type Contact } from '../judgeRow';
import { Leads, type Lead } from '../model';
import { moveLead } from '../moveLead';
import { noteLater } from '../noteLater';
import { isHeldNoMore, isVerified, type MOVES } from '../rules';
import { soldOutAmong } from '../shelf';

interface Release {
  act: keyof typeof MOVES & ('confirmRequest' | 'releaseFromQuarantine');
  reason: string;
}

const HELD = 'Held again: the name that it was corrected to is doubtful.';

/**
 * Notes on a lead whose name was just replaced what is found of the new one. What was found of the former stays readable
 * and stands no more; what nothing else holds leaves quarantine. In the open transaction.
 */
export async function noteReplacedName(
  lead: Lead,
  { name, email }: Pick<Contact, 'name' | 'email'>,
  release: Release,
): Promise<void> {
  const renamedAt = momentAfter(lead);
  const renamed = { ...lead, renamedAt };
  const verified = isVerified(lead.signals, renamed);
  await Leads.updateOne({ _id: lead._id }, { $set: { renamedAt, isVerified: verified } });
  const { findings } = checkName({ fullName: name }, email);
  const isSoldOut = (await soldOutAmong([lead._id])).has(lead._id);
  await noteLater(renamed, findings, { at: renamedAt, reason: HELD, isSoldOut });
  const noted = await Leads.findById(lead._id).lean<Lead>();
  if (!noted) return;
  if (noted.isVerified !== lead.isVerified)
    await emit('lead.proven', lead._id, { leadId: lead._id, agencyId: lead.agencyId });
  if (isHeldNoMore(noted)) await moveLead(systemViewer, { leadId: lead._id, ...release }, () => true);
}

/** Now, and later than all that was found of the former name. */
function momentAfter({ signals }: Lead): Date {
  const found = signals.filter(({ code }) => isOfName(code)).map(({ at }) => after(at, 1).getTime());
  return new Date(Math.max(now().getTime(), ...found));
}
