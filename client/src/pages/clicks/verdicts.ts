import type { ClickVerdict } from '../../generated/clicks';

/** In the order in which the rules look. */
export const VERDICTS: readonly ClickVerdict[] = [
  'VALID',
  'PENDING',
  'NOT_OPEN',
  'HEAD',
  'PREFETCH',
  'EMPTY_AGENT',
  'ROBOT_AGENT',
  'DATA_CENTRE',
  'OUT_OF_REGION',
  'NO_COUNTRY',
  'PAUSED',
  'REPEAT',
  'BURST',
  'OVER_BUDGET',
];
