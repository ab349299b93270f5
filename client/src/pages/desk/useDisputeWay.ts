import { useEffect, useState } from 'react';
import { useSession } from '../../app/session';
import type { CardRowFieldsFragment } from '../../generated/desk';

/** Whether a sale can be disputed now: by the viewer, by a manager of its business only, or by nobody (null). */
export function useDisputeWay(sale: CardRowFieldsFragment['sale']): 'OPEN' | 'ASK_MANAGER' | null {
  const { may } = useSession();
  const isOver = useIsOver(sale.windowEndsAt);
  if (sale.dispute || sale.state !== 'HELD' || isOver) return null;
  return may('OPEN_DISPUTES') ? 'OPEN' : 'ASK_MANAGER';
}

/** Whether a moment has passed; looked at again every half minute. */
function useIsOver(end: string): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(end).getTime() <= now;
}
