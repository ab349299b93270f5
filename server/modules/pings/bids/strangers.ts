import { MINUTE } from '../../../platform/clock';
import { organisationsSharingPeople } from '../../accounts';

/** Who belongs to whom changes seldom, and is asked again before anything is sold. */
const TRUSTED_MS = MINUTE;
const MOST_KEPT = 5_000;

const known = new Map<string, { organisationIds: Set<string>; readAt: number }>();

/** The organisations that share a person with this agency: they may not buy from it. Up to a minute old. */
export async function sharingPeopleWith(agencyId: string): Promise<ReadonlySet<string>> {
  const kept = known.get(agencyId);
  if (kept && performance.now() - kept.readAt < TRUSTED_MS) return kept.organisationIds;
  const organisationIds = await organisationsSharingPeople(agencyId);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(agencyId, { organisationIds, readAt: performance.now() });
  return organisationIds;
}

export const forgetStrangers = (): void => known.clear();
