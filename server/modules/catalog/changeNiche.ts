import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { invalidInput, notFound } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { type Niche, Niches } from './model';
import { nicheChange, parsed, refuseChangedKinds } from './rules';
import { keepNiche, nicheTree } from './trees';
import { withoutNulls } from './withoutNulls';

interface Asked {
  nicheId: string;
  reason?: string | null | undefined;
}

/** Changes what is named of a niche. Refuses to move it under itself, and to give a living field another kind. */
export async function changeNiche(viewer: Viewer, { nicheId, reason, ...input }: Asked): Promise<{ niche: Niche }> {
  const change = parsed(nicheChange, withoutNulls(input, ['parentId', 'feeBps']));
  const niche = await inTransaction(async () => {
    const before = await Niches.findById(nicheId).lean<Niche>();
    if (!before) throw notFound('niche');
    if (change.fields) refuseChangedKinds(before.fields, change.fields);
    if (change.parentId) await refuseLoop(nicheId, change.parentId);
    const row = { ...before, ...change, changedAt: now() } as Niche;
    await Niches.replaceOne({ _id: nicheId }, row);
    await recordAct({
      actor: viewer.personId,
      act: 'changeNiche',
      subject: nicheId,
      reason: reason ?? null,
      before,
      after: row,
    });
    return row;
  });
  keepNiche(niche);
  return { niche };
}

async function refuseLoop(nicheId: string, parentId: string): Promise<void> {
  if (!(await Niches.exists({ _id: parentId }))) throw notFound('niche');
  if (nicheTree().isWithin(parentId, nicheId)) {
    throw invalidInput('A niche cannot lie under itself.', ['parentId']);
  }
}
