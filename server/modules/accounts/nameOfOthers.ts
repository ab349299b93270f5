import { invalidInput } from '../../platform/errors';
import { Members } from './model';
import { organisationsLookingLike } from './tradeNames';

/**
 * A name that is known already is not taken over, by whom it is changed or signed up: people read it in messages and
 * consents of the market. The organisations of one owner may share theirs.
 */
export async function refuseNameOfOthers(
  { personId, organisationId }: { personId: string; organisationId: string | null },
  name: string,
  field: string,
): Promise<void> {
  const others = organisationsLookingLike(name).filter((id) => id !== organisationId);
  if (others.length === 0) return;
  const own = await Members.countDocuments({ personId, organisationId: { $in: others }, role: 'OWNER' });
  if (own < others.length)
    throw invalidInput(
      'Another organisation bears this name here. Give one that people tell from it, as with a town.',
      [field],
    );
}
