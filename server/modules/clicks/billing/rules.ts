import { after, HOUR, MINUTE } from '../../../platform/clock';

/** For how long a batch of clicks is held and may be disputed. */
export const WINDOW_MS = 72 * HOUR;

/** A batch is billed this long after its hour: who judges at the turn of the hour is done by then. */
export const CLOSING_MS = MINUTE;

/** When a batch is billed at the soonest: its dispute window begins then. */
export const closesAt = ({ to }: { to: Date }): Date => after(to, CLOSING_MS);
