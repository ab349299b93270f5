import { after } from '../../../platform/clock';
import { campaignsById } from '../../campaigns';
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
  const campaign = (await campaignsById([call.campaignId])).get(call.campaignId);
  return {
    seconds: call.seconds,
    minSeconds: call.minSeconds,
    lengths: events.flatMap(({ status, seconds }) => (status === 'COMPLETED' && seconds !== null ? [seconds] : [])),
    news: events.map(wordsOfEvent),
    recording: call.recording.state,
    before: call.caller === null ? null : await callsBefore(call),
    callerCountry: call.callerCountry,
    boughtFrom: [...new Set((campaign?.regionIds ?? []).map((id) => regionTree().byId(id)!.countryCode))].sort(),
  };
}

async function callsBefore({ _id, caller, businessId, startedAt }: Call): Promise<NonNullable<CallFacts['before']>> {
  const others = await Calls.find(
    { caller, startedAt: { $gte: after(startedAt, -REPEAT_MS), $lte: startedAt }, _id: { $ne: _id } },
    { businessId: 1, verdict: 1 },
  ).lean<Pick<Call, '_id' | 'businessId' | 'verdict'>[]>();
  const own = others.filter((other) => other.businessId === businessId);
  return {
    toBusiness: own.map(({ verdict }) => verdict as Verdict),
    elsewhere: others.length - own.length,
    billedToBusiness: own.filter(({ verdict }) => verdict === 'BILLED').length,
  };
}
