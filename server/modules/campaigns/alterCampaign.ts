import { type Viewer } from '../../graphql/viewer';
import { type ActName } from '../../platform/actNames';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { spentAt } from './budgets';
import { keepCampaign } from './campaignMemory';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
import { tellOfBudgets } from './spending';
import { stakeOf } from './stake';

/**
 * Alters a campaign of the viewer's business and sets it on record with what was before. Throws NotFound and what `alter`
 * throws.
 */
export async function alterCampaign(
  { organisationId: businessId, personId }: Viewer,
  act: ActName,
  id: string,
  alter: (campaign: Campaign) => Partial<Campaign>,
): Promise<Campaign> {
  const altered = await inTransaction(async () => {
    const row = await Campaigns.findOne({ _id: id, businessId }).lean<CampaignRow>();
    if (!row) throw notFound('campaign');
    const before = campaignFrom(row);
    const altered = { ...alter(before), version: before.version + 1 };
    const changes = { ...altered, warned: await warnedOf({ ...before, ...altered }) };
    const { matchedCount } = await Campaigns.updateOne({ _id: id, version: before.version }, { $set: changes });
    if (matchedCount === 0) throw notFound('campaign');
    const after = { ...before, ...changes };
    await recordAct({ actor: personId, act, subject: businessId, before: stakeOf(before), after: stakeOf(after) });
    return after;
  });
  keepCampaign(altered);
  return altered;
}

/** What was told of the budgets: a limit that leaves too little for anybody is told now, since no visit comes that would. */
async function warnedOf(campaign: Campaign): Promise<Campaign['warned']> {
  if (campaign.state !== 'RUNNING') return campaign.warned;
  const at = now();
  return tellOfBudgets({ ...campaign, spent: spentAt(campaign, at) }, at);
}
