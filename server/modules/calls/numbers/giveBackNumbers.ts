import { after } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { campaignsById } from '../../campaigns';
import { type TrackedNumber, TrackedNumbers } from '../model';
import { GIVE_BACK_MS } from '../rules';
import { releaseNumber } from '../telephony/provider';

/** Gives the numbers of campaigns that are over for long back to the provider. Answers with how many. */
export async function giveBackNumbers(at: Date): Promise<number> {
  let given = 0;
  const rows = await TrackedNumbers.find({ state: { $in: ['ACTIVE', 'PAUSED'] } }).lean<TrackedNumber[]>();
  const campaigns = await campaignsById(rows.map(({ campaignId }) => campaignId));
  for (const { _id, campaignId, sid } of rows) {
    const campaign = campaigns.get(campaignId);
    if (campaign?.state !== 'ENDED' || after(campaign.stateSince, GIVE_BACK_MS) > at) continue;
    try {
      if (sid) await releaseNumber(sid);
      await TrackedNumbers.updateOne({ _id }, { $set: { state: 'RELEASED', sid: null } });
      given++;
    } catch (error) {
      log.error({ error, numberId: _id }, 'a number could not be given back');
    }
  }
  return given;
}
