import { DateTime } from 'luxon';
import { type DisputeReason, type Finding } from '../../disputes';
import { type ConversionEvidence } from '../conversions/evidence';
import { type Verdict, VERDICTS } from '../judge/verdicts';

/** So many of something, the most first. */
type Tallies = readonly { of: string; count: number }[];

/** What was found about a batch of clicks, before any rule looks at it. What is counted are the clicks that were billed. */
export interface BatchFacts {
  /** All clicks of the hour, billed or not. */
  verdicts: Partial<Record<Verdict, number>>;
  clicks: number;
  billed: number;
  /** How many of the billed ones were looked at. */
  looked: number;
  /** Whether only clicks that the claim names were looked at. */
  isPart: boolean;
  /** What the rules and lists of today would not bill. */
  again: { robots: number; outside: number; repeats: number };
  times: { first: Date; last: Date; minutes: number; most: number; mostAt: Date; timeZone: string } | null;
  networks: Tallies;
  agents: Tallies;
  networksWithAgent: Tallies;
  subIds: Tallies;
  /** Visitors who were billed to the campaign before, within 30 days. */
  visitedBefore: number;
  /** By ISO code; empty where not known. */
  countries: Tallies;
  boughtFrom: readonly string[];
  /** What the business told of its visitors. */
  conversions: ConversionEvidence;
}

/** Of fewer clicks a share says nothing. */
const LEAST_FOR_A_SHARE = 10;

type Finder = (facts: BatchFacts, reason: DisputeReason) => Omit<Finding, 'lookUp' | 'isProof'>;
type BatchLookUp =
  | 'CLICKS_COUNTED'
  | 'RULES_AGAIN'
  | 'CLICK_TIMES'
  | 'CLICK_SOURCES'
  | 'VISITED_BEFORE'
  | 'COUNTRIES'
  | 'CONVERSIONS';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const isMost = (count: number, looked: number): boolean => looked >= LEAST_FOR_A_SHARE && count * 2 > looked;

/** What was not billed, in words. */
const NOT_BILLED: Readonly<Record<Exclude<Verdict, 'VALID'>, string>> = {
  NOT_OPEN: 'came while nobody took visitors',
  HEAD: 'only looked at the address',
  PREFETCH: 'loaded ahead',
  EMPTY_AGENT: 'named no browser',
  ROBOT_AGENT: 'robots by name',
  DATA_CENTRE: 'from data centres',
  OUT_OF_REGION: 'from other countries',
  NO_COUNTRY: 'from networks of no known country',
  PAUSED: 'after the pause',
  REPEAT: 'came before',
  BURST: 'in bursts',
  OVER_BUDGET: 'over the budget',
};

/** What of the billed clicks the rules would refuse today, for the reasons that they know themselves. */
const AGAIN: Partial<Record<DisputeReason, { of: keyof BatchFacts['again']; are: string }>> = {
  BOT: { of: 'robots', are: 'robots by their name or from data centres' },
  WRONG_REGION: { of: 'outside', are: 'from countries that the campaign did not buy from, or from none that is known' },
  DUPLICATE: { of: 'repeats', are: 'by a visitor who was billed within 24 hours before' },
};

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string): string => (code === '' ? 'not known' : (countryNames.of(code) ?? code));

const FINDERS: Readonly<Record<BatchLookUp, Finder>> = {
  CLICKS_COUNTED({ clicks, billed, verdicts, looked, isPart }) {
    const others = VERDICTS.flatMap((verdict) =>
      verdict !== 'VALID' && verdicts[verdict] ? `${verdicts[verdict]} ${NOT_BILLED[verdict]}` : [],
    );
    const rest = others.length > 0 ? ` Not billed: ${others.join(', ')}.` : '';
    const part = isPart ? ` Looked at are ${looked} of these, which the claim names.` : '';
    return {
      speaksFor: 'NEITHER',
      text: `Of ${plural(clicks, 'click', 'clicks')} in this hour the rules billed ${billed} as people's.${part}${rest}`,
    };
  },
  RULES_AGAIN({ again, looked }, reason) {
    const asked = AGAIN[reason];
    const found = asked ? again[asked.of] : 0;
    return {
      speaksFor: found > 0 ? 'BUYER' : 'NEITHER',
      provenCount: found,
      text: `By the rules and lists of today ${found} of the ${looked} billed clicks are ${asked?.are ?? 'not billed'}.`,
    };
  },
  CLICK_TIMES({ times, looked }) {
    if (!times) return NO_CLICKS;
    const at = (moment: Date): string => DateTime.fromJSDate(moment, { zone: times.timeZone }).toFormat('HH:mm');
    return {
      speaksFor: isMost(times.most, looked) && times.minutes > 1 ? 'BUYER' : 'NEITHER',
      text: `From ${at(times.first)} to ${at(times.last)} by the clocks of ${times.timeZone}, in ${plural(times.minutes, 'minute', 'different minutes')}; the most in one minute: ${times.most} of ${looked}, at ${at(times.mostAt)}.`,
    };
  },
  CLICK_SOURCES({ networks, agents, networksWithAgent, subIds, looked }) {
    const most = (tallies: Tallies): number => tallies[0]?.count ?? 0;
    const both = most(networksWithAgent);
    const named = subIds.slice(0, 5).map(({ of, count }) => `${of === '' ? 'none' : `“${of}”`} ${count}`);
    return {
      // Even a mobile network shares its people out over many networks; an office is few.
      speaksFor: isMost(both, looked) || isMost(most(networks), looked) ? 'BUYER' : 'NEITHER',
      text: `${plural(networks.length, 'network', 'networks')} and ${plural(agents.length, 'browser', 'browsers')}: of ${looked} clicks ${most(networks)} came from one network, ${most(agents)} by one browser, ${both} from one network by the same browser. By sub-id: ${named.join(', ')}.`,
    };
  },
  VISITED_BEFORE({ visitedBefore, looked }) {
    return {
      speaksFor: isMost(visitedBefore, looked) ? 'BUYER' : 'NEITHER',
      text: `${visitedBefore} of the ${looked} billed clicks are by a visitor, the same address and browser, who was billed to the campaign before, within 30 days.`,
    };
  },
  COUNTRIES({ countries, boughtFrom, again, looked }) {
    const known = looked - (countries.find(({ of }) => of === '')?.count ?? 0);
    const names = countries.map(({ of, count }) => `${countryName(of)} ${count}`);
    return {
      speaksFor: again.outside > 0 ? 'BUYER' : known === looked ? 'AGENCY' : 'NEITHER',
      text: `By their networks: ${names.join(', ')}. The campaign bought from: ${boughtFrom.map(countryName).join(', ')}. Where in a country a network lies is not known.`,
    };
  },
  CONVERSIONS({ conversions: { clicks, converted, byBrowser, quick, quickByMarket } }) {
    if (converted === 0) {
      // Most visitors of the most honest page buy nothing, and not every business tells.
      return {
        speaksFor: 'NEITHER',
        text: `The business told of no visitor among these ${clicks} that one converted.`,
      };
    }
    // A business that wants its money back says itself when a thing happened: only what the market heard weighs.
    const isQuick = quickByMarket * 2 > converted;
    return {
      speaksFor: isQuick ? 'BUYER' : converted > byBrowser + quick ? 'AGENCY' : 'NEITHER',
      text: `${converted} of ${clicks} visitors did what the business hoped for, ${byBrowser} of them by a browser's word alone; ${quick} within 15 seconds of their click, of which the market itself heard ${quickByMarket} so soon.`,
    };
  },
};

const NO_CLICKS = { speaksFor: 'NEITHER' as const, text: 'None of the raw clicks is kept any more.' };

const isBatchLookUp = (lookUp: string): lookUp is BatchLookUp => lookUp in FINDERS;

/** The evidence for one reason, in the order of its look-ups. Pure: all looking was done before. */
export const batchEvidence = (
  lookUps: readonly Finding['lookUp'][],
  reason: DisputeReason,
  facts: BatchFacts,
): Finding[] =>
  lookUps.filter(isBatchLookUp).map((lookUp) => ({
    lookUp,
    isProof: false,
    ...(facts.looked > 0 || lookUp === 'CLICKS_COUNTED' ? FINDERS[lookUp](facts, reason) : NO_CLICKS),
  }));
