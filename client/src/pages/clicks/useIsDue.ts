import type { ClickBatchFieldsFragment } from '../../generated/clicks';
import { useNow } from '../../ui/ClockRing';

/** A batch that is due is billed within a minute; it is asked for this often until then. */
export const LOOK_EVERY_MS = 5000;

/** Whether the moment has come at which a batch is billed, and it is not yet. */
export function useIsDue({ state, windowOpensAt }: Pick<ClickBatchFieldsFragment, 'state' | 'windowOpensAt'>): boolean {
  const now = useNow(windowOpensAt ?? '');
  return state === 'OPEN' && !!windowOpensAt && new Date(windowOpensAt).getTime() <= now;
}
