import { DAY, MINUTE, SECOND } from '../../../platform/clock';
import { isPublic } from '../../../platform/visitor/addresses';
import { countryOf } from '../../../platform/visitor/countries';
import { isInDataCentre } from '../../../platform/visitor/dataCentres';
import { isAppLibrary, robotIn } from '../../../platform/visitor/userAgent';
import { dayIn, type Spent, spentOut, spentWith } from '../../campaigns';
import { type Judgement, type RawClick } from '../model';
import { isTurnedAway, type Verdict } from './verdicts';

/** The rules in force. A change of any rule is a new version; bills keep the version that they were made by. */
export const RULES_VERSION = 5;

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
  /** So many different visitors of one network, whatever browsers they name, are an agency's within a time at most. */
  crowds: readonly Crowding[];
  /** Of what is billed of an agency's visits of a day so many may be of one network, and beyond these a part of all; null: any. */
  ofOneNetwork: { least: number; part: number } | null;
  /** Whether a visit is billed from a network of which no country is known. */
  billsNoCountry: boolean;
  /** Whether what an app's library loads, with no page to show it in, is taken for a person's visit. */
  billsLibraries: boolean;
  /**
   * Whether people who were turned away because the money was spent are told from those of a closed campaign, each visitor
   * once within `repeatMs`.
   */
  tellsTurnedAway: boolean;
}

interface Crowding {
  withinMs: number;
  most: number;
}

const VERSION_1: ClickRules = {
  version: 1,
  repeatMs: DAY,
  burstMs: MINUTE,
  mostOfSubId: 120,
  mostOfNetwork: 20,
  crowds: [],
  ofOneNetwork: null,
  billsNoCountry: true,
  billsLibraries: true,
  tellsTurnedAway: false,
};

const VERSION_2: ClickRules = {
  ...VERSION_1,
  version: 2,
  crowds: [
    { withinMs: SECOND, most: 10 },
    { withinMs: MINUTE, most: 40 },
    { withinMs: 10 * MINUTE, most: 120 },
  ],
  billsNoCountry: false,
};

const VERSION_3: ClickRules = { ...VERSION_2, version: 3, billsLibraries: false };

const VERSION_4: ClickRules = { ...VERSION_3, version: 4, ofOneNetwork: { least: 300, part: 4 } };

const VERSION_5: ClickRules = { ...VERSION_4, version: 5, tellsTurnedAway: true };

const BY_VERSION = new Map(
  [VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5].map((rules) => [rules.version, rules]),
);

/** How far rules look back for bursts. */
export const lookBackMs = ({ burstMs, crowds }: ClickRules): number =>
  Math.max(burstMs, ...crowds.map(({ withinMs }) => withinMs));

/** The rules of a version. Throws a RangeError on one that never was. */
export function clickRules(version: number): ClickRules {
  const rules = BY_VERSION.get(version);
  if (!rules) throw new RangeError(`there are no rules of clicks of version ${version}`);
  return rules;
}

/** What of a click tells a burst. */
export type Visit = Pick<
  RawClick,
  'at' | 'linkId' | 'agencyId' | 'subId' | 'net' | 'visitor' | 'agent' | 'isHead' | 'isPrefetch' | 'isSent' | 'closedBy'
>;

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
  /** The same of visits that were over the budget. */
  unpaidAt: ReadonlyMap<string, readonly Date[]>;
  /** Clicks before the first of them, as far as the rules look back, oldest first. */
  before: readonly Visit[];
  /** How many visits of each day of the campaign were billed before, by `keysOfDay`. */
  billedOfDay: ReadonlyMap<string, number>;
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
  const billed = new Visits(given.billedAt, given.rules);
  const unpaid = new Visits(given.unpaidAt, given.rules);
  const networks = new Networks(given);
  let { spent, freeMinor } = given;
  const found = clicks.map((click): Found => {
    const isBurst = isVisit(click) && bursts.count(click);
    const verdict = findingOf(click, given, billed.isNear(click), isBurst);
    if (verdict) return { verdict, priceMinor: 0n };
    if (networks.isFull(click)) return { verdict: 'BURST', priceMinor: 0n };
    const priceMinor = given.priceAt(click.agencyId, click.regionId, click.at);
    const budgets = { ...given.terms, spent, hours: [], isSpread: false };
    if (!click.isSent || priceMinor === null || freeMinor < priceMinor || spentOut(budgets, priceMinor, click.at)) {
      if (given.rules.tellsTurnedAway && unpaid.isNear(click)) return { verdict: 'REPEAT', priceMinor: 0n };
      unpaid.add(click);
      return { verdict: 'OVER_BUDGET', priceMinor: 0n };
    }
    spent = spentWith(budgets, priceMinor, click.at);
    freeMinor -= priceMinor;
    billed.add(click);
    networks.add(click);
    return { verdict: 'VALID', priceMinor };
  });
  return { found, spent, freeMinor };
}

const isVisit = ({ isHead, isPrefetch }: Visit): boolean => !isHead && !isPrefetch;

/** Whether a click by itself, without what came before it, may be that of a person who was sent on, or would have been. */
export const mayBePerson = (click: Visit, rules: ClickRules): boolean =>
  isVisit(click) && isTaken(click, rules) && !isRobot(click, rules);

/** Whether the campaign took whoever came: it sent them on, or lacked nothing but money. */
const isTaken = (click: Pick<RawClick, 'isSent' | 'closedBy'>, { tellsTurnedAway }: ClickRules): boolean =>
  click.isSent || (tellsTurnedAway && isTurnedAway(click));

const isRobot = ({ agent }: Pick<RawClick, 'agent'>, { billsLibraries }: ClickRules): boolean =>
  robotIn(agent) !== null || (!billsLibraries && isAppLibrary(agent));

/** Whether a visit may be billed, as far as it tells itself: not what came before it, nor whether there is money. */
export const mayBeBilled = (click: Visit, from: Pick<Judgement['terms'], 'countries' | 'takesInside'>): boolean =>
  mayBePerson(click, clickRules(RULES_VERSION)) &&
  !isInDataCentre(click.net) &&
  elsewhereOf(click.net, clickRules(RULES_VERSION), from) === null;

/** The first rule that a click breaks, money apart; null where it breaks none. */
function findingOf(
  click: RawClick,
  { rules, terms }: Case,
  isRepeat: boolean,
  isBurst: boolean,
): Exclude<Verdict, 'VALID' | 'OVER_BUDGET'> | null {
  if (click.isHead) return 'HEAD';
  if (click.isPrefetch) return 'PREFETCH';
  if (!isTaken(click, rules)) return 'NOT_OPEN';
  if (robotIn(click.agent) === 'EMPTY') return 'EMPTY_AGENT';
  if (isRobot(click, rules)) return 'ROBOT_AGENT';
  if (isInDataCentre(click.net)) return 'DATA_CENTRE';
  const elsewhere = elsewhereOf(click.net, rules, terms);
  if (elsewhere) return elsewhere;
  if (terms.stoppedAt && click.at >= terms.stoppedAt) return 'PAUSED';
  if (isRepeat) return 'REPEAT';
  return isBurst ? 'BURST' : null;
}

/**
 * Why a campaign does not buy from a network; null where it does. Every public address has its country: what has none is
 * nobody's line, or one within a house, from where only a market is reached that lies there itself.
 */
export function elsewhereOf(
  net: string,
  { billsNoCountry }: ClickRules,
  { countries, takesInside }: Pick<Judgement['terms'], 'countries' | 'takesInside'>,
): 'OUT_OF_REGION' | 'NO_COUNTRY' | null {
  const country = countryOf(net);
  if (country !== null) return countries.includes(country) ? null : 'OUT_OF_REGION';
  return billsNoCountry || (takesInside !== false && !isPublic(net)) ? null : 'NO_COUNTRY';
}

/** By what billed visits of a day are counted: all of an agency, and those of them from one network. */
export function keysOfDay(
  timeZone: string,
  { at, agencyId, net }: Pick<RawClick, 'at' | 'agencyId' | 'net'>,
): [ofAgency: string, ofNetwork: string] {
  const ofAgency = `${dayIn(timeZone, at)} ${agencyId}`;
  return [ofAgency, `${ofAgency} ${net}`];
}

/**
 * What is billed of a day, by agency and network. A machine that names a browser after another stays under every limit of a
 * minute and comes all day; people of the largest mobile network are spread over more networks than that.
 */
class Networks {
  private readonly added = new Map<string, number>();

  constructor(private readonly given: Pick<Case, 'rules' | 'terms' | 'billedOfDay'>) {}

  /** Whether a visit more would be too many of its network. */
  isFull(click: RawClick): boolean {
    const { ofOneNetwork } = this.given.rules;
    if (!ofOneNetwork) return false;
    const [all, own] = keysOfDay(this.given.terms.timeZone, click).map((key) => this.countOf(key)) as [number, number];
    return own >= ofOneNetwork.least && (own + 1) * ofOneNetwork.part > all + 1;
  }

  add(click: RawClick): void {
    if (!this.given.rules.ofOneNetwork) return;
    for (const key of keysOfDay(this.given.terms.timeZone, click)) this.added.set(key, (this.added.get(key) ?? 0) + 1);
  }

  private countOf(key: string): number {
    return (this.given.billedOfDay.get(key) ?? 0) + (this.added.get(key) ?? 0);
  }
}

/** When visitors came before, of one finding. */
class Visits {
  private readonly times: Map<string, readonly Date[]>;

  constructor(
    known: ReadonlyMap<string, readonly Date[]>,
    private readonly rules: ClickRules,
  ) {
    this.times = new Map(known);
  }

  /** Whether the same visitor came near the time of this one. */
  isNear({ visitor, at }: RawClick): boolean {
    const times = this.times.get(visitor) ?? [];
    return times.some((time) => Math.abs(time.getTime() - at.getTime()) < this.rules.repeatMs);
  }

  add({ visitor, at }: RawClick): void {
    this.times.set(visitor, [...(this.times.get(visitor) ?? []), at]);
  }
}

/** Visits of late, by sub-id and by network, over sliding windows. */
class Bursts {
  private readonly times = new Map<string, number[]>();
  private readonly crowds = new Map<string, Crowd[]>();

  constructor(private readonly rules: ClickRules) {}

  /** Counts a visit; true where more came before it within the window than people make. */
  count(visit: Visit): boolean {
    const { at, linkId, subId, net, agent } = visit;
    const { mostOfSubId, mostOfNetwork } = this.rules;
    const ofSubId = this.add(`${linkId} ${subId}`, at.getTime());
    const ofNetwork = this.add(`${linkId} ${subId} ${net} ${agent}`, at.getTime());
    const isCrowd = this.isCrowd(visit);
    return ofSubId > mostOfSubId || ofNetwork > mostOfNetwork || isCrowd;
  }

  /** By agency, whatever links and sub-ids it spreads them over: these are its own to name, and so are the browsers. */
  private isCrowd(visit: Visit): boolean {
    if (!mayBePerson(visit, this.rules)) return false;
    const { crowds } = this.rules;
    const key = `${visit.agencyId} ${visit.net}`;
    const ofNetwork = this.crowds.get(key) ?? crowds.map(({ withinMs }) => new Crowd(withinMs));
    this.crowds.set(key, ofNetwork);
    // Each window counts the visit, also where another one is full.
    return ofNetwork.map((crowd, place) => crowd.add(visit) > crowds[place]!.most).includes(true);
  }

  private add(key: string, at: number): number {
    const times = this.times.get(key) ?? [];
    times.push(at);
    while (times[0]! <= at - this.rules.burstMs) times.shift();
    this.times.set(key, times);
    return times.length;
  }
}

/** The different visitors within a sliding window: who loads a page again and again is one. */
class Crowd {
  private readonly seen: Pick<Visit, 'at' | 'visitor'>[] = [];
  private readonly visits = new Map<string, number>();

  constructor(private readonly withinMs: number) {}

  /** How many they are, with this one. */
  add({ at, visitor }: Visit): number {
    this.seen.push({ at, visitor });
    this.visits.set(visitor, (this.visits.get(visitor) ?? 0) + 1);
    while (this.seen[0]!.at.getTime() <= at.getTime() - this.withinMs) this.forget(this.seen.shift()!.visitor);
    return this.visits.size;
  }

  private forget(visitor: string): void {
    const left = this.visits.get(visitor)! - 1;
    if (left === 0) this.visits.delete(visitor);
    else this.visits.set(visitor, left);
  }
}
