import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { invalidInput, notFound } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { type Region, Regions } from './model';
import { parsed, regionChange } from './rules';
import { keepRegion } from './trees';
import { withoutNulls } from './withoutNulls';

interface Asked {
  regionId: string;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  reason?: string | null | undefined;
}

/** Changes what is named of a region. Only a city has a tier other than ORDINARY. */
export async function changeRegion(viewer: Viewer, asked: Asked): Promise<{ region: Region }> {
  const { regionId, latitude, longitude, reason, ...input } = asked;
  const change = parsed(regionChange, withoutNulls({ ...input, lat: latitude, lon: longitude }, ['population']));
  const region = await inTransaction(async () => {
    const before = await Regions.findById(regionId).lean<Region>();
    if (!before) throw notFound('region');
    if (before.kind !== 'CITY' && (change.tier ?? 'ORDINARY') !== 'ORDINARY') {
      throw invalidInput('Only a city is large or a capital.', ['tier']);
    }
    const row = { ...before, ...change, changedAt: now() } as Region;
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
