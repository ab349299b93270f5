import { notFound } from '../../platform/errors';
import { connection, type Connection, pageArgs, type PageArgs } from '../../platform/pages';
import { regionsBeginning } from './findRegion';
import { type Region } from './model';
import { regionTree } from './trees';

/** GeoNames is licensed CC BY 4.0: its credit is part of every list. */
const CREDIT = 'Cities and populations: GeoNames (geonames.org), CC BY 4.0. Subdivisions: ISO 3166-2.';

interface Asked extends PageArgs {
  parent?: string | null | undefined;
  search?: string | null | undefined;
}

/** Regions right under a parent, or all within it whose name begins with the searched text in any script. */
export function listRegions({
  parent,
  search,
  ...page
}: Asked): Connection<Region> & { totalCount: number; credit: string } {
  const { limit, after } = pageArgs(page);
  const tree = regionTree();
  if (parent && !tree.byId(parent)) throw notFound('region');
  const found = search?.trim()
    ? regionsBeginning(search).filter(({ _id }) => !parent || tree.isWithin(_id, parent))
    : tree.childrenOf(parent ?? null);
  const start = after ? found.findIndex(({ _id }) => _id === after[0]) + 1 : 0;
  const rows = found.slice(start, start + limit + 1);
  return { ...connection(rows, limit, ({ _id }) => [_id]), totalCount: found.length, credit: CREDIT };
}
