import { nothingSpent } from '../../server/modules/campaigns/budgets';
import { clickRules, elsewhereOf, judgeClicks, RULES_VERSION } from '../../server/modules/clicks/judge/rules';
import { type Verdict, VERDICTS, WHY } from '../../server/modules/clicks/judge/verdicts';
import { type RawClick } from '../../server/modules/clicks/model';
import { netOf } from '../../server/platform/visitor/addresses';
import { countryOf } from '../../server/platform/visitor/countries';
import { type Visit } from './visits';

/** So many visits of each finding are shown. */
const SHOWN = 3;
/** More than any file costs. */
const ENOUGH = 2n ** 50n;
/** Visits without a time came at one moment: who comes again is found, and no burst is made of them. */
const NO_TIME = new Date('2026-01-01T12:00:00Z');

export interface Finding {
  verdict: Verdict;
  why: string;
  count: number;
  /** A few of them. */
  lines: string[];
}

/** What the rules find of a visit whose network they have nothing against. */
const BEYOND_NETWORK: readonly Verdict[] = ['VALID', 'REPEAT', 'BURST'];

/** The findings of visits to a campaign without limits that buys from some countries; null: from everywhere. */
export function measure(visits: readonly Visit[], countries: readonly string[] | null): Finding[] {
  const clicks = visits.map(clickOf);
  const order = clicks.map((_, place) => place);
  order.sort((one, other) => clicks[one]!.at.getTime() - clicks[other]!.at.getTime() || one - other);
  const everywhere = new Set(clicks.flatMap(({ net }) => countryOf(net) ?? []));
  const bought = [...(countries ?? everywhere)];
  const judged = judgeClicks(
    order.map((place) => clicks[place]!),
    {
      rules: clickRules(RULES_VERSION),
      terms: {
        countries: bought,
        timeZone: 'UTC',
        dayMinor: ENOUGH,
        weekMinor: null,
        totalMinor: null,
        stoppedAt: null,
      },
      spent: nothingSpent(),
      freeMinor: ENOUGH,
      billedAt: new Map(),
      unpaidAt: new Map(),
      before: [],
      billedOfDay: new Map(),
      priceAt: () => 1n,
    },
  );
  const found = judged.found.map(({ verdict }, at): Verdict => {
    const { net } = clicks[order[at]!]!;
    if (net === '' || !BEYOND_NETWORK.includes(verdict)) return verdict;
    // Whom the file names no address of counts as somebody from where the campaign buys; who comes from within a house does
    // not, as no visitor of a public market does.
    return elsewhereOf(net, clickRules(RULES_VERSION), { countries: bought, takesInside: false }) ?? verdict;
  });
  return VERDICTS.flatMap((verdict) => {
    const places = order.filter((_, at) => found[at] === verdict);
    if (places.length === 0) return [];
    const lines = places.slice(0, SHOWN).map((place) => lineOf(visits[place]!));
    return [{ verdict, why: WHY[verdict], count: places.length, lines }];
  });
}

function clickOf({ agent, address, at, sub }: Visit, row: number): RawClick {
  return {
    _id: String(row),
    at: at ?? NO_TIME,
    linkId: at ? '' : String(row),
    agencyId: at ? '' : String(row),
    campaignId: '',
    regionId: '',
    subId: sub,
    net: netOf(address),
    visitor: address ? `${address} ${agent}` : `row ${row}`,
    agent,
    isHead: false,
    isPrefetch: false,
    isSent: true,
  };
}

const lineOf = ({ agent, address, at, sub }: Visit): string =>
  [agent || '(no user agent)', address, at?.toISOString() ?? '', sub].filter(Boolean).join('  ');
