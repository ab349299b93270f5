import { HOUR, MINUTE } from '../../../platform/clock';

/** For how long a batch of clicks is held and may be disputed. */
export const WINDOW_MS = 72 * HOUR;

/** A batch is billed this long after its hour: who judges at the turn of the hour is done by then. */
export const CLOSING_MS = MINUTE;
