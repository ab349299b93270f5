import { invalidInput, notFound } from '../../platform/errors';
import { type Niche, Niches } from './model';

/**
 * Reads a niche in the open transaction and writes it too, so that two admins who move or retire around it at the same
 * moment meet in it, and the second one decides on what the first one did.
 */
const take = (nicheId: string, changedAt: Date): Promise<Niche | null> =>
  Niches.findByIdAndUpdate(nicheId, { $set: { changedAt } }, { returnDocument: 'after' }).lean<Niche>();

/** The niche that is to be above another one. Refuses one that is not, or is retired. */
export async function takeParent(parentId: string, changedAt: Date): Promise<Niche> {
  const parent = await take(parentId, changedAt);
  if (!parent) throw notFound('niche');
  if (parent.isRetired) throw invalidInput('The niche above is retired.', ['parentId']);
  return parent;
}

/** Refuses to put a niche under itself or under what lies below it. */
export async function refuseLoop(nicheId: string, parent: Niche, changedAt: Date): Promise<void> {
  for (let above: Niche | null = parent; above;) {
    if (above._id === nicheId) throw invalidInput('A niche cannot lie under itself.', ['parentId']);
    above = above.parentId === null ? null : await take(above.parentId, changedAt);
  }
}

/** The niches right under one, or at the top, that are not retired. */
export const nichesUnder = (parentId: string | null): Promise<Niche[]> =>
  Niches.find({ parentId, isRetired: false }, { name: 1 }).lean<Niche[]>();
