/** What was found, by what speaks most against the lead. */
export const heaviestFirst = <Found extends { weight: number }>(signals: readonly Found[]): Found[] =>
  [...signals].sort((first, second) => second.weight - first.weight);
