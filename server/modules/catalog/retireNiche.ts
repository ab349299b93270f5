import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { requireReason } from '../../platform/reasons';
import { inTransaction } from '../../platform/transaction';
import { nicheHasChildren } from './errors';
import { type Niche, Niches } from './model';
import { keepNiche } from './trees';

interface Asked {
  nicheId: string;
  reason: string;
}

/** Lets a niche take no new leads; what is on sale stays. Refuses while niches below it are in use. */
export async function retireNiche(viewer: Viewer, { nicheId, reason: given }: Asked): Promise<{ niche: Niche }> {
  const reason = requireReason(given);
  const niche = await inTransaction(async () => {
    const before = await Niches.findById(nicheId).lean<Niche>();
    if (!before) throw notFound('niche');
    if (before.isRetired) return before;
    const below = await Niches.countDocuments({ parentId: nicheId, isRetired: false });
    if (below > 0) throw nicheHasChildren(below);
    const changedAt = now();
    const row: Niche = { ...before, nameKey: undefined, isRetired: true, changedAt };
    await Niches.updateOne({ _id: nicheId }, { $set: { isRetired: true, changedAt }, $unset: { nameKey: 1 } });
    await recordAct({ actor: viewer.personId, act: 'retireNiche', subject: nicheId, reason });
    return row;
  });
  keepNiche(niche);
  return { niche };
}
