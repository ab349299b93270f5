import { after } from '../../../platform/clock';
import { campaignAt, campaignsById } from '../../campaigns';
import { regionTree } from '../../catalog';
import { type Verdict } from '../judge/verdicts';
import { type Call, Calls } from '../model';
import { eventsOfCalls } from '../readCalls';
import { REPEAT_MS } from '../rules';
import { wordsOfEvent } from '../wordsOfEvent';
import { type CallFacts } from './callEvidence';

/** What is kept of a call and of its caller tells of the claims that may be made about it. Reads only. */
export async function gatherCall(call: Call): Promise<CallFacts> {
  const events = (await eventsOfCalls([call._id])).get(call._id) ?? [];
  return {
    seconds: call.seconds,
    minSeconds: call.minSeconds,
    lengths: events.flatMap(({ status, seconds }) => (status === 'COMPLETED' && seconds !== null ? [seconds] : [])),
    news: events.map(wordsOfEvent),
    recording: call.recording.state,
    before: call.caller === null ? null : await callsBefore(call),
    callerCountry: call.callerCountry,
    isOutside: call.isOutside ?? null,
    boughtFrom: call.boughtFrom ?? (await boughtFromThen(call)),
  };
}

/** Of a call that came before calls kept it: by the terms of then as far as the campaign keeps them, else by its present ones. */
async function boughtFromThen({ campaignId, startedAt }: Call): Promise<string[]> {
  const campaign = (await campaignsById([campaignId])).get(campaignId);
  const regionIds = campaign ? campaignAt(campaign, startedAt).campaign.regionIds : [];
  return [...new Set(regionIds.map((id) => regionTree().byId(id)!.countryCode))].sort();
}

async function callsBefore({ _id, caller, businessId, startedAt }: Call): Promise<NonNullable<CallFacts['before']>> {
  const others = await Calls.find(
    { caller, startedAt: { $gte: after(startedAt, -REPEAT_MS), $lte: startedAt }, _id: { $ne: _id } },
    { businessId: 1, verdict: 1, money: 1 },
  ).lean<Pick<Call, '_id' | 'businessId' | 'verdict' | 'money'>[]>();
  const own = others.filter((other) => other.businessId === businessId);
  const billed = own.filter(({ verdict }) => verdict === 'BILLED');
  const refunded = billed.filter(({ money }) => money === 'REFUNDED').length;
  return {
    toBusiness: own.map(({ verdict }) => verdict as Verdict),
    elsewhere: others.length - own.length,
    billedToBusiness: billed.length - refunded,
    refundedToBusiness: refunded,
  };
}
