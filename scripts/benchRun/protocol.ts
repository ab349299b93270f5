/** What the benchmark measures. */
export const OPERATIONS = ['ping', 'browse', 'quote', 'buy', 'buy25', 'bid', 'post'] as const;
export type Operation = (typeof OPERATIONS)[number];

export type ToCaller = { kind: 'prepare'; operation: Operation; times: number } | { kind: 'go' };

export type FromCaller =
  | { kind: 'started' }
  | { kind: 'ready' }
  | { kind: 'done'; milliseconds: number[] }
  | { kind: 'failed'; message: string };
