import { after, DAY, now, SECOND } from '../../../platform/clock';
import { feeOf, money } from '../../../platform/money';
import { inTransaction } from '../../../platform/transaction';
import { billHeld, campaignNow, giveBackHeld, pauseUnanswered } from '../../campaigns';
import { nicheTree } from '../../catalog';
import { RULES_IN_FORCE } from '../../disputes';
import { moveWallets, recordEntries } from '../../ledger';
import { callBilled } from '../billing/entries';
import { FORGOTTEN } from '../forgetCallers';
import { type Call, callFrom, type CallRow, Calls } from '../model';
import { REPEAT_MS, UNANSWERED, WINDOW_MS } from '../rules';
import { notePaid, wasBilledFor } from './paidCallers';
import { type Case, isMissed, judgeCall, overlaps } from './rules';

/** No call is longer, so none that began earlier is under way. */
const LOOK_BACK_MS = DAY;

/** A call that waits for an earlier one is mostly judged with it; else so long after that one was looked at. */
const WAIT_MS = 10 * SECOND;

/**
 * Judges a call that is over, and bills it, once; then those of its caller that waited to know when it ended. Answers how
 * many were judged; two who try at once are one.
 */
export async function judgeOne(callId: string): Promise<number> {
  const call = await judgeAlone(callId);
  if (!call) return 0;
  let judged = 1;
  for (const waiting of await waitingFor(call)) if (await judgeAlone(waiting)) judged++;
  return judged;
}

/** Answers with the call as it was before it was judged; null where it was not. */
async function judgeAlone(callId: string): Promise<Call | null> {
  return inTransaction(async () => {
    const row = await Calls.findOne({ _id: callId, verdict: 'PENDING', state: 'ENDED' }).lean<CallRow>();
    const call = row && callFrom(row);
    return call && (await judge(call, now())) ? call : null;
  }, 'bulk');
}

/** The later calls of the caller that are over and not judged, in the order in which they came. */
async function waitingFor({ caller, startedAt }: Call): Promise<string[]> {
  if (caller === null) return [];
  const rows = await Calls.find(
    {
      caller,
      startedAt: { $gte: startedAt, $lte: after(startedAt, LOOK_BACK_MS) },
      verdict: 'PENDING',
      state: 'ENDED',
    },
    { _id: 1 },
  )
    .sort({ startedAt: 1, _id: 1 })
    .lean<Pick<Call, '_id'>[]>();
  return rows.map(({ _id }) => _id);
}

/** Answers whether it was judged: not before it is known whether the caller's earlier call was over, where that decides. */
async function judge(call: Call, at: Date): Promise<boolean> {
  const { isOverlap, isRepeat, knownAt } = await caseOf(call);
  const verdict = judgeCall(call, { isOverlap: isOverlap ?? false, isRepeat });
  if (isOverlap === null && verdict !== judgeCall(call, { isOverlap: true, isRepeat })) {
    const dueAt = after(knownAt && knownAt > at ? knownAt : at, WAIT_MS);
    await Calls.updateOne({ _id: call._id, verdict: 'PENDING', news: call.news }, { $set: { dueAt } });
    return false;
  }
  const judged = { verdict, judgedAt: at, dueAt: null };
  if (verdict === 'BILLED') await bill({ ...call, ...judged }, at);
  else {
    await write(call, { ...judged, sealed: null, ...(call.isErased ? FORGOTTEN : {}) });
    const campaign = await campaignNow(call.campaignId);
    await giveBackHeld(campaign!, call.held);
  }
  if (isMissed(call)) await pauseIfMissed(call, at);
  return true;
}

interface Looked extends Pick<Case, 'isRepeat'> {
  isOverlap: boolean | null;
  /** When an earlier call that is not judged is looked at next; null where there is none. */
  knownAt: Date | null;
}

async function caseOf({ caller, businessId, startedAt, held, ...call }: Call): Promise<Looked> {
  if (caller === null) return { isOverlap: false, isRepeat: false, knownAt: null };
  const others = await Calls.find(
    {
      caller,
      startedAt: { $gte: after(startedAt, -LOOK_BACK_MS), $lte: startedAt },
      refusal: null,
      _id: { $ne: call._id },
    },
    { startedAt: 1, endedAt: 1, verdict: 1, dueAt: 1 },
  ).lean<Pick<Call, '_id' | 'startedAt' | 'endedAt' | 'verdict' | 'dueAt'>[]>();
  const dues = others.flatMap(({ verdict, dueAt }) => (verdict === 'PENDING' && dueAt ? dueAt.getTime() : []));
  return {
    knownAt: dues.length > 0 ? new Date(Math.min(...dues)) : null,
    isOverlap: overlaps({ ...call, startedAt }, others),
    // Who came as one that was paid for stays that, also where that price went back meanwhile: nothing was held for it.
    isRepeat: held.minor === 0n || (await wasBilledFor(businessId, caller, startedAt)),
  };
}

async function bill(call: Call, at: Date): Promise<void> {
  const gross = call.held.minor;
  const fee = feeOf(money(gross, call.currency), call.feeBps).minor;
  const billed = { ...call, grossMinor: gross, feeMinor: fee, netMinor: gross - fee };
  const entry = callBilled(billed, at);
  await recordEntries([entry]);
  await notePaid(call.businessId, call.caller!, call._id, call.startedAt);
  const keptMs = Math.max((nicheTree().byId(call.nicheId)?.retentionDays ?? 0) * DAY, REPEAT_MS);
  await write(call, {
    verdict: 'BILLED',
    judgedAt: at,
    dueAt: null,
    money: 'HELD',
    grossMinor: gross,
    feeMinor: fee,
    netMinor: gross - fee,
    heldAt: at,
    windowEndsAt: after(at, WINDOW_MS),
    disputeRules: RULES_IN_FORCE.CALL,
    forgetAt: after(call.startedAt, keptMs),
    ...(call.isErased ? FORGOTTEN : {}),
  });
  const campaign = await campaignNow(call.campaignId);
  await billHeld(campaign!, call.held, at);
  await moveWallets([entry]);
}

/** Guarded by its news: what came meanwhile is looked at first. */
async function write({ _id, news }: Call, changes: Partial<Call>): Promise<void> {
  const { matchedCount } = await Calls.updateOne(
    { _id, verdict: 'PENDING', state: 'ENDED', news },
    { $set: changes, $inc: { news: 1 } },
  );
  if (matchedCount === 0) throw new Error(`call ${_id} was judged, or told of, by another at the same moment`);
}

/** Three unanswered within the hour, since the campaign was resumed last: it takes nobody until somebody answers. */
async function pauseIfMissed({ campaignId, startedAt }: Call, at: Date): Promise<void> {
  const from = after(at, -UNANSWERED.withinMs);
  if (startedAt < from) return;
  const campaign = await campaignNow(campaignId);
  if (campaign?.state !== 'RUNNING') return;
  const since = campaign.stateSince > from ? campaign.stateSince : from;
  const missed = await Calls.countDocuments({
    campaignId,
    startedAt: { $gte: since },
    outcome: { $in: ['NO_ANSWER', 'BUSY', 'FAILED'] },
    answeredAt: null,
    verdict: { $ne: 'PENDING' },
  });
  if (missed >= UNANSWERED.most) await pauseUnanswered(campaignId, at);
}
