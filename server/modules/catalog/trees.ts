import { onChange, onGap } from '../../platform/changes';
import { type Niche, Niches, type Region, Regions } from './model';
import { buildTree, type Tree, type TreeRow } from './tree';

export interface NicheTree extends Tree<Niche> {
  bySlug(slug: string): Niche | undefined;
}

export interface RegionTree extends Tree<Region> {
  byCode(code: string): Region | undefined;
}

const listeners = new Set<() => void>();

/** Called whenever a niche or region was added or changed, in this process or another: preorder numbers are new. */
export function onCatalogChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Rows by id as the database has them, and the tree over them, laid out anew on the first look after a change. */
class Mirror<T extends TreeRow, View extends Tree<T>> {
  private rows = new Map<string, T>();
  private view: View | null = null;

  constructor(private readonly layOut: (rows: Iterable<T>) => View) {}

  fill(rows: readonly T[]): void {
    this.rows = new Map(rows.map((row) => [row._id, row]));
    this.view = null;
    for (const tell of listeners) tell();
  }

  keep(id: string, row: T | null): void {
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
    this.view = null;
    for (const tell of listeners) tell();
  }

  get tree(): View {
    return (this.view ??= this.layOut(this.rows.values()));
  }
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en');

const niches = new Mirror<Niche, NicheTree>((rows) => {
  const tree = buildTree(rows, byName);
  const bySlug = new Map(tree.list().map((niche) => [niche.slug, niche]));
  return { ...tree, bySlug: (slug) => bySlug.get(slug) };
});

/** Cities by size, countries and subdivisions by name. */
const bySizeOrName = (a: Region, b: Region): number =>
  (a.kind === 'CITY' && b.kind === 'CITY' ? (b.population ?? 0) - (a.population ?? 0) : 0) || byName(a, b);

const regions = new Mirror<Region, RegionTree>((rows) => {
  const tree = buildTree(rows, bySizeOrName);
  const byCode = new Map(tree.list().map((region) => [region.code, region]));
  return { ...tree, byCode: (code) => byCode.get(code) };
});

/** All niches, retired ones too, as they are now. Take it anew for each piece of work: it is replaced on change. */
export const nicheTree = (): NicheTree => niches.tree;

/** All regions as they are now. Take it anew for each piece of work: it is replaced on change. */
export const regionTree = (): RegionTree => regions.tree;

/** Shows a verb's own write to this process at once, without waiting for the change stream. */
export const keepNiche = (niche: Niche): void => niches.keep(niche._id, niche);
export const keepRegion = (region: Region): void => regions.keep(region._id, region);

async function readAll(): Promise<void> {
  niches.fill(await Niches.find().lean<Niche[]>());
  regions.fill(await Regions.find().lean<Region[]>());
}

let stops: (() => void)[] = [];

/** Listens first, reads then: a change made meanwhile is applied on top. */
export async function startTrees(): Promise<void> {
  stops = [
    onChange<Niche>('niches', ({ id, document }) => niches.keep(id, document)),
    onChange<Region>('regions', ({ id, document }) => regions.keep(id, document)),
    onGap(readAll),
  ];
  await readAll();
}

export async function stopTrees(): Promise<void> {
  for (const stop of stops) stop();
  stops = [];
}
