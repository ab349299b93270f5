const EACH_MS = 30_000;

/** For reads of money that moves by what others do: asked again each half minute while somebody looks. */
export const FRESH = { pollInterval: EACH_MS, skipPollAttempt: () => document.hidden } as const;
