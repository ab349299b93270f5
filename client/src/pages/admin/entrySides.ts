import type { JournalEntryFieldsFragment } from '../../generated/admin';
import type { useAccountNames } from '../../ui/useAccountNames';

/** Whose accounts give and take, such as Kilima Finance → Harbour Leads; which accounts, where both are of the same. */
export function sidesOf(legs: JournalEntryFieldsFragment['legs'], namesOf: ReturnType<typeof useAccountNames>): string {
  const sides = (of: 'party' | 'kind'): [string, string] => {
    const side = (sign: 1 | -1): string => {
      const names = legs.filter(({ amount }) => Number(amount.minor) * sign > 0).map((leg) => namesOf(leg)[of]);
      return [...new Set(names)].join(', ');
    };
    return [side(-1), side(1)];
  };
  const [from, to] = sides('party');
  return (from === to ? sides('kind') : [from, to]).join(' → ');
}
