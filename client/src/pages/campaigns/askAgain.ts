import type { OwnApplicationFieldsFragment } from '../../generated/campaigns';

const DAY_MS = 86_400_000;

/** After a refusal an agency may ask again after so many days. */
const ASK_AGAIN_DAYS = 7;

/** From when an agency that was declined may ask again; null for one that was not. */
export const askAgainAt = ({
  state,
  decidedAt,
}: Pick<OwnApplicationFieldsFragment, 'state' | 'decidedAt'>): Date | null =>
  state === 'DECLINED' && decidedAt ? new Date(new Date(decidedAt).getTime() + ASK_AGAIN_DAYS * DAY_MS) : null;
