import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { DisputeDecision, DisputeFieldsFragment } from '../../generated/disputes';

/** What brought the person here: a claim just opened, or a key of the queue that says what to decide. */
interface Brought {
  isNew?: boolean;
  act?: DisputeDecision;
}

/**
 * Reads it once and forgets it, so that a reload or the way back does not say it again. A claim counts as just opened
 * until its next step: what was told of it then may not hold any more.
 */
export function useArrival({ steps }: DisputeFieldsFragment): { isJustOpened: boolean; act: DisputeDecision | null } {
  const location = useLocation();
  const { pathname, search } = location;
  const state = location.state as Brought | null;
  const navigate = useNavigate();
  const [brought] = useState<Brought>(() => state ?? {});
  const [stepsThen] = useState(steps.length);
  useEffect(() => {
    if (state) void navigate(pathname + search, { replace: true, preventScrollReset: true });
  }, [state, navigate, pathname, search]);
  return { isJustOpened: Boolean(brought.isNew) && steps.length === stepsThen, act: brought.act ?? null };
}
