import { onChange, onGap } from '../../../platform/changes';
import { nicheTree } from '../../catalog';
import { aboutRule, type Finding, type SignalCode } from '../checks/signals';
import { ruleWeightId, type RuleWeightRow, RuleWeights } from './model';

/** The weights that admins set, kept in this process and following the database: a row is judged without asking it. */
const rows = new Map<string, RuleWeightRow>();

export const keepRuleWeight = (row: RuleWeightRow): void => void rows.set(row._id, row);
export const forgetRuleWeight = (id: string): void => void rows.delete(id);

/** What is set for a rule, in the order in which it was. */
export const settingsOf = (code: SignalCode): RuleWeightRow[] =>
  [...rows.values()].filter((row) => row.code === code).sort((a, b) => a.changedAt.getTime() - b.changedAt.getTime());

/** A weight as it would be set. */
export type Proposed = Pick<RuleWeightRow, 'code' | 'nicheId'> & { weight: number | null };

/**
 * What a rule weighs in a niche: as set for it, else for the nearest niche above it, else for all, else as the rule has
 * it. With a proposal as if it were set; a weight of null takes a setting away.
 */
export function ruleWeightIn(code: SignalCode, nicheId: string, proposed?: Proposed): number {
  const places = [
    ...nicheTree()
      .pathOf(nicheId)
      .map(({ _id }) => _id)
      .reverse(),
    null,
  ];
  for (const place of places) {
    const isProposed = proposed?.code === code && proposed.nicheId === place;
    const weight = isProposed ? proposed.weight : rows.get(ruleWeightId(code, place))?.weight;
    if (weight !== undefined && weight !== null) return weight;
  }
  return aboutRule(code).weight;
}

/** The finding at the weight that holds in the niche; one that weighs less since the person can be reached keeps its share. */
export function weighIn(nicheId: string, found: Finding): Finding {
  if (rows.size === 0) return found;
  const { weight: usual, isFixed } = aboutRule(found.code);
  const weight = ruleWeightIn(found.code, nicheId);
  if (isFixed || weight === usual) return found;
  return { ...found, weight: found.weight === usual ? weight : shareOf(weight, found.weight, usual) };
}

export const shareOf = (weight: number, part: number, whole: number): number =>
  whole === 0 ? weight : Math.round((weight * part) / whole);

async function readAll(): Promise<void> {
  rows.clear();
  for (const row of await RuleWeights.find().lean<RuleWeightRow[]>()) keepRuleWeight(row);
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startRuleWeights(): Promise<void> {
  stops = [
    onChange<RuleWeightRow>('rule_weights', ({ id, document }) =>
      document ? keepRuleWeight(document) : forgetRuleWeight(id),
    ),
    onGap(readAll),
  ];
  await readAll();
}

export function stopRuleWeights(): void {
  for (const stop of stops) stop();
  stops = [];
  rows.clear();
}
