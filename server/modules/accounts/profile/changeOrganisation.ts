import { z } from 'zod';
import { type ChangeOrganisationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { invalidInput, notFound } from '../../../platform/errors';
import { afterCommit, inTransaction } from '../../../platform/transaction';
import { read, tradeName } from '../input';
import { Members, type OrganisationRow, Organisations } from '../model';
import { searchKeyOf } from '../rules';
import { organisations } from '../standing';
import { organisationsLookingLike, rememberName } from '../tradeNames';

const schema = z.object({ name: tradeName });

/** Gives the viewer's organisation another trading name, on record, so that nobody slips out of what it was known as. */
export async function changeOrganisation(
  { personId, organisationId }: Viewer,
  input: ChangeOrganisationInput,
): Promise<{ organisation: OrganisationRow }> {
  const { name } = read(schema, input);
  return inTransaction(async () => {
    const before = await Organisations.findById(organisationId).lean<OrganisationRow>();
    if (!before) throw notFound('organisation');
    if (before.name !== name) {
      await refuseNameOfOthers({ personId, organisationId }, name);
      await recordAct({
        actor: personId,
        act: 'changeOrganisation',
        subject: organisationId,
        before: { name: before.name },
        after: { name },
      });
      await Organisations.updateOne({ _id: organisationId }, { $set: { name, nameKey: searchKeyOf(name) } });
      afterCommit(() => {
        organisations.forget(organisationId);
        rememberName({ _id: organisationId, name });
      });
    }
    return { organisation: { ...before, name } };
  });
}

/** A name that is known already is not taken over; the organisations of one owner may share theirs. */
async function refuseNameOfOthers(
  { personId, organisationId }: Pick<Viewer, 'personId' | 'organisationId'>,
  name: string,
): Promise<void> {
  const others = organisationsLookingLike(name).filter((id) => id !== organisationId);
  if (others.length === 0) return;
  const own = await Members.countDocuments({ personId, organisationId: { $in: others }, role: 'OWNER' });
  if (own < others.length)
    throw invalidInput(
      'Another organisation bears this name here. Give one that people tell from it, as with a town.',
      ['name'],
    );
}
