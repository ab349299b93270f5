import { type RuleTrialInput } from '../../../generated/graphql';
import { after, DAY, now } from '../../../platform/clock';
import { nicheTree } from '../../catalog';
import { Leads, type Lead, type Signal } from '../model';
import { withChildren } from '../pageOfLeads';
import { decide } from '../rules';
import { type Proposed, ruleWeightIn, shareOf } from './memory';
import { soundProposal } from './setRuleWeight';

/** How far a trial and the figures of the rules look back. */
export const LOOK_BACK_DAYS = 30;

/** Leads of one rule that a trial reads at most, the newest: it takes a second. */
const MOST_LEADS = 20_000;

type Decision = ReturnType<typeof decide>;

export interface RuleTrial {
  leads: number;
  isAll: boolean;
  moves: { from: Decision; to: Decision; leads: number; condemned: number }[];
}

/**
 * What a weight would have made of the leads of the last 30 days on which the rule fired, of the niche that it is proposed
 * for, found by index; from their stored signals, so that no contact is opened. All other signals count as they were
 * stored.
 */
export async function tryRuleWeight(input: RuleTrialInput): Promise<RuleTrial> {
  const proposed = soundProposal(input);
  const { code, nicheId: asked } = proposed;
  const where: Record<string, unknown> = {
    'signals.code': code,
    submittedAt: { $gte: after(now(), -LOOK_BACK_DAYS * DAY) },
    ...(asked === null ? {} : { nicheId: { $in: withChildren(nicheTree(), asked) } }),
  };
  const leads = await Leads.find(where, { nicheId: 1, signals: 1, verdict: 1 })
    .sort({ submittedAt: -1 })
    .limit(MOST_LEADS + 1)
    .lean<Pick<Lead, 'nicheId' | 'signals' | 'verdict'>[]>();
  const moves = new Map<string, RuleTrial['moves'][number]>();
  const read = leads.slice(0, MOST_LEADS);
  for (const { nicheId, signals, verdict } of read) {
    const [from, to] = [decide(signals), decide(signals.map((signal) => reweighed(signal, nicheId, proposed)))];
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, leads: 0, condemned: 0 };
    move.leads += 1;
    if (verdict?.isPseudo && verdict.by === 'DISPUTE') move.condemned += 1;
    moves.set(key, move);
  }
  return { leads: read.length, isAll: leads.length <= MOST_LEADS, moves: [...moves.values()] };
}

function reweighed(signal: Signal, nicheId: string, proposed: Proposed): Pick<Signal, 'weight'> {
  if (signal.code !== proposed.code) return signal;
  const weight = ruleWeightIn(signal.code, nicheId, proposed);
  return { weight: signal.usualWeight ? shareOf(weight, signal.weight, signal.usualWeight) : weight };
}
