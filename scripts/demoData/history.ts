import { AgencyWork, type Agency } from './agencyWork';
import { BusinessWork } from './businessWork';
import { makeCast, type Cast } from './cast';
import { ContactBook } from './contacts';
import { FileWriter } from './leadFile';
import { Chance } from './random';
import { decideDisputes, lookAtQuarantine } from './staffWork';
import { type Stage } from './stage';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/**
 * Hours of a day at which its acts begin. Each act has an hour of its own, so that a deadline of one (48 h, 72 h from
 * another day's act) never falls into the other, however slow the machine is.
 */
const STAFF_HOUR = -14;
const AGENCY_HOUR = -12;
/** Rows of a file that end on sale, after checks and purchases; found by trying. */
const SHARE_THAT_STAYS = 0.78;
const FILES_A_DAY = 3;
/** Counted from the last day back, so that its prices are right. */
const REPRICED_EVERY = 10;
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
 * the clock is back at the present on the last.
 */
export async function makeHistory(
  stage: Stage,
  { days, leads }: HistoryWish,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const present = stage.now().getTime();
  stage.moveTo(new Date(present - days * DAY_MS));
  const cast = await makeCast(stage);
  const director = new Director(stage, cast, Math.ceil(leads / SHARE_THAT_STAYS / (days * FILES_A_DAY)));
  for (let day = 1; day <= days; day += 1) {
    const trading = present - (days - day) * DAY_MS;
    stage.moveTo(new Date(trading + STAFF_HOUR * HOUR_MS));
    await director.staffWorks(days - day);
    stage.moveTo(new Date(trading + AGENCY_HOUR * HOUR_MS));
    await director.agenciesAnswer();
    stage.moveTo(new Date(trading));
    await director.trade(day);
    onProgress({ day, days, listed: director.listed, sold: director.sold });
  }
}

/** Says who does what on a day. */
class Director {
  listed = 0;
  sold = 0;
  private readonly chance = new Chance(SEED);
  private readonly agencyWork: AgencyWork;
  private readonly businessWork: BusinessWork;
  private lots = 0;

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly rowsPerFile: number,
  ) {
    const writer = new FileWriter(this.chance, new ContactBook(this.chance));
    this.agencyWork = new AgencyWork(stage, writer, this.chance);
    this.businessWork = new BusinessWork(stage, this.chance);
  }

  /** First what time alone has brought about, windows that ended and clocks that ran out; then decisions. */
  async staffWorks(daysLeft: number): Promise<void> {
    // Every price is worked out anew each day as leads age: most of the work, and of no use before somebody looks.
    await this.stage.runJobs(daysLeft % REPRICED_EVERY === 0 ? [] : ['repriceListings']);
    await decideDisputes(this.cast, this.chance);
    await lookAtQuarantine(this.cast, this.chance);
    await this.stage.settle();
  }

  async agenciesAnswer(): Promise<void> {
    for (const agency of this.cast.agencies) await this.agencyWork.answerDisputes(agency);
    await this.stage.settle();
  }

  async trade(day: number): Promise<void> {
    const { agencies, businesses } = this.cast;
    for (let file = 0; file < FILES_A_DAY; file += 1) {
      const agency = agencies[(day * FILES_A_DAY + file) % agencies.length];
      if (agency) await this.sendAndList(agency);
    }
    await this.stage.settle();
    for (const business of businesses) {
      this.sold += await this.businessWork.shop(business, this.chance.whole(1, 3));
      await this.businessWork.workCards(business);
    }
    await this.stage.settle();
  }

  private async sendAndList(agency: Agency): Promise<void> {
    const { niches, countries } = agency.plays;
    const niche = this.chance.pick(niches);
    const country = this.chance.pick(countries);
    const rows = this.chance.whole(Math.ceil(this.rowsPerFile * 0.6), Math.ceil(this.rowsPerFile * 1.4));
    const batchId = await this.agencyWork.sendFile(agency, { niche, country, rows });
    if (this.lots < 8 && this.chance.happens(0.2)) {
      const isSold = await this.agencyWork.sellLot(agency, batchId, `${niche} ${country} ${this.lots + 1}`);
      if (isSold) this.lots += 1;
    }
    this.listed += await this.agencyWork.listBatch(agency, batchId);
  }
}
