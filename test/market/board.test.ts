import fc from 'fast-check';
import { Board } from '../../server/modules/market/board/board';
import {
  CHANNELS,
  CONTACT_KINDS,
  GRADES,
  MODELS,
  PROOF_CHANNELS,
  TEMPERATURES,
} from '../../server/modules/market/board/codes';
import type { BoardRow } from '../../server/modules/market/board/columns';
import type { MarketFilter, Tree } from '../../server/modules/market/board/filter';
import { isRowMatch } from '../../server/modules/market/board/isRowMatch';
import { SORTS, type MarketSort, type Place } from '../../server/modules/market/board/orders';

/** The board against the plainest program that gives the same answers: arrays, `filter` and `sort`. */

const NOW = Date.UTC(2026, 0, 31);
const HOUR = 3_600_000;

const NICHES = {
  insurance: null,
  motor: 'insurance',
  home: 'insurance',
  finance: null,
  loans: 'finance',
  car: 'loans',
};
const REGIONS = { KE: null, Nairobi: 'KE', Mombasa: 'KE', GR: null, Attica: 'GR', Athens: 'Attica' };

const pathIn = (parents: Record<string, string | null>, id: string): string[] =>
  id in parents ? [...(parents[id] ? pathIn(parents, parents[id]) : []), id] : [];

function treeOf(parents: Record<string, string | null>): Tree {
  const ids = Object.keys(parents);
  return {
    numberOf: (id) => ids.indexOf(id),
    rangeOf: (id) => {
      const within = ids.flatMap((other, number) => (pathIn(parents, other).includes(id) ? [number] : []));
      return [within[0] ?? 0, within.at(-1) ?? -1];
    },
    pathOf: (id) => pathIn(parents, id).map((_id) => ({ _id })),
  };
}
const trees = { niches: treeOf(NICHES), regions: treeOf(REGIONS) };

const row = fc.record<BoardRow>({
  id: fc.integer({ min: 0, max: 60 }).map((n) => `listing_${n}`),
  agencyId: fc.constantFrom('org_a', 'org_b', 'org_c'),
  nicheId: fc.constantFrom(...Object.keys(NICHES)),
  regionId: fc.constantFrom(...Object.keys(REGIONS)),
  model: fc.constantFrom(...MODELS),
  temperature: fc.constantFrom(...TEMPERATURES),
  contactKind: fc.constantFrom(...CONTACT_KINDS),
  channel: fc.constantFrom(...CHANNELS),
  grade: fc.constantFrom(...GRADES),
  isVerified: fc.boolean(),
  provenChannels: fc.subarray([...PROOF_CHANNELS]),
  isExclusive: fc.boolean(),
  quality: fc.constantFrom(0, 500, 900),
  priceMinor: fc.integer({ min: 1, max: 12 }).map((n) => n * 100),
  leadCount: fc.constantFrom(1, 1, 1, 10),
  maxSales: fc.integer({ min: 3, max: 5 }),
  sold: fc.integer({ min: 0, max: 2 }),
  listedAt: fc.integer({ min: 0, max: 40 }).map((n) => NOW - n * HOUR),
  endsAt: fc.integer({ min: -2, max: 20 }).map((n) => NOW + n * HOUR),
});

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 0, maxLength: 2 });
const conditions = fc.record<Required<MarketFilter>>({
  niches: some(Object.keys(NICHES)),
  regions: some(Object.keys(REGIONS)),
  models: some(MODELS),
  temperatures: some(TEMPERATURES),
  contactKinds: some(CONTACT_KINDS),
  channels: some(CHANNELS),
  grades: some(GRADES),
  isVerified: fc.boolean(),
  provenChannels: some(PROOF_CHANNELS),
  isExclusive: fc.boolean(),
  isLot: fc.boolean(),
  priceMinMinor: fc.constant(300),
  priceMaxMinor: fc.constant(900),
  maxAgeHours: fc.constant(20),
});
/** Up to three conditions at once: with more, nearly every answer would be empty. */
const filterOf: fc.Arbitrary<MarketFilter> = conditions.chain((all) =>
  fc.subarray(Object.entries(all), { maxLength: 3 }).map((chosen) => Object.fromEntries(chosen) as MarketFilter),
);

type Step = { put: BoardRow } | { remove: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: row.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => ({ remove: `listing_${n}` })) },
);

function played(steps: readonly Step[]): { board: Board; rows: BoardRow[] } {
  const board = new Board(() => trees);
  const plain = new Map<string, BoardRow>();
  for (const one of steps) {
    if ('put' in one) {
      board.put(one.put);
      plain.set(one.put.id, one.put);
    } else {
      board.remove(one.remove);
      plain.delete(one.remove);
    }
  }
  return { board, rows: [...plain.values()] };
}

const isMatch = (row: BoardRow, filter: MarketFilter): boolean => isRowMatch(row, filter, trees, NOW);

const KEYS: Record<MarketSort, (row: BoardRow) => number> = {
  NEWEST: (row) => -row.listedAt,
  PRICE_LOW: (row) => row.priceMinor,
  PRICE_HIGH: (row) => -row.priceMinor,
  BEST_AGENCY: (row) => -row.quality,
  ENDING_SOON: (row) => row.endsAt,
};

const counted = <T>(values: readonly T[]) => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const asMap = <T>(facet: readonly { value: T; count: number }[]) =>
  new Map(facet.map(({ value, count }) => [value, count]));

function pagesOf(board: Board, filter: MarketFilter, sort: MarketSort, first: number): BoardRow[] {
  const all: BoardRow[] = [];
  let after: Place | null = null;
  for (;;) {
    const page = board.search({ filter, sort, after, first, now: NOW });
    all.push(...page.rows);
    if (!page.hasNextPage) return all;
    after = page.places.at(-1)!;
  }
}

const history = fc.array(step, { maxLength: 120 });

describe('the board', () => {
  test('pages through exactly what a plain filter finds, in the order of the sort', () => {
    fc.assert(
      fc.property(
        history,
        filterOf,
        fc.constantFrom(...SORTS),
        fc.integer({ min: 1, max: 9 }),
        (steps, filter, sort, first) => {
          const { board, rows } = played(steps);
          const found = pagesOf(board, filter, sort, first);
          const wanted = rows.filter((row) => isMatch(row, filter));
          expect(new Map(found.map((row) => [row.id, row]))).toEqual(new Map(wanted.map((row) => [row.id, row])));
          expect(found).toHaveLength(wanted.length);
          expect(found.map(KEYS[sort])).toEqual(found.map(KEYS[sort]).sort((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the median price is the lower middle of the prices that match', () => {
    fc.assert(
      fc.property(history, filterOf, (steps, filter) => {
        const { board, rows } = played(steps);
        const prices = rows.filter((row) => isMatch(row, filter)).map(({ priceMinor }) => priceMinor);
        const middle = prices.sort((a, b) => a - b)[Math.floor((prices.length - 1) / 2)];
        expect(board.medianPrice(filter, NOW)).toBe(middle ?? null);
      }),
    );
  });

  test('counts each facet exactly, without its own condition and with children counted into parents', () => {
    fc.assert(
      fc.property(history, filterOf, (steps, filter) => {
        const { board, rows } = played(steps);
        const { total, facets } = board.counts(filter, NOW);
        const without = (...names: (keyof MarketFilter)[]) => {
          const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as never)));
          return rows.filter((row) => isMatch(row, rest));
        };
        expect(total).toBe(rows.filter((row) => isMatch(row, filter)).length);
        expect(asMap(facets.niches)).toEqual(counted(without('niches').flatMap((row) => pathIn(NICHES, row.nicheId))));
        expect(asMap(facets.regions)).toEqual(
          counted(without('regions').flatMap((row) => pathIn(REGIONS, row.regionId))),
        );
        expect(asMap(facets.models)).toEqual(counted(without('models').map((row) => row.model)));
        expect(asMap(facets.temperatures)).toEqual(counted(without('temperatures').map((row) => row.temperature)));
        expect(asMap(facets.contactKinds)).toEqual(counted(without('contactKinds').map((row) => row.contactKind)));
        expect(asMap(facets.channels)).toEqual(counted(without('channels').map((row) => row.channel)));
        expect(asMap(facets.grades)).toEqual(counted(without('grades').map((row) => row.grade)));
        expect(asMap(facets.verified)).toEqual(counted(without('isVerified').map((row) => row.isVerified)));
        expect(asMap(facets.proven)).toEqual(counted(without('provenChannels').flatMap((row) => row.provenChannels)));
        expect(asMap(facets.exclusive)).toEqual(counted(without('isExclusive').map((row) => row.isExclusive)));
      }),
      { numRuns: 300 },
    );
  });

  test('a page goes on behind its cursor though the row it names, or others, have come and gone', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...SORTS), history, (steps, sort, later) => {
        const { board } = played(steps);
        const before = board.search({ filter: {}, sort, after: null, first: 5, now: NOW });
        const seen = new Set(before.rows.map(({ id }) => id));
        const rest = new Set(
          pagesOf(board, {}, sort, 4)
            .map(({ id }) => id)
            .filter((id) => !seen.has(id)),
        );
        const touched = new Set(later.map((one) => ('put' in one ? one.put.id : one.remove)));
        for (const one of later) {
          if ('put' in one) board.put(one.put);
          else board.remove(one.remove);
        }
        const after = before.places.at(-1) ?? null;
        const next = board.search({ filter: {}, sort, after, first: 1000, now: NOW }).rows.map(({ id }) => id);
        for (const id of rest) if (!touched.has(id)) expect(next).toContain(id);
        for (const id of seen) if (!touched.has(id)) expect(next).not.toContain(id);
      }),
      { numRuns: 200 },
    );
  });

  test('supply is the number of places left times the leads of each listing, with children of niche and region', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { board, rows } = played(steps);
        for (const nicheId of Object.keys(NICHES)) {
          for (const regionId of Object.keys(REGIONS)) {
            const here = rows.filter(
              (row) =>
                pathIn(NICHES, row.nicheId).includes(nicheId) && pathIn(REGIONS, row.regionId).includes(regionId),
            );
            const supply = here.reduce((sum, row) => sum + (row.maxSales - row.sold) * row.leadCount, 0);
            expect(board.supply(nicheId, regionId)).toBe(supply);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the best are the first of the sort that match and are not excluded', () => {
    fc.assert(
      fc.property(history, filterOf, fc.integer({ min: 1, max: 8 }), (steps, filter, count) => {
        const { board } = played(steps);
        const isExcluded = (row: BoardRow) => row.agencyId === 'org_a';
        const best = board.best({ filter, sort: 'PRICE_HIGH', count, now: NOW, isExcluded });
        const allowed = pagesOf(board, filter, 'PRICE_HIGH', 7).filter((row) => !isExcluded(row));
        expect(best).toEqual(allowed.slice(0, count));
      }),
      { numRuns: 200 },
    );
  });

  test('a long life of changes squeezes out the dead and keeps every answer', () => {
    const { board, rows } = played(
      fc.sample(fc.array(step, { minLength: 9000, maxLength: 9000, size: 'max' }), { numRuns: 1, seed: 7 })[0]!,
    );
    expect(board.size).toBe(rows.length);
    for (const sort of SORTS) {
      const found = pagesOf(board, {}, sort, 10);
      expect(found.map(({ id }) => id).sort()).toEqual(
        rows
          .filter((row) => isMatch(row, {}))
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  test('a board too large to keep every match pages in the same order while rows come, change and go', () => {
    const many = fc
      .sample(row, { numRuns: 7500, seed: 11 })
      .map((one, n) => ({ ...one, id: `listing_${n}`, endsAt: NOW + n }));
    const plain = new Map<string, BoardRow>();
    const board = new Board(() => trees);
    const put = (one: BoardRow) => {
      board.put(one);
      plain.set(one.id, one);
    };
    for (const one of many.slice(0, 6000)) put(one);
    const check = () => {
      for (const sort of SORTS) {
        const wanted = [...plain.values()]
          .filter((one) => isMatch(one, {}))
          .map(KEYS[sort])
          .sort((a, b) => a - b);
        const found = pagesOf(board, {}, sort, 100);
        expect(new Set(found.map(({ id }) => id)).size).toBe(wanted.length);
        expect(found.map(KEYS[sort])).toEqual(wanted);
      }
    };
    check();
    for (const one of many.slice(6000)) put(one);
    for (const one of many.slice(0, 900)) put({ ...one, priceMinor: one.priceMinor + 50 });
    for (const one of many.slice(900, 1000)) {
      board.remove(one.id);
      plain.delete(one.id);
    }
    check();
    for (const one of many.slice(2000, 4500)) put({ ...one, priceMinor: one.priceMinor + 150 });
    check();
  });
});
