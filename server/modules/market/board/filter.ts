import { type Columns } from './columns';
import { CHANNELS, CONTACT_KINDS, GRADES, MODELS, packProven, TEMPERATURES } from './codes';
import type { Channel, ContactKind, Grade, Model, ProofChannel, Temperature } from './codes';

/** What a reader of the market asks for. An absent or empty condition asks for everything; several values mean "any of". */
export interface MarketFilter {
  /** Niches with all their children. */
  niches?: readonly string[];
  /** Regions with all their children. */
  regions?: readonly string[];
  models?: readonly Model[];
  temperatures?: readonly Temperature[];
  contactKinds?: readonly ContactKind[];
  channels?: readonly Channel[];
  grades?: readonly Grade[];
  isVerified?: boolean;
  /** Leads whose persons have answered on any of these. */
  provenChannels?: readonly ProofChannel[];
  isExclusive?: boolean;
  /** True: only lots; false: only single leads. */
  isLot?: boolean;
  priceMinMinor?: number;
  priceMaxMinor?: number;
  maxAgeHours?: number;
}

/** A tree numbered in preorder: a node and all under it are the numbers from..to, both included. */
export interface Tree {
  /** -1 for a node that the tree does not know. */
  numberOf(id: string): number;
  /** The empty range [0, -1] for a node that the tree does not know. */
  rangeOf(id: string): readonly [from: number, to: number];
  /** From the root down to the node itself; empty for one that the tree does not know. */
  pathOf(id: string): readonly { _id: string }[];
}

export interface Trees {
  niches: Tree;
  regions: Tree;
}

/** The conditions that a reader sees counted, each with its bit. */
export const FACET = {
  niche: 0,
  region: 1,
  model: 2,
  temperature: 3,
  contactKind: 4,
  verified: 5,
  exclusive: 6,
  channel: 7,
  grade: 8,
  proven: 9,
} as const;

/**
 * A filter laid out as tables: for each value that a column may hold, the bits of the facets that refuse it. A row's
 * refusals are then five look-ups, and "every row that only facet F refuses" needs no second pass.
 */
export interface CompiledFilter {
  nicheRefusals: Uint16Array;
  regionRefusals: Uint16Array;
  traitRefusals: Uint16Array;
  sourceRefusals: Uint16Array;
  provenRefusals: Uint16Array;
  priceMin: number;
  priceMax: number;
  listedFrom: number;
  endsAfter: number;
  /** False when price, age and lot size are all free. */
  hasRanges: boolean;
  minLeads: number;
  maxLeads: number;
}

const HOUR_MS = 3_600_000;

export function compileFilter(filter: MarketFilter, columns: Columns, trees: Trees, now: number): CompiledFilter {
  return {
    nicheRefusals: treeRefusals(columns.niches.all(), filter.niches, trees.niches, FACET.niche),
    regionRefusals: treeRefusals(columns.regions.all(), filter.regions, trees.regions, FACET.region),
    traitRefusals: byteRefusals([
      [FACET.model, 0, 3, allowed(MODELS, filter.models)],
      [FACET.temperature, 2, 3, allowed(TEMPERATURES, filter.temperatures)],
      [FACET.contactKind, 4, 3, allowed(CONTACT_KINDS, filter.contactKinds)],
      [FACET.verified, 6, 1, allowedFlag(filter.isVerified)],
      [FACET.exclusive, 7, 1, allowedFlag(filter.isExclusive)],
    ]),
    sourceRefusals: byteRefusals([
      [FACET.channel, 0, 31, allowed(CHANNELS, filter.channels)],
      [FACET.grade, 5, 7, allowed(GRADES, filter.grades)],
    ]),
    provenRefusals: provenRefusals(filter.provenChannels),
    priceMin: filter.priceMinMinor ?? -Infinity,
    priceMax: filter.priceMaxMinor ?? Infinity,
    listedFrom: filter.maxAgeHours === undefined ? -Infinity : now - filter.maxAgeHours * HOUR_MS,
    endsAfter: now,
    hasRanges: [filter.priceMinMinor, filter.priceMaxMinor, filter.maxAgeHours, filter.isLot].some(
      (one) => one !== undefined,
    ),
    minLeads: filter.isLot === true ? 2 : 0,
    maxLeads: filter.isLot === false ? 1 : Infinity,
  };
}

/** Whether a living row of this slot passes every condition. */
export function isMatch(columns: Columns, slot: number, filter: CompiledFilter): boolean {
  return (
    columns.isAlive[slot] === 1 && refusalsOf(columns, slot, filter) === 0 && isWithinRanges(columns, slot, filter)
  );
}

/** The bits of the facets that refuse this slot; 0 when none does. */
function refusalsOf(columns: Columns, slot: number, filter: CompiledFilter): number {
  return (
    filter.nicheRefusals[columns.niche[slot]!]! |
    filter.regionRefusals[columns.region[slot]!]! |
    filter.traitRefusals[columns.traits[slot]!]! |
    filter.sourceRefusals[columns.source[slot]!]! |
    filter.provenRefusals[columns.proven[slot]!]!
  );
}

/** Whether price, age, end and lot size fit: conditions that narrow the counts but are not counted themselves. */
export function isWithinRanges(columns: Columns, slot: number, filter: CompiledFilter): boolean {
  const price = columns.price[slot]!;
  const leads = columns.leadCount[slot]!;
  return (
    price >= filter.priceMin &&
    price <= filter.priceMax &&
    columns.listedAt[slot]! >= filter.listedFrom &&
    columns.endsAt[slot]! > filter.endsAfter &&
    leads >= filter.minLeads &&
    leads <= filter.maxLeads
  );
}

function treeRefusals(known: readonly string[], wanted: readonly string[] | undefined, tree: Tree, facet: number) {
  const refusals = new Uint16Array(known.length);
  if (!wanted || wanted.length === 0) return refusals;
  const ranges = wanted.map((id) => tree.rangeOf(id));
  known.forEach((id, number) => {
    const place = tree.numberOf(id);
    const isWanted = ranges.some(([from, to]) => place >= from && place <= to);
    refusals[number] = isWanted ? 0 : 1 << facet;
  });
  return refusals;
}

type ByteCondition = readonly [facet: number, shift: number, mask: number, allowedBits: number];

function byteRefusals(conditions: readonly ByteCondition[]): Uint16Array {
  const refusals = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let refused = 0;
    for (const [facet, shift, mask, allowedBits] of conditions) {
      if (((allowedBits >>> ((byte >> shift) & mask)) & 1) === 0) refused |= 1 << facet;
    }
    refusals[byte] = refused;
  }
  return refusals;
}

/** Each set of channels with whether it has none of those wanted. */
function provenRefusals(wanted: readonly ProofChannel[] | undefined): Uint16Array {
  const mask = packProven(wanted ?? []);
  return Uint16Array.from({ length: 4 }, (_set, bits) => (mask === 0 || (bits & mask) !== 0 ? 0 : 1 << FACET.proven));
}

function allowed<T>(all: readonly T[], wanted: readonly T[] | undefined): number {
  if (!wanted || wanted.length === 0) return 0xffffffff;
  return wanted.reduce((bits, value) => bits | (1 << all.indexOf(value)), 0);
}

function allowedFlag(wanted: boolean | undefined): number {
  if (wanted === undefined) return 3;
  return wanted ? 2 : 1;
}
