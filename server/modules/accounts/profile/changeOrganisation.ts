import { z } from 'zod';
import { type ChangeOrganisationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { afterCommit, inTransaction } from '../../../platform/transaction';
import { read, tradeName } from '../input';
import { type OrganisationRow, Organisations } from '../model';
import { refuseNameOfOthers } from '../nameOfOthers';
import { searchKeyOf } from '../rules';
import { organisations } from '../standing';
import { rememberName } from '../tradeNames';

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
      await refuseNameOfOthers({ personId, organisationId }, name, 'name');
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
