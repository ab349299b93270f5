import { foldName } from './fold';
import { type Region } from './model';
import { regionTree, type RegionTree } from './trees';

/** A country's name alone means the country, though a town elsewhere bears it too. */
const RANK = { COUNTRY: 0, CITY: 1, REGION: 2 } as const;

/**
 * Files repeat the same few hundred names: answers are remembered up to this many, then forgotten all at once. A long
 * text is no name that repeats, and would fill the memory.
 */
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED_CHARS = 100;

interface NameIndex {
  tree: RegionTree;
  byName: Map<string, Region[]>;
  remembered: Map<string, Region | null>;
}

let index: NameIndex | null = null;

function currentIndex(): NameIndex {
  const tree = regionTree();
  if (index?.tree !== tree) index = { tree, byName: indexNames(tree), remembered: new Map() };
  return index;
}

/** Regions by folded name, of one name in the order of `byRank`. */
function indexNames(tree: RegionTree): Map<string, Region[]> {
  const byName = new Map<string, Region[]>();
  for (const region of tree.list()) {
    for (const key of new Set([region.name, ...region.names, region.code].map(foldName))) {
      if (key) byName.set(key, [...(byName.get(key) ?? []), region]);
    }
  }
  for (const same of byName.values()) same.sort(byRank);
  return byName;
}

/** Countries before cities before subdivisions, then the largest first. */
const byRank = (a: Region, b: Region): number =>
  RANK[a.kind] - RANK[b.kind] || (b.population ?? 0) - (a.population ?? 0);

/** All regions with a spelling that begins with `text`, in the order of `byRank`. */
export function regionsBeginning(text: string): Region[] {
  const start = foldName(text);
  if (!start) return [];
  const found = new Set<Region>();
  for (const [key, regions] of currentIndex().byName) {
    if (key.startsWith(start)) for (const region of regions) found.add(region);
  }
  return [...found].sort(byRank);
}

/**
 * The region that a person means by `text`: a city, subdivision or country by any known spelling or script, or by its code.
 * Of several of one name a country wins over a city, a city over a subdivision, then the larger. `country` (ISO 3166-1
 * alpha-2) leaves only that country's. "Nairobi, Kenya" is read from its parts. Null when nothing is known by that name.
 */
export function findRegion({ country, text }: { country?: string | undefined; text: string }): Region | null {
  const { byName, remembered } = currentIndex();
  const question = `${country ?? ''}|${text}`;
  const known = remembered.get(question);
  if (known !== undefined) return known;
  const answer = look(byName, text, country?.toUpperCase()) ?? lookByParts(byName, text, country?.toUpperCase());
  if (question.length > LONGEST_REMEMBERED_CHARS) return answer;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(question, answer);
  return answer;
}

function look(byName: Map<string, Region[]>, text: string, country: string | undefined): Region | null {
  const same = byName.get(foldName(text)) ?? [];
  return same.find((region) => country === undefined || region.countryCode === country) ?? null;
}

/** "Athens, GA, USA": from the last part to the first, each within what the parts after it name. */
function lookByParts(byName: Map<string, Region[]>, text: string, country: string | undefined): Region | null {
  const parts = text.split(/[,;/|()]+/).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const first = parts.shift()!;
  const tree = regionTree();
  let around = country === undefined ? undefined : tree.byCode(country);
  const inside = (name: string): Region[] =>
    (byName.get(foldName(name)) ?? []).filter(({ _id }) => !around || tree.isWithin(_id, around._id));
  for (const part of parts.reverse()) around = inside(part).find(({ kind }) => kind !== 'CITY') ?? around;
  return inside(first)[0] ?? null;
}
