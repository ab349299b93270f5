import { after, DAY } from '../../platform/clock';
import { recordAct } from '../../platform/audit';
import { eachApart } from '../../platform/eachApart';
import { inTransaction } from '../../platform/transaction';
import { addressesOf } from '../accounts';
import { requestMessage } from '../messages';
import { faultOfPhone } from './callTarget';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
import { stakeOf } from './stake';

/** Why the market pauses a campaign by itself, for its record and in a message to the business. */
interface Pause {
  because: NonNullable<Campaign['pausedBecause']>;
  reason: string;
  subject: string;
  text: string;
}

/**
 * Pauses a campaign whose calls nobody answers and tells the business, in the open transaction. Answers whether it ran.
 */
export const pauseUnanswered = (campaignId: string, at: Date): Promise<boolean> =>
  pause(campaignId, at, ({ name }) => ({
    because: 'UNANSWERED',
    reason: 'Three calls within an hour were not answered.',
    subject: `Your campaign "${name}" is paused: nobody answered`,
    text: [
      `Three calls within an hour to your campaign "${name}" were not answered, so it is paused: callers would be lost.`,
      'See to it that somebody answers, set the hours in which somebody does, and resume the campaign.',
    ].join(' '),
  }));

/**
 * Pauses campaigns that run with a phone which the rules of today refuse, and tells their businesses: a phone was read by the
 * rules of the day on which it was given. Answers how many.
 */
export async function pauseRefusedPhones(at: Date): Promise<number> {
  const rows = await Campaigns.find({ state: 'RUNNING', phone: { $type: 'string' } }, { phone: 1 }).lean<
    { _id: string; phone: string }[]
  >();
  return eachApart(
    rows.filter(({ phone }) => faultOfPhone(phone) !== null),
    ({ _id }) => inTransaction(() => pauseRefused(_id, at)),
    ({ _id }) => ({ campaignId: _id }),
    'a campaign with a phone that is refused was not paused',
  );
}

const pauseRefused = (campaignId: string, at: Date): Promise<boolean> =>
  pause(campaignId, at, ({ name, phone = '' }) => {
    const fault = faultOfPhone(phone);
    if (fault === null) return null;
    return {
      because: 'PHONE_REFUSED',
      reason: `Its phone is none that calls are put through to. ${fault}`,
      subject: `Your campaign "${name}" is paused: its phone`,
      text: [
        `The phone of your campaign "${name}" is none that calls are put through to any more, so it is paused. ${fault}`,
        'Give the campaign another phone, and it goes on.',
      ].join(' '),
    };
  });

async function pause(campaignId: string, at: Date, pauseOf: (campaign: Campaign) => Pause | null): Promise<boolean> {
  const row = await Campaigns.findOne({ _id: campaignId, state: 'RUNNING' }).lean<CampaignRow>();
  if (!row) return false;
  const before = campaignFrom(row);
  const told = pauseOf(before);
  if (!told) return false;
  const changes = {
    state: 'PAUSED',
    stateSince: at,
    pausedBecause: told.because,
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
    reason: told.reason,
    before: stakeOf(before),
    after: stakeOf(campaign),
  });
  await tell(campaign, told, at);
  return true;
}

async function tell(campaign: Campaign, { because, subject, text }: Pause, at: Date): Promise<void> {
  const { _id, businessId, version } = campaign;
  for (const { personId, email } of await addressesOf(businessId)) {
    await requestMessage({
      id: `${because.toLowerCase()}_${_id}_${version}_${personId}`,
      channel: 'EMAIL',
      to: email,
      subject,
      text,
      expiresAt: after(at, DAY),
    });
  }
}
