import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { readInput } from '../../platform/inputs';
import { type Niche, Niches } from './model';
import { inNamingTransaction, nameKeyOf } from './nameKey';
import { nichesUnder, refuseLoop, takeParent } from './parents';
import { isSameBut } from './isSameBut';
import { refuseSameName } from './refuseSameName';
import { nicheChange, refuseChangedKinds } from './rules';
import { keepNiche } from './trees';
import { withoutNulls } from './withoutNulls';

interface Asked {
  nicheId: string;
  reason?: string | null | undefined;
}

/**
 * Changes what is named of a niche; what is already so is no change. Refuses to move it under itself, a name twice at one
 * place, and to give a living field another kind.
 */
export async function changeNiche(viewer: Viewer, { nicheId, reason, ...input }: Asked): Promise<{ niche: Niche }> {
  const change = readInput(nicheChange, withoutNulls(input, ['parentId', 'feeBps']));
  const niche = await inNamingTransaction(async () => {
    const before = await Niches.findById(nicheId).lean<Niche>();
    if (!before) throw notFound('niche');
    if (change.fields) refuseChangedKinds(before.fields, change.fields);
    const changedAt = now();
    if (change.parentId) await refuseLoop(nicheId, await takeParent(change.parentId, changedAt), changedAt);
    const row = { ...before, ...change, changedAt } as Niche;
    if (isSameBut(row, before)) return before;
    const isRenamed = row.name !== before.name;
    if (isRenamed || row.parentId !== before.parentId) {
      refuseSameName(row, await nichesUnder(row.parentId), isRenamed ? 'name' : 'parentId');
      row.nameKey = nameKeyOf(row);
    }
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
