import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { placeCall } from './calls';
import { type Cast } from './cast';
import { type Chance } from './random';
import { type Stage } from './stage';
import { OTHERS, personOf, type Visitor } from './visitors';
import { followLink } from './visits';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ZONE = 'Africa/Nairobi';
const REGION = 'region_KE';
const NETWORK = '41.90';
/** A network kept for trials: of no country, so nobody's line. */
const NOWHERE = '198.18.4.9';
/** Both campaigns begin so many days before the last, and spend little of what their business buys leads with. */
const DAYS = 10;
/** A call that is given up rings so long. */
const RINGS_MS = 4500;
/** So often in an hour a caller rings, and all callers of a number do, before the line is busy. */
const OF_CALLER = 5;
const OF_NUMBER = 30;

/** What the trial of clicks is worth a day. */
const DAY_CENTS = 300;
const MOST_PAUSES = 25;

const cents = (minor: number): object => ({ minor, currency: 'USD' });
const weekdayOf = (at: Date): string =>
  at.toLocaleDateString('en-GB', { weekday: 'long', timeZone: ZONE }).toUpperCase();
const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const PAUSED_CLICKS = 'query ($id: ID!) { clicks(campaignId: $id, verdict: PAUSED, first: 1) { nodes { id } } }';

const STOP = `mutation ($input: MoveTrackedNumberInput!) { pauseTrackedNumber(input: $input) { __typename } }`;

interface TrackedNumber {
  id: string;
  phone: string;
}

interface Begun {
  agency: Cast['agencies'][number];
  business: Cast['businesses'][number];
  clicks: { id: string; link: string };
  office: string;
  flyers: TrackedNumber;
}

/**
 * What seldom becomes of visits and calls, each at least once in the last days: budgets that are spent, closed days, a
 * robot that dials, who calls twice at once. It draws from a chance of its own, so that all else stays as it is.
 */
export class Rare {
  private begun: Begun | null = null;
  private caller = 0;

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly chance: Chance,
  ) {}

  async day(daysLeft: number, days: number): Promise<void> {
    if (daysLeft === Math.min(DAYS, days) - 1) this.begun = await this.begin(daysLeft);
    if (!this.begun) return;
    await this.visits(this.begun, daysLeft);
    await this.calls(this.begun, daysLeft);
    if (daysLeft === 0) await this.pause(this.begun);
  }

  private async begin(daysLeft: number): Promise<Begun> {
    const business = this.cast.businesses.find(({ plays }) => plays.login === 'business')!;
    const agency = this.cast.agencies.find(({ plays }) => plays.login === 'agency')!;
    const start = async (terms: object, agreedPerDay: object): Promise<string> => {
      const whole = { regionIds: [REGION], timeZone: ZONE, dayBudget: agreedPerDay, ...terms };
      const { campaign } = await business.owner.mutate<{ campaign: { id: string } }>(
        'startCampaign',
        { terms: whole, agreedPerDay, clientKey: randomUUID() },
        'campaign { id }',
      );
      const { application } = await agency.owner.mutate<{ application: { id: string } }>(
        'applyToCampaign',
        { campaignId: campaign.id, note: 'Readers of our flyers and of our page about used cars.' },
        'application { id }',
      );
      await business.owner.mutate('approveApplication', { id: application.id });
      return campaign.id;
    };
    const clicks = await start(
      {
        name: 'Used cars, a trial',
        description: 'A few visitors a day, to see what they are worth.',
        nicheId: 'niche_car-sales',
        targetUrl: 'https://cars.example.com/used',
        maxPrice: cents(120),
      },
      cents(DAY_CENTS),
    );
    // Closed on the weekday of the last day but one.
    const closed = weekdayOf(new Date(this.stage.now().getTime() + (daysLeft - 1) * DAY_MS));
    const calls = await start(
      {
        name: 'Calls about fleet cover',
        description: 'Firms with several cars. The office is closed one day a week.',
        model: 'CALL',
        nicheId: 'niche_motor-insurance',
        phone: '+442079460919',
        minSeconds: 90,
        hours: [{ days: WEEK.filter((day) => day !== closed), from: '00:00', to: '24:00' }],
        maxPrice: cents(600),
      },
      cents(3000),
    );
    const made = { regionId: REGION, clientKey: randomUUID() };
    const { trackedLink } = await agency.owner.mutate<{ trackedLink: { id: string } }>(
      'createTrackedLink',
      { ...made, campaignId: clicks, name: 'Used cars page', channel: 'SEARCH' },
      'trackedLink { id }',
    );
    const number = async (name: string, subId: string): Promise<TrackedNumber> => {
      const { trackedNumber } = await agency.owner.mutate<{ trackedNumber: TrackedNumber }>(
        'createTrackedNumber',
        { regionId: REGION, campaignId: calls, name, subId, clientKey: randomUUID() },
        'trackedNumber { id phone }',
      );
      return trackedNumber;
    };
    const { phone: office } = await number('Trade paper', 'paper');
    const flyers = await number('Flyers', 'flyers');
    await this.stage.settle();
    return { business, agency, clicks: { id: clicks, link: trackedLink.id }, office, flyers };
  }

  /** More people than the day's budget pays for, and now and then one of all that is no person of the region. */
  private async visits({ clicks: { link } }: Begun, daysLeft: number): Promise<void> {
    for (let count = this.chance.whole(4, 6); count > 0; count -= 1) await this.follow(link, {});
    if (daysLeft % 4 === 2) {
      for (const other of Object.values(OTHERS))
        await this.follow(link, other(personOf(this.chance, NETWORK), this.chance));
      await this.follow(link, { address: NOWHERE });
    }
    await this.stage.runOnly(['clicks.judge', 'campaigns.setAside']);
  }

  private follow(link: string, other: Partial<Visitor>): Promise<string | null> {
    return followLink(this.stage, link, { ...personOf(this.chance, NETWORK), ...other });
  }

  private async calls({ agency, office, flyers }: Begun, daysLeft: number): Promise<void> {
    // On some days more than the budget pays for; on closed days nobody is put through.
    const count = daysLeft % 4 === 2 ? 6 : 1;
    for (let place = 0; place < count; place += 1) await this.call(office, 'yes', this.chance.whole(95, 400));
    if (daysLeft === 4) for (const answer of ['busy', 'failed']) await this.call(office, answer, 0);
    if (daysLeft === 3) {
      await this.atOnce(office, flyers.phone);
      await this.stage.runOnly(['calls.judge']);
      await this.again(office);
    }
    // After the robot the agency stops that number; who has an old flyer calls it still.
    if (daysLeft === 2) {
      const input = { id: flyers.id };
      await agency.owner.ask(STOP, { input });
      await this.call(flyers.phone, 'yes', 100);
    }
    await this.stage.runOnly(['calls.judge', 'calls.recordings', 'campaigns.setAside']);
  }

  /**
   * Somebody calls with a second phone of theirs while the first still rings. Meanwhile one hangs up again and again, and
   * a robot dials one after the other from ever new numbers.
   */
  private async atOnce(office: string, flyers: string): Promise<void> {
    const [twice, angry] = [this.somebodyNew(), this.somebodyNew()];
    const startedAt = performance.now();
    await placeCall(this.stage, { number: office, from: twice, answer: 'hangup', seconds: 0, live: true });
    await placeCall(this.stage, { number: office, from: twice, answer: 'yes', seconds: 130 });
    for (let count = 0; count <= OF_CALLER; count += 1) await this.hangUp(office, angry);
    for (let count = 0; count < OF_NUMBER; count += 1) await this.hangUp(flyers);
    await this.stage.runOnly(['calls.judge']);
    for (let count = 0; count < 2; count += 1) await this.hangUp(flyers);
    await sleep(Math.max(0, RINGS_MS - (performance.now() - startedAt)));
  }

  private hangUp(number: string, from = this.somebodyNew()): Promise<void> {
    return placeCall(this.stage, { number, from, answer: 'hangup', seconds: 0 });
  }

  /** Somebody who was billed once calls again. */
  private async again(office: string): Promise<void> {
    const from = this.somebodyNew();
    await this.call(office, 'yes', 240, from);
    await this.stage.runOnly(['calls.judge']);
    await this.call(office, 'yes', 110, from);
  }

  /**
   * Visitors who are on their way in the very moment of a pause come after it, and are not paid for. That moment is short:
   * where nobody met it, the campaign goes on and is paused again.
   */
  private async pause({ business: { owner }, clicks: { id, link } }: Begun): Promise<void> {
    for (let tries = 0; tries < MOST_PAUSES; tries += 1) {
      if (tries > 0) await owner.mutate('resumeCampaign', { id, agreedPerDay: cents(DAY_CENTS) });
      let isPaused = false;
      const pausing = owner.mutate('pauseCampaign', { id }).finally(() => (isPaused = true));
      while (!isPaused) await Promise.all(Array.from({ length: 4 }, () => this.follow(link, {})));
      await pausing;
      await this.stage.runOnly(['clicks.judge']);
      const { nodes } = await owner.ask<{ nodes: object[] }>(PAUSED_CLICKS, { id });
      if (nodes.length > 0) return;
    }
  }

  private async call(number: string, answer: string, seconds: number, from = this.somebodyNew()): Promise<void> {
    await placeCall(this.stage, { number, from, answer, seconds });
    this.stage.moveTo(new Date(this.stage.now().getTime() + MINUTE_MS));
  }

  /** None of Kenya's numbers begins with a zero: nobody can have these. */
  private somebodyNew(): string {
    this.caller += 1;
    return `+254000001${String(this.caller).padStart(3, '0')}`;
  }
}
