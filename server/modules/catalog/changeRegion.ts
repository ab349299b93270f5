import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { readInput } from '../../platform/inputs';
import { isSameBut } from './isSameBut';
import { type Region, Regions } from './model';
import { inNamingTransaction, nameKeyOf } from './nameKey';
import { refuseSameName } from './refuseSameName';
import { regionChange, tierAfter } from './rules';
import { keepRegion } from './trees';
import { withoutNulls } from './withoutNulls';

interface Asked {
  regionId: string;
  reason?: string | null | undefined;
}

/**
 * Changes what is named of a region. Only a city has a tier other than ORDINARY; where none is named, it follows from a
 * population that is. What is already so is no change.
 */
export async function changeRegion(viewer: Viewer, { regionId, reason, ...input }: Asked): Promise<{ region: Region }> {
  const { latitude, longitude, ...change } = readInput(regionChange, withoutNulls(input, ['population']));
  const point = withoutNulls({ lat: latitude, lon: longitude });
  const region = await inNamingTransaction(async () => {
    const before = await Regions.findById(regionId).lean<Region>();
    if (!before) throw notFound('region');
    const row = { ...before, ...change, ...point, tier: tierAfter(before, change), changedAt: now() } as Region;
    if (isSameBut(row, before)) return before;
    if (row.name !== before.name) {
      const beside = await Regions.find({ parentId: row.parentId }, { name: 1 }).lean<Region[]>();
      refuseSameName(row, beside, 'name');
      row.nameKey = nameKeyOf(row);
    }
    await Regions.replaceOne({ _id: regionId }, row);
    await recordAct({
      actor: viewer.personId,
      act: 'changeRegion',
      subject: regionId,
      reason: reason ?? null,
      before,
      after: row,
    });
    return row;
  });
  keepRegion(region);
  return { region };
}
