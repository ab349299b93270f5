import { type Column } from './guessColumns';

/** Below it a guess is shown, but must be confirmed before an import. */
const SURE_ENOUGH = 0.5;

/** True when some column is known to hold a way to reach the person: without one no row can become a lead. */
export const isMapped = (columns: readonly Column[]): boolean =>
  columns.some(({ field, confidence }) => (field === 'PHONE' || field === 'EMAIL') && confidence >= SURE_ENOUGH);
