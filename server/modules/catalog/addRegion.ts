import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { readInput, together } from '../../platform/inputs';
import { duplicateKeyOf } from '../../platform/transaction';
import { regionExists } from './errors';
import { type Region, Regions } from './model';
import { inNamingTransaction, nameKeyOf } from './nameKey';
import { refuseSameName } from './refuseSameName';
import { kindUnder, newRegion, regionIdOf, tierOfPopulation } from './rules';
import { keepRegion, regionTree } from './trees';
import { withoutNulls } from './withoutNulls';

/** Adds a country, a subdivision or a city under its parent. Refuses a code that is taken or is not its parent's, and a name twice under one. */
export async function addRegion(viewer: Viewer, input: Place & object): Promise<{ region: Region }> {
  const [{ latitude: lat, longitude: lon, tier: named, ...asked }] = together(
    () => readInput(newRegion, withoutNulls(input)),
    () => checkPlace(input),
  );
  const _id = regionIdOf(asked.code);
  try {
    const region = await inNamingTransaction(async () => {
      const parent = asked.parentId === null ? null : await Regions.findById(asked.parentId).lean<Region>();
      if (asked.parentId !== null && !parent) throw notFound('region');
      const kind = kindUnder(parent, asked.code);
      const beside = await Regions.find({ parentId: asked.parentId }, { name: 1 }).lean<Region[]>();
      refuseSameName({ _id, name: asked.name }, beside, 'name');
      const tier = kind === 'CITY' ? (named ?? tierOfPopulation(asked.population)) : 'ORDINARY';
      const place = { lat, lon, kind, tier, countryCode: asked.code.slice(0, 2) };
      const row: Region = { ...asked, ...place, _id, nameKey: nameKeyOf(asked), changedAt: now() };
      await Regions.insertMany([row]);
      await recordAct({ actor: viewer.personId, act: 'addRegion', subject: _id, after: row });
      return row;
    });
    keepRegion(region);
    return { region };
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    const taken = await Regions.findById(_id).lean<Region>();
    throw taken ? regionExists(taken) : error;
  }
}

interface Place {
  code: string;
  parentId?: string | null | undefined;
}

/** Looks at the code beside the other fields, by the tree in memory; the transaction has the last word. */
function checkPlace({ code, parentId = null }: Place): void {
  const parent = parentId === null ? null : regionTree().byId(parentId);
  if (parent !== undefined) kindUnder(parent, code);
}
