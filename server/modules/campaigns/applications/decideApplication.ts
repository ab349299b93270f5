import { z } from 'zod';
import { type ApproveApplicationInput, type DeclineApplicationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type ActName } from '../../../platform/actNames';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, notFound } from '../../../platform/errors';
import { readInput } from '../../../platform/inputs';
import { inTransaction } from '../../../platform/transaction';
import { keepApplication } from '../campaignMemory';
import { type Application, applicationFrom, type ApplicationRow, Applications } from '../model';
import { recordSteps, repriced } from '../prices/reprice';
import { campaignsById } from '../readCampaigns';

/** Takes an agency's visitors, at prices that are set now. Throws NotFound, Conflict. */
export async function approveApplication(
  viewer: Viewer,
  { id }: ApproveApplicationInput,
): Promise<{ application: Application }> {
  return decide(viewer, 'approveApplication', id, async (application) => {
    if (application.state === 'APPROVED') throw conflict('The agency is taken already.');
    const campaign = (await campaignsById([application.campaignId])).get(application.campaignId);
    if (!campaign || campaign.state === 'ENDED') throw conflict('The campaign is over.');
    const { prices, added } = repriced(application, campaign, now());
    await recordSteps(application, added);
    return { state: 'APPROVED', reason: null, prices };
  });
}

const RULE = 'Give the reason that the agency reads, in 5 to 500 characters.';
const schema = z.object({ reason: z.string().trim().min(5, RULE).max(500, RULE) });

/** Refuses an agency's visitors, from now on where they were taken. Throws InvalidInput, NotFound, Conflict. */
export async function declineApplication(
  viewer: Viewer,
  input: DeclineApplicationInput,
): Promise<{ application: Application }> {
  const { reason } = readInput(schema, input);
  return decide(viewer, 'declineApplication', input.id, async ({ state }) => {
    if (state === 'DECLINED') throw conflict('The agency is declined already.');
    return { state: 'DECLINED', reason };
  });
}

async function decide(
  { organisationId: businessId, personId }: Viewer,
  act: ActName,
  id: string,
  decision: (application: Application) => Promise<Partial<Application>>,
): Promise<{ application: Application }> {
  const decided = await inTransaction(async () => {
    const row = await Applications.findOne({ _id: id, businessId }).lean<ApplicationRow>();
    if (!row) throw notFound('application');
    const before = applicationFrom(row);
    const changes = { ...(await decision(before)), decidedAt: now(), version: before.version + 1 };
    const { matchedCount } = await Applications.updateOne({ _id: id, version: before.version }, { $set: changes });
    if (matchedCount === 0) throw notFound('application');
    await recordAct({ actor: personId, act, subject: id, reason: changes.reason ?? null });
    return { ...before, ...changes };
  });
  keepApplication(decided);
  return { application: decided };
}
