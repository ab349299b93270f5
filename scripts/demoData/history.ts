import { AgencyWork, type Agency } from './agencyWork';
import { type Business, BusinessWork } from './businessWork';
import { letApplicantsIn, makeCast, type Cast } from './cast';
import { Calls } from './calls';
import { candidatesOf, Claims } from './claims';
import { ContactBook } from './contacts';
import { FileWriter } from './leadFile';
import { Chance } from './random';
import { Rare } from './rare';
import { Shelf } from './shelf';
import { decideDisputes, lookAtQuarantine } from './staffWork';
import { type Stage } from './stage';
import { Visits } from './visits';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/**
 * Hours of a day at which its acts begin. Each act has an hour of its own, so that a deadline of one (48 h, 72 h from
 * another day's act) never falls into the other, however slow the machine is.
 */
const STAFF_HOUR = -14;
const AGENCY_HOUR = -12;
const LISTING_HOUR = -6;
/** Visitors follow links before the files of the day come. */
const VISITS_HOUR = -11.5;
/** Rows of a file that end on sale, after checks and purchases; found by trying. */
const SHARE_THAT_STAYS = 0.88;
const FILES_A_DAY = 2;
/** The last days of a history are working days whatever the calendar says: claims wait for answers and for decisions. */
const DAYS_WITHOUT_REST = 10;
/** On the last day leads come few by few, so that the newest on the market are a mixture. */
const LAST_HOURS = 10;
const LAST_STEPS = 24;
/** Every so often somebody buys one of what is new. */
const STEPS_TO_SALE = 3;
const SEED = 20_261;

export interface Progress {
  day: number;
  days: number;
  listed: number;
  sold: number;
}

export interface HistoryWish {
  days: number;
  /** About how many leads are on sale at the end. */
  leads: number;
}

/**
 * Days of the market, lived through by its own verbs under a moved clock: everybody signs up on the first of them, and
 * the clock is back at the present on the last. On a day of rest only deadlines pass.
 */
export async function makeHistory(
  stage: Stage,
  { days, leads }: HistoryWish,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const present = stage.now().getTime();
  stage.moveTo(new Date(present - days * DAY_MS));
  const cast = await makeCast(stage);
  const plan = Array.from({ length: days }, (_, at) => dayOf(present, days - at - 1));
  const workingDays = plan.filter(({ isRest }) => !isRest).length;
  const director = new Director(stage, cast, Math.ceil(leads / SHARE_THAT_STAYS / (workingDays * FILES_A_DAY)));
  const visits = new Visits(stage, cast, new Chance(SEED + 100));
  await visits.begin();
  const calls = new Calls(stage, cast, new Chance(SEED + 200));
  await calls.begin();
  const rare = new Rare(stage, cast, new Chance(SEED + 300));
  for (const [at, { daysLeft, trading, isRest }] of plan.entries()) {
    stage.moveTo(new Date(trading + STAFF_HOUR * HOUR_MS));
    await director.timePasses(daysLeft);
    if (!isRest) {
      await director.staffWorks(daysLeft);
      stage.moveTo(new Date(trading + AGENCY_HOUR * HOUR_MS));
      await director.agenciesAnswer();
    }
    await visits.day(new Date(trading + VISITS_HOUR * HOUR_MS), daysLeft);
    await calls.day(stage.now(), daysLeft);
    await rare.day(daysLeft, days);
    if (!isRest) {
      await director.trade(daysLeft, days, trading);
      await visits.claim(daysLeft);
      await calls.claim(daysLeft);
    }
    onProgress({ day: at + 1, days, listed: director.listed, sold: director.sold });
  }
}

interface Day {
  daysLeft: number;
  /** When businesses shop, in ms: the end of the day. */
  trading: number;
  /** A weekend, on which nobody works. */
  isRest: boolean;
}

function dayOf(present: number, daysLeft: number): Day {
  const trading = present - daysLeft * DAY_MS;
  const isWeekend = [0, 6].includes(new Date(trading).getUTCDay());
  return { daysLeft, trading, isRest: isWeekend && daysLeft >= DAYS_WITHOUT_REST };
}

/** Says who does what on a day. */
class Director {
  listed = 0;
  sold = 0;
  private readonly chance = new Chance(SEED);
  private readonly agencyWork: AgencyWork;
  private readonly businessWork: Map<Business, BusinessWork>;
  private readonly shelf: Shelf;
  private readonly claims: Claims;
  private readonly sent = new Map<Agency, number>();
  private files = 0;
  private lots = 0;

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly rowsPerFile: number,
  ) {
    const writer = new FileWriter(this.chance, new ContactBook(this.chance));
    this.agencyWork = new AgencyWork(stage, writer, this.chance);
    // Businesses work side by side, each with a chance of its own, so that none takes a draw from another.
    this.businessWork = new Map(
      cast.businesses.map((business, at) => [business, new BusinessWork(business, new Chance(SEED + 1 + at))]),
    );
    this.shelf = new Shelf(this.agencyWork, this.chance);
    this.claims = new Claims(this.chance);
  }

  /** What time alone brings about: windows that end and clocks that run out. */
  async timePasses(daysLeft: number): Promise<void> {
    // Every price is worked out anew each day as leads age: most of the work, and of no use before somebody looks.
    await this.stage.runJobs(daysLeft === 0 ? [] : ['repriceListings']);
  }

  /** Decisions. On the last day what waits for people is left for whoever looks at the demo. */
  async staffWorks(daysLeft: number): Promise<void> {
    if (daysLeft > 0) {
      await decideDisputes(this.cast);
      await lookAtQuarantine(this.cast, this.chance);
    } else await letApplicantsIn(this.stage);
    await this.stage.settle();
  }

  async agenciesAnswer(): Promise<void> {
    await Promise.all(this.cast.agencies.map((agency) => this.agencyWork.answerDisputes(agency)));
    await this.stage.settle();
  }

  /** Files, listings, purchases and claims of a day that ends at `trading`. */
  async trade(daysLeft: number, days: number, trading: number): Promise<void> {
    if (daysLeft === 0) await this.lastDay(trading);
    else await this.ordinaryDay(trading);
    this.stage.moveTo(new Date(trading));
    await this.stage.settle();
    const held = await Promise.all(
      [...this.businessWork].map(async ([business, work]) => {
        const bought = await work.shop();
        this.sold += bought;
        return candidatesOf(business, await work.workCards());
      }),
    );
    await this.claims.make(held.flat(), { daysLeft, days, now: this.stage.now() });
    await this.stage.settle();
  }

  private async ordinaryDay(trading: number): Promise<void> {
    this.stage.moveTo(new Date(trading + LISTING_HOUR * HOUR_MS));
    for (const agency of this.nextSenders()) await this.send(agency, this.rowsPerFile);
    this.listed += await this.shelf.listAll();
  }

  private nextSenders(): Agency[] {
    const { agencies } = this.cast;
    const senders = Array.from({ length: FILES_A_DAY }, (_, at) => agencies[(this.files + at) % agencies.length]!);
    this.files += FILES_A_DAY;
    return senders;
  }

  /** Every agency sends a small file; the leads come to the market few by few, and some are bought at once. */
  private async lastDay(trading: number): Promise<void> {
    const { agencies } = this.cast;
    const shoppers = [...this.businessWork.values()];
    const begin = trading - LAST_HOURS * HOUR_MS;
    this.stage.moveTo(new Date(begin));
    for (const agency of agencies) await this.send(agency, this.rowsPerFile / 3);
    for (let step = 1; step <= LAST_STEPS; step += 1) {
      const part = (step - this.chance.next()) / LAST_STEPS;
      const at = new Date(begin + part * LAST_HOURS * HOUR_MS);
      // Two steps may lie near each other, and a slow machine takes its time: the clock never goes back.
      if (at > this.stage.now()) this.stage.moveTo(at);
      this.listed += await this.shelf.listFew();
      if (step % STEPS_TO_SALE !== 0) continue;
      await this.stage.settle();
      this.sold += await this.chance.pick(shoppers).tryNewest();
    }
  }

  /** One after the other: imports that run side by side look for duplicates in the same places and wait for each other. */
  private async send(agency: Agency, about: number): Promise<void> {
    const { niches, countries } = agency.plays;
    const file = this.sent.get(agency) ?? 0;
    this.sent.set(agency, file + 1);
    // In turn, so that each niche and each country is there however short the history is.
    const niche = niches[file % niches.length] ?? '';
    const country = countries[file % countries.length] ?? agency.plays.country;
    const rows = this.chance.whole(Math.ceil(about * 0.6), Math.ceil(about * 1.4));
    const batchId = await this.agencyWork.sendFile(agency, { niche, country, rows });
    await this.agencyWork.askPersons(agency, batchId);
    if (this.lots < 8 && this.chance.happens(0.2)) {
      const isSold = await this.agencyWork.sellLot(agency, batchId, `${niche} ${country} ${this.lots + 1}`);
      if (isSold) this.lots += 1;
    }
    this.shelf.add(agency, batchId, rows);
  }
}
