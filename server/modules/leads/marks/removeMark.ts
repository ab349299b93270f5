import { type RemoveMarkInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type MarkRow, Marks } from './model';

/** Forgets a mark of the viewer's organisation, on record. */
export async function removeMark(
  { organisationId, personId }: Viewer,
  { markId }: RemoveMarkInput,
): Promise<{ removedId: string }> {
  return inTransaction(async () => {
    const mark = await Marks.findOneAndDelete({ _id: markId, organisationId }).lean<MarkRow>();
    if (!mark) throw notFound('mark');
    const { owner, kind } = mark;
    await recordAct({ actor: personId, act: 'removeMark', subject: organisationId, before: { owner, kind } });
    return { removedId: markId };
  });
}
