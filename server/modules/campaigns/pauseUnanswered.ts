import { after, DAY } from '../../platform/clock';
import { recordAct } from '../../platform/audit';
import { addressesOf } from '../accounts';
import { requestMessage } from '../messages';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
import { stakeOf } from './stake';

/**
 * Pauses a campaign whose calls nobody answers and tells the business, in the open transaction. Answers whether it ran.
 */
export async function pauseUnanswered(campaignId: string, at: Date): Promise<boolean> {
  const row = await Campaigns.findOne({ _id: campaignId, state: 'RUNNING' }).lean<CampaignRow>();
  if (!row) return false;
  const before = campaignFrom(row);
  const changes = {
    state: 'PAUSED',
    stateSince: at,
    pausedBecause: 'UNANSWERED',
    version: before.version + 1,
  } as const;
  const { matchedCount } = await Campaigns.updateOne(
    { _id: campaignId, state: 'RUNNING', version: before.version },
    { $set: changes },
  );
  if (matchedCount === 0) throw new Error(`campaign ${campaignId} was changed by another at the same moment`);
  const campaign: Campaign = { ...before, ...changes };
  await recordAct({
    actor: 'system',
    act: 'pauseCampaign',
    subject: campaign.businessId,
    reason: 'Three calls within an hour were not answered.',
    before: stakeOf(before),
    after: stakeOf(campaign),
  });
  await tell(campaign, at);
  return true;
}

async function tell({ _id, businessId, name, version }: Campaign, at: Date): Promise<void> {
  const text = [
    `Three calls within an hour to your campaign "${name}" were not answered, so it is paused: callers would be lost.`,
    'See to it that somebody answers, set the hours in which somebody does, and resume the campaign.',
  ].join(' ');
  for (const { personId, email } of await addressesOf(businessId)) {
    await requestMessage({
      id: `unanswered_${_id}_${version}_${personId}`,
      channel: 'EMAIL',
      to: email,
      subject: `Your campaign "${name}" is paused: nobody answered`,
      text,
      expiresAt: after(at, DAY),
    });
  }
}
