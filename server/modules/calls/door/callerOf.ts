/** What the provider says in the place of a number that is not shown, in words and in digits that spell them. */
const HIDDEN = new Set([
  'anonymous',
  'restricted',
  'unavailable',
  'unknown',
  'private',
  'blocked',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
  '+464',
]);

/** The number of a caller in E.164; null where it is not shown, or is none. */
export function callerOf(from: string | null): string | null {
  const told = (from ?? '').trim();
  return /^\+\d{7,15}$/.test(told) && !HIDDEN.has(told.toLowerCase()) ? told : null;
}
