import { z } from 'zod';
import { type ApplyToCampaignInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { after, now, spokenMoment } from '../../../platform/clock';
import { conflict, notFound } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { readInput } from '../../../platform/inputs';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type Application, applicationFrom, type ApplicationRow, Applications, Campaigns } from '../model';
import { ASK_AGAIN_MS } from '../rules';

const RULE = 'Say where your visitors come from, in 10 to 1,000 characters.';
const schema = z.object({ note: z.string().trim().min(10, RULE).max(1000, RULE) });

/**
 * Asks a business to take the visitors of the viewer's agency. Asking again while it waits gives it another note. Throws
 * InvalidInput, NotFound, Conflict.
 */
export async function applyToCampaign(
  viewer: Viewer,
  input: ApplyToCampaignInput,
): Promise<{ application: Application }> {
  const { note } = readInput(schema, input);
  const { campaignId } = input;
  const agencyId = viewer.organisationId;
  if (viewer.organisationStatus !== 'ACTIVE')
    throw conflict('Your agency waits for the market’s approval. Apply once it is approved.');
  try {
    return { application: await inTransaction(() => apply(agencyId, campaignId, note)) };
  } catch (error) {
    // Asked twice at the same moment: the other one's is the application.
    if (duplicateKeyOf(error)) return { application: await inTransaction(() => apply(agencyId, campaignId, note)) };
    throw error;
  }
}

async function apply(agencyId: string, campaignId: string, note: string): Promise<Application> {
  const campaign = await Campaigns.findOne({ _id: campaignId, state: 'RUNNING', isSuspended: false }).lean();
  const _id = idFrom('application', campaignId, agencyId);
  const row = await Applications.findById(_id).lean<ApplicationRow>();
  if (!campaign) {
    if (row) throw conflict('The campaign takes nobody now.');
    throw notFound('open campaign');
  }
  const at = now();
  if (!row) {
    const application: Application = {
      _id,
      campaignId,
      businessId: campaign.businessId,
      agencyId,
      note,
      state: 'PENDING',
      reason: null,
      appliedAt: at,
      decidedAt: null,
      prices: [],
      version: 1,
    };
    await Applications.insertMany([application]);
    return application;
  }
  const earlier = applicationFrom(row);
  if (earlier.state === 'APPROVED') throw conflict('The campaign takes your visitors already.');
  const askedAgain = earlier.decidedAt ? after(earlier.decidedAt, ASK_AGAIN_MS) : at;
  if (earlier.state === 'DECLINED' && at < askedAgain)
    throw conflict(`The business declined. You may ask again from ${spokenMoment(askedAgain)}.`);
  const changes = {
    note,
    state: 'PENDING' as const,
    reason: null,
    appliedAt: at,
    decidedAt: null,
    version: earlier.version + 1,
  };
  await Applications.updateOne({ _id, version: earlier.version }, { $set: changes });
  return { ...earlier, ...changes };
}
