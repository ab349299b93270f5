import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { readInput } from '../../platform/inputs';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { nicheExists } from './errors';
import { type Niche, Niches } from './model';
import { takeParent } from './parents';
import { newNiche, nicheIdOf } from './rules';
import { keepNiche } from './trees';
import { withoutNulls } from './withoutNulls';

/** Adds a niche; one without a form of its own starts with that of the niche above. Refuses a slug that is taken. */
export async function addNiche(viewer: Viewer, input: object): Promise<{ niche: Niche }> {
  const asked = readInput(newNiche, withoutNulls(input));
  const _id = nicheIdOf(asked.slug);
  try {
    const niche = await inTransaction(async () => {
      const changedAt = now();
      const parent = asked.parentId === null ? null : await takeParent(asked.parentId, changedAt);
      const row: Niche = {
        ...asked,
        _id,
        fields: asked.fields ?? parent?.fields ?? [],
        isRetired: false,
        changedAt,
      };
      await Niches.insertMany([row]);
      await recordAct({ actor: viewer.personId, act: 'addNiche', subject: _id, after: row });
      return row;
    });
    keepNiche(niche);
    return { niche };
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    const taken = await Niches.findById(_id).lean<Niche>();
    throw taken ? nicheExists(taken) : error;
  }
}
