import { config } from '../../../config';
import { spokenMoment } from '../../../platform/clock';
import { organisationsById } from '../../accounts';
import { tellErased } from '../../campaigns';
import { nicheTree } from '../../catalog';
import { contactForPerson, looksForPerson } from '../../leads';
import { forgetOwnPeople } from '../../ownLists';
import { type HeldBeside, type ProvenPerson } from '../../rights';
import { openLead } from './keepLead';
import { type ClickLead, ClickLeads, Conversions } from './model';

const FIELDS = { PHONE: 'phoneHash', EMAIL: 'emailHash' } as const;
const MOST = 200;

const whereProven = (proven: ProvenPerson): object => ({
  $or: proven.map(({ channel, hash }) => ({ [FIELDS[channel]]: hash })),
});

/** What is held of people because a business named them in a conversion, for themselves. */
export const heldOfPeople: HeldBeside = {
  async held(proven, reason) {
    const leads = await ClickLeads.find(whereProven(proven)).sort({ at: -1 }).limit(MOST).lean<ClickLead[]>();
    const looks = await looksForPerson(
      leads.map(({ _id }) => _id),
      reason,
    );
    const ids = [...new Set(leads.flatMap(({ businessId, agencyId }) => [businessId, agencyId]))];
    const names = await organisationsById(ids);
    const records = leads.map((lead) => ({
      id: lead._id,
      nicheId: lead.nicheId,
      business: names.get(lead.businessId)?.name ?? '',
      agency: names.get(lead.agencyId)?.name ?? '',
      at: lead.at,
      contact: contactForPerson(openLead(lead), lead, proven),
      looks: looks.get(lead._id)?.count ?? 0,
      lastLookAt: looks.get(lead._id)?.lastAt ?? null,
    }));
    return { records };
  },

  async erase(proven) {
    const leads = await ClickLeads.find(whereProven(proven)).lean<ClickLead[]>();
    const ids = leads.map(({ _id }) => _id);
    if (ids.length === 0) return { ids, businessIds: [] };
    await forgetOwnPeople(leads.flatMap(({ ownPeople }) => ownPeople));
    await ClickLeads.deleteMany({ _id: { $in: ids } });
    await Conversions.updateMany({ leadId: { $in: ids } }, { $set: { leadId: null } });
    const businessIds = [...new Set(leads.map(({ businessId }) => businessId))];
    for (const id of businessIds) await tell(id, leads);
    return { ids, businessIds };
  },
};

/** One letter to a business, with which of its visitors it was. */
async function tell(businessId: string, leads: readonly ClickLead[]): Promise<void> {
  const own = leads.filter((lead) => lead.businessId === businessId);
  const which = own.map(({ nicheId, at, campaignId, clickId }) => ({
    told: `It came by a visit to your campaign for ${nicheTree().byId(nicheId)?.name ?? ''} on ${spokenMoment(at)}:\n${config.publicUrl}/campaigns/${campaignId}`,
    ids: { campaignId, clickId },
  }));
  await tellErased(
    businessId,
    'A person whom your server named in a conversion had their data erased on this market.',
    which,
  );
}
