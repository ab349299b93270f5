import type { Area } from './area';

/** Every folder of pages with an `area.ts` is a part of the client: nothing else has to know it. */
const found = import.meta.glob<Area>('../pages/*/area.ts', { eager: true, import: 'area' });

const areas = Object.values(found);

export const openRoutes = areas.flatMap(({ open }) => open ?? []);
export const closedRoutes = areas.flatMap(({ closed }) => closed ?? []);
export const navigation = areas
  .flatMap((area) => area.navigation ?? [])
  .sort((first, second) => first.order - second.order);
