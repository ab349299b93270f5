/** GraphQL callers may send null for what they leave out: both mean the default. Fields named in `kept` keep null. */
export const withoutNulls = (input: object, kept: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).filter(([key, value]) => value !== undefined && (value !== null || kept.includes(key))),
  );
