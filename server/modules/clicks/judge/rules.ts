import { DAY, MINUTE } from '../../../platform/clock';
import { countryOf } from '../../../platform/visitor/countries';
import { isInDataCentre } from '../../../platform/visitor/dataCentres';
import { robotIn } from '../../../platform/visitor/userAgent';
import { type Spent, spentOut, spentWith } from '../../campaigns';
import { type Judgement, type RawClick } from '../model';
import { type Verdict } from './verdicts';

/** The rules in force. A change of any rule is a new version; bills keep the version that they were made by. */
export const RULES_VERSION = 1;

/** The limits of a version. */
export interface ClickRules {
  version: number;
  /** Within so long before or after a billed visit the same visitor is not billed again. */
  repeatMs: number;
  /** More than so many visits of one sub-id of a link within `burstMs` are not people's. */
  burstMs: number;
  mostOfSubId: number;
  /** The same of one network with one user agent. */
  mostOfNetwork: number;
}

const VERSION_1: ClickRules = { version: 1, repeatMs: DAY, burstMs: MINUTE, mostOfSubId: 120, mostOfNetwork: 20 };

const BY_VERSION = new Map([VERSION_1].map((rules) => [rules.version, rules]));

/** The rules of a version. Throws a RangeError on one that never was. */
export function clickRules(version: number): ClickRules {
  const rules = BY_VERSION.get(version);
  if (!rules) throw new RangeError(`there are no rules of clicks of version ${version}`);
  return rules;
}

/** What clicks are judged by, beside the clicks themselves: all that a finding follows from. */
export interface Case {
  rules: ClickRules;
  terms: Judgement['terms'];
  /** What is spent of the budgets before the first of them. */
  spent: Spent;
  /** What is set aside and not spent before the first of them. */
  freeMinor: bigint;
  /** When visitors were billed to the campaign, by visitor, near the time of these clicks. */
  billedAt: ReadonlyMap<string, readonly Date[]>;
  /** Clicks of the minute before the first of them, oldest first. */
  before: readonly Pick<RawClick, 'at' | 'linkId' | 'subId' | 'net' | 'agent' | 'isHead' | 'isPrefetch'>[];
  /** What a visit cost; null where no price held: then it is not billed. */
  priceAt(agencyId: string, regionId: string, at: Date): bigint | null;
}

/** A finding and what it costs. */
export interface Found {
  verdict: Verdict;
  priceMinor: bigint;
}

/** The findings of some clicks, in their order, and what is spent and set aside after them. */
export interface Judged {
  found: Found[];
  spent: Spent;
  freeMinor: bigint;
}

/**
 * Judges clicks of one campaign in the order of their time. The same clicks and case give the same findings, whenever and
 * wherever they are judged.
 */
export function judgeClicks(clicks: readonly RawClick[], given: Case): Judged {
  const bursts = new Bursts(given.rules);
  for (const click of given.before) if (isVisit(click)) bursts.count(click);
  const billedAt = new Map([...given.billedAt].map(([visitor, times]) => [visitor, [...times]]));
  let { spent, freeMinor } = given;
  const found = clicks.map((click): Found => {
    const isBurst = isVisit(click) && bursts.count(click);
    const verdict = findingOf(click, given, billedAt.get(click.visitor) ?? [], isBurst);
    if (verdict) return { verdict, priceMinor: 0n };
    const priceMinor = given.priceAt(click.agencyId, click.regionId, click.at);
    const budgets = { ...given.terms, spent, hours: [], isSpread: false };
    if (priceMinor === null || freeMinor < priceMinor || spentOut(budgets, priceMinor, click.at))
      return { verdict: 'OVER_BUDGET', priceMinor: 0n };
    spent = spentWith(budgets, priceMinor, click.at);
    freeMinor -= priceMinor;
    billedAt.set(click.visitor, [...(billedAt.get(click.visitor) ?? []), click.at]);
    return { verdict: 'VALID', priceMinor };
  });
  return { found, spent, freeMinor };
}

type Visit = Case['before'][number];

const isVisit = ({ isHead, isPrefetch }: Visit): boolean => !isHead && !isPrefetch;

/** Whether a click by itself, without what came before it, may be that of a person who was sent on. */
export const mayBePerson = (click: RawClick): boolean =>
  isVisit(click) && click.isSent && robotIn(click.agent) === null;

/** The first rule that a click breaks, money apart; null where it breaks none. */
function findingOf(
  click: RawClick,
  { rules, terms }: Case,
  billed: readonly Date[],
  isBurst: boolean,
): Exclude<Verdict, 'VALID' | 'OVER_BUDGET'> | null {
  if (click.isHead) return 'HEAD';
  if (click.isPrefetch) return 'PREFETCH';
  if (!click.isSent) return 'NOT_OPEN';
  const robot = robotIn(click.agent);
  if (robot === 'EMPTY') return 'EMPTY_AGENT';
  if (robot) return 'ROBOT_AGENT';
  if (isInDataCentre(click.net)) return 'DATA_CENTRE';
  const country = countryOf(click.net);
  if (country && !terms.countries.includes(country)) return 'OUT_OF_REGION';
  if (terms.stoppedAt && click.at >= terms.stoppedAt) return 'PAUSED';
  const isNear = (at: Date): boolean => Math.abs(at.getTime() - click.at.getTime()) < rules.repeatMs;
  if (billed.some(isNear)) return 'REPEAT';
  return isBurst ? 'BURST' : null;
}

/** Visits of the last minute, by sub-id and by network, over a sliding window. */
class Bursts {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly rules: ClickRules) {}

  /** Counts a visit; true where more came before it within the window than people make. */
  count({ at, linkId, subId, net, agent }: Visit): boolean {
    const { mostOfSubId, mostOfNetwork } = this.rules;
    const ofSubId = this.add(`${linkId} ${subId}`, at.getTime());
    const ofNetwork = this.add(`${linkId} ${subId} ${net} ${agent}`, at.getTime());
    return ofSubId > mostOfSubId || ofNetwork > mostOfNetwork;
  }

  private add(key: string, at: number): number {
    const times = this.times.get(key) ?? [];
    times.push(at);
    while (times[0]! <= at - this.rules.burstMs) times.shift();
    this.times.set(key, times);
    return times.length;
  }
}
