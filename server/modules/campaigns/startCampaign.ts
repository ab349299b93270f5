import { type StartCampaignInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { once } from '../../platform/idempotency';
import { newId } from '../../platform/ids';
import { disputesTooMuch } from '../disputes';
import { nothingSpent } from './budgets';
import { type Campaign, Campaigns } from './model';
import { freshCampaign } from './readCampaigns';
import { setAside } from './reserve';
import { CAMPAIGN } from './rules';
import { requireCallable } from './callable';
import { stakeOf } from './stake';
import { type CampaignKept, requireOutside } from './outside';
import { isAgreed, readTerms, tooMany } from './terms';

/**
 * Keeps a new campaign; it takes visitors at once where the amount at stake was agreed to. The same client key answers
 * with the same campaign. Throws InvalidInput, Conflict.
 */
export async function startCampaign(viewer: Viewer, input: StartCampaignInput): Promise<CampaignKept> {
  const { organisationId: businessId, personId } = viewer;
  const terms = readTerms(input.terms);
  await requireCallable(terms);
  const isTargetKnown = await requireOutside(terms);
  const runs = isAgreed(input.agreedPerDay, terms);
  // Else it would rank above the others of a business that disputes too much until all are ranked anew.
  const ranksLower = await disputesTooMuch(businessId, now());
  const { clientKey, ...asked } = input;
  const request = { actor: businessId, operation: 'startCampaign', key: clientKey, input: asked };
  const id = await once(request, async () => {
    const others = await Campaigns.countDocuments({ businessId, state: { $ne: 'ENDED' } });
    if (others >= CAMPAIGN.mostOfBusiness) throw tooMany();
    const at = now();
    const campaign: Campaign = {
      _id: newId('campaign'),
      businessId,
      ...terms,
      state: runs ? 'RUNNING' : 'PAUSED',
      stateSince: at,
      isSuspended: false,
      agreedBy: personId,
      version: 1,
      reservedMinor: 0n,
      unbilledMinor: 0n,
      reserveSeq: 0,
      spendSeq: 0,
      spent: nothingSpent(),
      warned: {},
      ranksLower,
      createdAt: at,
    };
    await Campaigns.insertMany([campaign]);
    await recordAct({ actor: personId, act: 'startCampaign', subject: businessId, after: stakeOf(campaign) });
    return campaign._id;
  });
  await setAside(id);
  return { campaign: await freshCampaign(id), isTargetKnown };
}
