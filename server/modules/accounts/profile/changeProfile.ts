import { z } from 'zod';
import { type ChangeProfileInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { unauthenticated } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { line, read } from '../input';
import { People, type PersonFacts } from '../model';

const schema = z.object({ name: line(1, 100) });

/** Renames the viewer's person. That it was done is on record, the names are not: a record holds nothing personal. */
export async function changeProfile({ personId }: Viewer, input: ChangeProfileInput): Promise<{ person: PersonFacts }> {
  const { name } = read(schema, input);
  return inTransaction(async () => {
    const before = await People.findById(personId, { name: 1, email: 1 }).lean<PersonFacts>();
    if (!before) throw unauthenticated();
    if (before.name !== name) {
      await recordAct({ actor: personId, act: 'changeProfile', subject: personId });
      await People.updateOne({ _id: personId }, { $set: { name } });
    }
    return { person: { ...before, name, isEmailShown: true } };
  });
}
