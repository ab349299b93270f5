import { type Columns } from './columns';
import { CHANNELS, CONTACT_KINDS, GRADES, MODELS, PROOF_CHANNELS, TEMPERATURES } from './codes';
import type { Channel, ContactKind, Grade, Model, ProofChannel, Temperature } from './codes';
import { FACET, isWithinRanges, type CompiledFilter, type Trees } from './filter';

interface FacetCount<T> {
  value: T;
  count: number;
}

/** How many rows each value would give, were its own facet's condition lifted and all others kept. Zeros are left out. */
export interface Facets {
  /** Every niche, with its children counted in. */
  niches: FacetCount<string>[];
  /** Every region, with its children counted in. */
  regions: FacetCount<string>[];
  models: FacetCount<Model>[];
  temperatures: FacetCount<Temperature>[];
  contactKinds: FacetCount<ContactKind>[];
  channels: FacetCount<Channel>[];
  grades: FacetCount<Grade>[];
  verified: FacetCount<boolean>[];
  exclusive: FacetCount<boolean>[];
  proven: FacetCount<ProofChannel>[];
}

/** A selective filter's matches are kept whole up to this many, so that its pages need no walk of the whole order. */
const MAX_KEPT_MATCHES = 4096;

export interface Tally {
  total: number;
  /** Slots that match, when they are few enough to keep; null when there are more. */
  matches: Uint32Array | null;
  niche: Uint32Array;
  region: Uint32Array;
  /** One histogram over the byte per facet: rows that nothing, or only that facet, refuses. */
  traits: Uint32Array[];
  source: Uint32Array[];
  /** Over the sets of proven channels. */
  proven: Uint32Array;
}

const TRAIT_FACETS = [FACET.model, FACET.temperature, FACET.contactKind, FACET.verified, FACET.exclusive];
const SOURCE_FACETS = [FACET.channel, FACET.grade];
const NICHE_BIT = 1 << FACET.niche;
const REGION_BIT = 1 << FACET.region;
const PROVEN_BIT = 1 << FACET.proven;

/** 1 for zero, 0 for any set of bits, without a branch: rows come in no order, so a branch would be guessed wrong. */
const isZero = (bits: number): number => (bits - 1) >>> 31;

/**
 * One pass over all rows. A row that nothing refuses counts everywhere; a row that exactly one facet refuses counts in
 * that facet alone; the rest count nowhere. This is the one hot loop of the board: columns and tables are locals, and
 * the facets' refusals come first because they turn most rows away.
 */
export function tally(columns: Columns, filter: CompiledFilter): Tally {
  const { length, isAlive, niche, region, traits, source, proven, endsAt } = columns;
  const { nicheRefusals, regionRefusals, traitRefusals, sourceRefusals, provenRefusals, endsAfter, hasRanges } = filter;
  const counts = emptyCounts(columns);
  const { niche: byNiche, region: byRegion, passedTraits: byTraits, passedSource: bySource, proven: byProven } = counts;
  const kept = new Uint32Array(MAX_KEPT_MATCHES + 1);
  let total = 0;
  for (let slot = 0; slot < length; slot++) {
    const refused =
      nicheRefusals[niche[slot]!]! |
      regionRefusals[region[slot]!]! |
      traitRefusals[traits[slot]!]! |
      sourceRefusals[source[slot]!]! |
      provenRefusals[proven[slot]!]!;
    if ((refused & (refused - 1)) !== 0 || isAlive[slot] === 0 || endsAt[slot]! <= endsAfter) continue;
    if (hasRanges && !isWithinRanges(columns, slot, filter)) continue;
    const isMatch = isZero(refused);
    kept[total < MAX_KEPT_MATCHES ? total : MAX_KEPT_MATCHES] = slot;
    total += isMatch;
    byNiche[niche[slot]!]! += isZero(refused & ~NICHE_BIT);
    byRegion[region[slot]!]! += isZero(refused & ~REGION_BIT);
    byTraits[traits[slot]!]! += isMatch;
    bySource[source[slot]!]! += isMatch;
    byProven[proven[slot]!]! += isZero(refused & ~PROVEN_BIT);
    if (refused > (NICHE_BIT | REGION_BIT) && refused < PROVEN_BIT)
      countMissed(counts, columns, slot, 31 - Math.clz32(refused));
  }
  return {
    total,
    matches: total <= MAX_KEPT_MATCHES ? kept.slice(0, total) : null,
    niche: counts.niche,
    region: counts.region,
    traits: counts.missedTraits.map((missed) => added(missed, counts.passedTraits)),
    source: counts.missedSource.map((missed) => added(missed, counts.passedSource)),
    proven: counts.proven,
  };
}

const emptyCounts = (columns: Columns) => ({
  niche: new Uint32Array(columns.niches.size),
  region: new Uint32Array(columns.regions.size),
  passedTraits: new Uint32Array(256),
  passedSource: new Uint32Array(256),
  proven: new Uint32Array(4),
  missedTraits: TRAIT_FACETS.map(() => new Uint32Array(256)),
  missedSource: SOURCE_FACETS.map(() => new Uint32Array(256)),
});

function countMissed(counts: ReturnType<typeof emptyCounts>, columns: Columns, slot: number, facet: number): void {
  if (facet < FACET.channel) counts.missedTraits[facet - FACET.model]![columns.traits[slot]!]!++;
  else counts.missedSource[facet - FACET.channel]![columns.source[slot]!]!++;
}

/** The tally in the words of the market. */
export function facetsOf({ niche, region, traits, source, proven }: Tally, columns: Columns, trees: Trees): Facets {
  const [model, temperature, contactKind, verified, exclusive] = traits;
  const [channel, grade] = source;
  return {
    niches: upTheTree(niche, columns.niches.all(), trees.niches),
    regions: upTheTree(region, columns.regions.all(), trees.regions),
    models: spread(model, 0, 3, MODELS),
    temperatures: spread(temperature, 2, 3, TEMPERATURES),
    contactKinds: spread(contactKind, 4, 3, CONTACT_KINDS),
    verified: spread(verified, 6, 1, [false, true]),
    exclusive: spread(exclusive, 7, 1, [false, true]),
    channels: spread(channel, 0, 31, CHANNELS),
    grades: spread(grade, 5, 7, GRADES),
    proven: provenCounts(proven),
  };
}

/** A row whose persons answered on both channels counts in each. */
const provenCounts = (bySet: Uint32Array): FacetCount<ProofChannel>[] =>
  PROOF_CHANNELS.map((value, place) => ({
    value,
    count: bySet.reduce((sum, count, bits) => sum + (((bits >> place) & 1) === 1 ? count : 0), 0),
  })).filter(({ count }) => count > 0);

const added = (a: Uint32Array, b: Uint32Array): Uint32Array => a.map((count, index) => count + b[index]!);

function spread<T>(
  byByte: Uint32Array | undefined,
  shift: number,
  mask: number,
  values: readonly T[],
): FacetCount<T>[] {
  const counts = values.map((value) => ({ value, count: 0 }));
  byByte?.forEach((count, byte) => {
    const entry = counts[(byte >> shift) & mask];
    if (entry) entry.count += count;
  });
  return counts.filter(({ count }) => count > 0);
}

/** Adds each node's own rows to all nodes above it, by the tree's preorder numbers. */
function upTheTree(own: Uint32Array, known: readonly string[], tree: Trees['niches']): FacetCount<string>[] {
  const byNode = new Map<string, number>();
  known.forEach((id, number) => {
    const count = own[number]!;
    if (count === 0) return;
    for (const { _id } of tree.pathOf(id)) byNode.set(_id, (byNode.get(_id) ?? 0) + count);
  });
  return [...byNode].map(([value, count]) => ({ value, count }));
}
