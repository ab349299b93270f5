import { after, now } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { MARKET_CURRENCY } from '../../../platform/money';
import { purposeHash, sealFields } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { organisationsById } from '../../accounts';
import {
  type Application,
  applicationOf,
  type Campaign,
  campaignNow,
  dayIn,
  freeReserve,
  heldFor,
  hindrancesOf,
  hold,
  type PriceFrom,
  priceFrom,
  setAside,
} from '../../campaigns';
import { nicheTree, regionTree } from '../../catalog';
import { countriesOfPhone, countryOfPhone, maskedPhone } from '../../leads';
import { feeBpsOf } from '../../market';
import { type Refusal } from '../judge/verdicts';
import { RULES_VERSION } from '../judge/rules';
import { wasBilledFor } from '../judge/paidCallers';
import { type Call, callFrom, type CallRow, CallEvents, Calls, type TrackedNumber, TrackedNumbers } from '../model';
import { FIRST_ASK_MS, REPEAT_MS } from '../rules';
import { callIdOf } from '../telephony/news';
import { mayRecord } from '../voice/recordingLaw';
import { tooManyUnpaid } from './tooManyUnpaid';

export const SEALED_IN = 'calls';

/** Who calls which number, as the provider says. */
export interface Incoming {
  callSid: string;
  to: string;
  /** E.164; null where the caller shows no number. */
  from: string | null;
  /** When the stand-in says that the call began; null where nobody says so. */
  beganAt?: Date | null;
}

/**
 * Decides what becomes of a call that comes in, and notes it with the answer: asked again, the provider gets the same.
 * Null for a number that nobody has.
 */
export async function answerCall(incoming: Incoming): Promise<Call | null> {
  const callId = callIdOf(incoming.callSid);
  const number = await TrackedNumbers.findOne({
    phone: incoming.to,
    state: { $in: ['ACTIVE', 'PAUSED'] },
  }).lean<TrackedNumber>();
  if (!number) return knownCall(callId);
  const callerCountry = incoming.from === null ? null : countryOfPhone(incoming.from);
  await readyMoney(number, callerCountry);
  const agencies = await organisationsById([number.agencyId]);
  const feeBps = feeBpsOf(agencies.get(number.agencyId)?.feeBps, nicheTree().byId(number.nicheId)?.feeBps);
  const application = await applicationOf(number.agencyId, number.campaignId);
  try {
    return await inTransaction(() => note({ incoming, callId, number, callerCountry, application, feeBps }));
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return knownCall(callId);
  }
}

async function knownCall(callId: string): Promise<Call | null> {
  const row = await Calls.findById(callId).readConcern('local').lean<CallRow>();
  return row ? callFrom(row) : null;
}

/** Sets aside what the call may cost, where nothing but money would keep it out. */
async function readyMoney(
  { campaignId, regionId, agencyId }: TrackedNumber,
  callerCountry: string | null,
): Promise<void> {
  const campaign = await campaignNow(campaignId);
  const application = campaign && (await applicationOf(agencyId, campaignId));
  const price = application && priceIn(campaign, application, regionId, callerCountry, now());
  if (!campaign || !price || freeReserve(campaign) >= price.priceMinor) return;
  const others = hindrancesOf(campaign, price.priceMinor, now()).filter((hindrance) => hindrance !== 'NO_MONEY');
  if (others.length === 0) await setAside(campaignId, { minor: price.priceMinor, cameAt: now() });
}

const priceIn = (
  campaign: Campaign,
  application: Application,
  regionId: string,
  callerCountry: string | null,
  at: Date,
): PriceFrom | null =>
  application.state === 'APPROVED' ? priceFrom(campaign, application, regionId, callerCountry, at) : null;

interface Coming {
  incoming: Incoming;
  callId: string;
  number: TrackedNumber;
  callerCountry: string | null;
  application: Application | null;
  feeBps: number;
}

async function note({ incoming, callId, number, callerCountry, application, feeBps }: Coming): Promise<Call> {
  const at = now();
  const campaign = (await campaignNow(number.campaignId))!;
  const caller = incoming.from === null ? null : purposeHash('caller', incoming.from);
  const price = application && priceIn(campaign, application, number.regionId, callerCountry, at);
  const boughtFrom = countriesOf(campaign);
  const isOutside = incoming.from !== null && !mayBeOf(incoming.from, boughtFrom);
  // Whoever was paid for lately costs nothing, nor who calls from elsewhere: let through also where the money is at its end.
  const isFree = caller === null || isOutside || (await wasBilledFor(campaign.businessId, caller, at));
  // Nor is it a caller who rings from the phone of the campaign, or by a number of the market's own.
  const ends = incoming.from === null ? [campaign.phone!] : [campaign.phone!, incoming.from];
  const isCircle =
    incoming.from === campaign.phone ||
    (await TrackedNumbers.exists({ phone: { $in: ends }, state: { $in: ['ACTIVE', 'PAUSED'] } })) !== null;
  const isOpen = number.state === 'ACTIVE' && price !== null && !isCircle;
  const closed = isOpen ? refusalOf(campaign, price.priceMinor, isFree, at) : 'NOT_OPEN';
  const { businessId, _id: campaignId } = campaign;
  const { agencyId, _id: numberId } = number;
  const refusal =
    closed ?? (await tooManyUnpaid({ caller, isOutside, businessId, campaignId, agencyId, numberId }, at));
  const held = heldFor(campaign, refusal || isFree ? 0n : price!.priceMinor, at);
  const regionId = price?.regionId ?? number.regionId;
  const isRecorded =
    !refusal &&
    (campaign.isRecorded ?? false) &&
    mayRecord(regionTree().byId(number.regionId)!.countryCode, callerCountry);
  const call: Call = {
    _id: callId,
    sid: incoming.callSid,
    numberId,
    campaignId,
    businessId,
    agencyId,
    nicheId: campaign.nicheId,
    regionId,
    subId: number.subId,
    startedAt: at,
    ...(incoming.beganAt ? { beganAt: incoming.beganAt } : {}),
    day: dayIn(campaign.timeZone, at),
    caller,
    // Nobody ever looks up who was not put through.
    sealed: refusal || incoming.from === null ? null : sealFields(SEALED_IN, callId, { phone: incoming.from }),
    masked: incoming.from === null ? null : maskedPhone(incoming.from),
    callerCountry,
    boughtFrom,
    isOutside,
    refusal,
    phone: refusal ? null : campaign.phone!,
    isRecorded,
    minSeconds: campaign.minSeconds!,
    held,
    state: refusal ? 'ENDED' : 'RINGING',
    outcome: null,
    answeredAt: null,
    endedAt: refusal ? at : null,
    seconds: null,
    news: 1,
    dueAt: refusal ? null : after(at, FIRST_ASK_MS),
    asked: 0,
    verdict: refusal ?? 'PENDING',
    rulesVersion: RULES_VERSION,
    judgedAt: refusal ? at : null,
    currency: MARKET_CURRENCY,
    money: 'NONE',
    grossMinor: 0n,
    feeBps,
    feeMinor: 0n,
    netMinor: 0n,
    refundedMinor: 0n,
    refundedAt: null,
    disputeRules: null,
    heldAt: null,
    windowEndsAt: null,
    releasedAt: null,
    recording: { state: 'NONE', sid: null, fileId: null, kind: null, seconds: null, tries: 0 },
    forgetAt: incoming.from === null ? null : after(at, REPEAT_MS),
  };
  await Calls.insertMany([call]);
  await CallEvents.insertMany([
    {
      _id: idFrom('callevent', callId, 'INCOMING'),
      callId,
      source: 'INCOMING',
      leg: 'CALLER',
      status: 'RINGING',
      sequence: null,
      seconds: null,
      at,
      receivedAt: at,
    },
  ]);
  await hold(campaign, held, at);
  return call;
}

const countriesOf = ({ regionIds }: Campaign): string[] =>
  [...new Set(regionIds.map((id) => regionTree().byId(id)!.countryCode))].sort();

/** Whether a number may be of one of these countries: one that is of no country may be of any. */
function mayBeOf(phone: string, countries: readonly string[]): boolean {
  const own = countriesOfPhone(phone);
  return own.length === 0 || own.some((country) => countries.includes(country));
}

/** Why nobody is put through to a campaign at a moment; null where somebody is. */
function refusalOf(campaign: Campaign, priceMinor: bigint, isFree: boolean, at: Date): Refusal | null {
  const hindrances = hindrancesOf(campaign, priceMinor, at);
  if (campaign.state !== 'RUNNING' || campaign.isSuspended) return 'NOT_OPEN';
  if (hindrances.includes('OUT_OF_HOURS')) return 'OUT_OF_HOURS';
  if (isFree || hindrances.length === 0) return null;
  return hindrances.includes('PRICE_OVER_MAX') ? 'NOT_OPEN' : 'OVER_BUDGET';
}
