/** Chance that falls the same at each run. */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 up to `limit`, itself not included. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  chance = (share: number): boolean => this.below(10_000) < share * 10_000;

  of = <T>(values: readonly T[]): T => values[this.below(values.length)]!;

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, at: this.below(2 ** 31) }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }
}

/** A text with one slip after its beginning: two letters swapped, one left out, doubled or another. */
export function damaged(text: string, dice: Dice): string {
  const at = Math.min(1 + dice.below(Math.max(1, text.length - 2)), text.length - 2);
  const [start, letter, next, rest] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)];
  switch (dice.below(4)) {
    case 0:
      return start + next + letter + rest;
    case 1:
      return start + next + rest;
    case 2:
      return start + letter + letter + next + rest;
    default:
      return start + (/\d/.test(letter) ? (Number(letter) + 3) % 10 : dice.of(['r', 'e', 'n', 'o'])) + next + rest;
  }
}
