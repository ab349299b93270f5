import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { readInput } from '../../platform/inputs';
import { duplicateKeyOf } from '../../platform/transaction';
import { nicheExists } from './errors';
import { type Niche, Niches } from './model';
import { inNamingTransaction, nameKeyOf } from './nameKey';
import { nichesUnder, takeParent } from './parents';
import { refuseSameName } from './refuseSameName';
import { newNiche, nicheIdOf } from './rules';
import { keepNiche } from './trees';
import { withoutNulls } from './withoutNulls';

/** The niche's own form, else that of the niche above with what it is called in other languages. */
function formOf(fields: Niche['fields'] | undefined, parent: Niche | null): Pick<Niche, 'fields' | 'words'> {
  if (fields || !parent) return { fields: fields ?? [] };
  const words = parent.words?.filter(({ key }) => key !== null) ?? [];
  return { fields: parent.fields, ...(words.length > 0 ? { words } : {}) };
}

/** Adds a niche; one without a form of its own starts with that of the niche above. Refuses a slug that is taken, and a name twice at one place. */
export async function addNiche(viewer: Viewer, input: object): Promise<{ niche: Niche }> {
  const asked = readInput(newNiche, withoutNulls(input));
  const _id = nicheIdOf(asked.slug);
  try {
    const niche = await inNamingTransaction(async () => {
      const changedAt = now();
      const parent = asked.parentId === null ? null : await takeParent(asked.parentId, changedAt);
      refuseSameName({ _id, name: asked.name }, await nichesUnder(asked.parentId), 'name');
      const row: Niche = {
        ...asked,
        _id,
        nameKey: nameKeyOf(asked),
        ...formOf(asked.fields, parent),
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
