import { type PeriodicJob } from '../../platform/manifest';
import { after } from '../../platform/clock';
import { log } from '../../platform/log';
import { money, toMinor } from '../../platform/money';
import { inTransaction } from '../../platform/transaction';
import { loadDispute } from './findDispute';
import { type DisputeRow, Disputes } from './model';
import { disputeRules } from './rules';
import { RUNNING_STATES } from './states';
import { type Step, takeStep } from './takeStep';

const AT_ONCE = 200;

/** Lets silence decide wherever a clock ran out. A stopped market catches up: the deadlines are data. */
export const clocksJob: PeriodicJob = {
  name: 'disputes.clocks',
  everySeconds: 30,
  async run(now) {
    let decided = 0;
    for (const state of RUNNING_STATES) {
      const due = await Disputes.find({ state, dueAt: { $lte: now } }, { _id: 1 })
        .sort({ dueAt: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string }[]>();
      for (const { _id } of due) if (await decideBySilence(_id, now)) decided++;
    }
    return decided;
  },
};

/**
 * Takes the step that silence means; false when somebody acted at the same moment, or when it could not be done now. A
 * dispute that fails is left for the next sweep and never stops the others.
 */
async function decideBySilence(disputeId: string, at: Date): Promise<boolean> {
  try {
    return await inTransaction(async () => {
      const dispute = await loadDispute(disputeId);
      if (!dispute.dueAt || dispute.dueAt > at) return false;
      await takeStep(dispute, stepOfSilence(dispute, at));
      return true;
    });
  } catch (error) {
    log.error({ error, dispute: disputeId }, 'silence could not decide a dispute');
    return false;
  }
}

/**
 * Silence decides for the buyer. Only an agency's silence against a buyer who disputes too much decides nothing and
 * hands the dispute to an adjudicator; the adjudicator's silence is the platform's own fault, which no buyer pays for.
 */
function stepOfSilence(dispute: DisputeRow, at: Date): Step {
  const clock = { by: 'CLOCK' as const, personId: null };
  const { agencyMs, adjudicatorMs } = disputeRules(dispute.kind, dispute.rulesVersion);
  const refund = money(toMinor(dispute.claimedMinor), dispute.currency);
  if (dispute.state === 'REVIEW') {
    const note = `No decision within ${hours(adjudicatorMs)} hours.`;
    return { action: 'ACCEPT_FOR_ADJUDICATOR_SILENCE', step: { ...clock, kind: 'ACCEPTED', note }, at, refund };
  }
  const note = `The agency did not answer within ${hours(agencyMs)} hours.`;
  if (dispute.isAutomatic) {
    return { action: 'ACCEPT_FOR_AGENCY_SILENCE', step: { ...clock, kind: 'ACCEPTED', note }, at, refund };
  }
  const dueAt = after(at, adjudicatorMs);
  return { action: 'REVIEW_FOR_AGENCY_SILENCE', step: { ...clock, kind: 'AGENCY_SILENT', note }, at, dueAt };
}

const hours = (ms: number): number => Math.round(ms / 3_600_000);
