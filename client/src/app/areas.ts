import type { RouteObject } from 'react-router';
import type { Area } from './area';
import { loadTexts } from './i18n';

/** Every folder of pages with an `area.ts` is a part of the client: nothing else has to know it. */
const found = import.meta.glob<Area>('../pages/*/area.ts', { eager: true, import: 'area' });

/** A page comes with the texts of its area, which are loaded beside it. */
function withTexts(route: RouteObject, texts: readonly string[]): RouteObject {
  const { lazy, children } = route;
  return {
    ...route,
    ...(children ? { children: children.map((child) => withTexts(child, texts)) } : {}),
    ...(typeof lazy === 'function'
      ? { lazy: async () => (await Promise.all([lazy(), ...texts.map(loadTexts)]))[0] }
      : {}),
  } as RouteObject;
}

const areas = Object.entries(found).map(([file, { texts = [], open = [], closed = [], navigation = [] }]) => {
  const name = /pages\/([^/]+)\//.exec(file)![1]!;
  const loading = (routes: RouteObject[]): RouteObject[] => routes.map((route) => withTexts(route, [name, ...texts]));
  return { open: loading(open), closed: loading(closed), navigation };
});

export const openRoutes = areas.flatMap(({ open }) => open);
export const closedRoutes = areas.flatMap(({ closed }) => closed);
export const navigation = areas.flatMap((area) => area.navigation).sort((first, second) => first.order - second.order);
