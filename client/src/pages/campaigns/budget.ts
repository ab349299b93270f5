import type { BudgetFieldsFragment } from '../../generated/campaigns';

/** Parts of a budget at which the business is told; at the last it is spent. */
export const MARKS = [0.75, 0.9, 1] as const;

/** How far a budget is from calm to spent, by the marks. */
export type BudgetLevel = 'calm' | 'near' | 'nearer' | 'spent';

/** What part of a limit is spent, at most all of it; nothing where there is no limit. */
export const shareOf = ({ limit, spent }: BudgetFieldsFragment): number =>
  limit && Number(limit.minor) > 0 ? Math.min(1, Number(spent.minor) / Number(limit.minor)) : 0;

export function budgetLevel(share: number): BudgetLevel {
  const [near, nearer, spent] = MARKS;
  if (share >= spent) return 'spent';
  if (share >= nearer) return 'nearer';
  return share >= near ? 'near' : 'calm';
}
