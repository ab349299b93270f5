import { randomUUID } from 'node:crypto';
import { type Cast } from './cast';
import { type Chance } from './random';
import { OF_CALLS } from './stories';
import { type Stage } from './stage';

const MINUTE_MS = 60_000;
const dollars = (whole: number): object => ({ minor: whole * 100, currency: 'USD' });

interface Plan {
  business: string;
  agency: string;
  terms: {
    name: string;
    description: string;
    nicheId: string;
    phone: string;
    minSeconds: number;
    timeZone: string;
    dayBudget: object;
    maxPrice: object;
  };
  region: string;
  numbers: readonly { name: string; subId: string }[];
  /** People who call on a day, at most. */
  people: number;
  /** Nobody answers on the last day, so the market pauses it. */
  endsUnanswered: boolean;
}

const PLANS: readonly Plan[] = [
  {
    business: 'business',
    agency: 'agency',
    terms: {
      name: 'Calls about motor insurance',
      description: 'Drivers who want a quote by phone.',
      nicheId: 'niche_motor-insurance',
      phone: '+442079460917',
      minSeconds: 90,
      timeZone: 'Africa/Nairobi',
      dayBudget: dollars(60),
      maxPrice: dollars(20),
    },
    region: 'region_KE',
    numbers: [
      { name: 'Radio', subId: 'radio' },
      { name: 'Posters', subId: 'posters' },
    ],
    people: 3,
    endsUnanswered: false,
  },
  {
    business: 'business',
    agency: 'agency',
    terms: {
      name: 'Calls about new cars',
      description: 'People who want a test drive.',
      nicheId: 'niche_car-sales',
      phone: '+442079460918',
      minSeconds: 60,
      timeZone: 'Africa/Nairobi',
      dayBudget: dollars(40),
      maxPrice: dollars(15),
    },
    region: 'region_KE',
    numbers: [{ name: 'Car magazine', subId: '' }],
    people: 1,
    endsUnanswered: true,
  },
];

/** How a call of a caller goes, with how often of twenty. */
const GOINGS = [
  { weight: 11, answer: 'yes', seconds: [95, 420] },
  { weight: 3, answer: 'yes', seconds: [5, 55] },
  { weight: 1, answer: 'no', seconds: [0, 0] },
  { weight: 1, answer: 'busy', seconds: [0, 0] },
  { weight: 1, answer: 'failed', seconds: [0, 0] },
  { weight: 1, answer: 'hangup', seconds: [0, 0] },
  { weight: 2, answer: 'again', seconds: [95, 200] },
] as const;

interface Running {
  plan: Plan;
  campaignId: string;
  business: Cast['businesses'][number];
  phones: string[];
  /** Who called lately, to call again. */
  callers: string[];
}

interface CallSeen {
  id: string;
  money: string;
  seconds: number;
  windowEndsAt: string;
  dispute: { id: string } | null;
}

/** Campaigns of the demo data that are paid per call, and who calls their numbers, day by day. */
export class Calls {
  private readonly running: Running[] = [];
  private caller = 0;

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly chance: Chance,
  ) {}

  /** The business starts its campaigns, the agency applies, is taken and gets its numbers. */
  async begin(): Promise<void> {
    for (const plan of PLANS) {
      const business = this.cast.businesses.find(({ plays }) => plays.login === plan.business)!;
      const agency = this.cast.agencies.find(({ plays }) => plays.login === plan.agency)!;
      const terms = { ...plan.terms, model: 'CALL', regionIds: [plan.region] };
      const { campaign } = await business.owner.mutate<{ campaign: { id: string } }>(
        'startCampaign',
        { terms, agreedPerDay: plan.terms.dayBudget, clientKey: randomUUID() },
        'campaign { id }',
      );
      const { application } = await agency.owner.mutate<{ application: { id: string } }>(
        'applyToCampaign',
        { campaignId: campaign.id, note: 'Listeners and readers of our own programmes.' },
        'application { id }',
      );
      await business.owner.mutate('approveApplication', { id: application.id });
      const phones: string[] = [];
      for (const { name, subId } of plan.numbers) {
        const { trackedNumber } = await agency.owner.mutate<{ trackedNumber: { phone: string } }>(
          'createTrackedNumber',
          { campaignId: campaign.id, regionId: plan.region, name, subId, clientKey: randomUUID() },
          'trackedNumber { phone }',
        );
        phones.push(trackedNumber.phone);
      }
      this.running.push({ plan, campaignId: campaign.id, business, phones, callers: [] });
    }
  }

  /** The calls of a day, from a moment on. */
  async day(from: Date, daysLeft: number): Promise<void> {
    if (from > this.stage.now()) this.stage.moveTo(from);
    for (const running of this.running) {
      for (let count = this.chance.whole(0, running.plan.people); count > 0; count -= 1) await this.someone(running);
      if (daysLeft === 0 && running.plan.endsUnanswered)
        for (let count = 0; count < 3; count += 1) await this.place(running, { answer: 'no', seconds: 0 });
    }
    const [first] = this.running;
    if (daysLeft % 9 === 4) await this.place(first!, { answer: 'yes', seconds: 200, from: 'anonymous' });
    // Germans do not insure their cars in Kenya: talked long enough, and billed to nobody.
    if (daysLeft % 9 === 2) await this.place(first!, { answer: 'yes', seconds: 150, from: '+498999998123' });
    await this.stage.runOnly(['calls.judge', 'calls.recordings', 'campaigns.setAside']);
    if (daysLeft % 2 === 0) for (const running of this.running) await this.sell(running);
  }

  /** The business says that the last call that it paid for became a sale. */
  private async sell({ business, campaignId }: Running): Promise<void> {
    const { nodes } = await business.owner.ask<{ nodes: { id: string }[] }>(
      'query ($campaignId: ID) { calls(campaignId: $campaignId, verdict: BILLED, first: 1) { nodes { id } } }',
      { campaignId },
    );
    const [call] = nodes;
    if (call) await business.owner.mutate('markCallConverted', { callId: call.id, kind: 'sale' });
  }

  /** What the business of the first campaign claims of a call on some days; the longest that it may. */
  async claim(daysLeft: number): Promise<void> {
    const story = OF_CALLS[daysLeft];
    if (!story) return;
    const { business, campaignId } = this.running[0]!;
    const { nodes } = await business.owner.ask<{ nodes: CallSeen[] }>(
      'query ($campaignId: ID) { calls(campaignId: $campaignId, first: 20) { nodes { id money seconds windowEndsAt dispute { id } } } }',
      { campaignId },
    );
    const [call] = nodes
      .filter(({ money, dispute }) => money === 'HELD' && !dispute)
      .filter(({ windowEndsAt }) => Date.parse(windowEndsAt) - this.stage.now().getTime() > 60 * MINUTE_MS)
      .sort((one, other) => other.seconds - one.seconds);
    if (!call) return;
    await business.owner.mutate('openDispute', {
      callId: call.id,
      reason: story.reason,
      text: story.claim,
      clientKey: randomUUID(),
    });
  }

  private async someone(running: Running): Promise<void> {
    const draw = this.chance.whole(
      1,
      GOINGS.reduce((sum, { weight }) => sum + weight, 0),
    );
    let passed = 0;
    const going = GOINGS.find(({ weight }) => (passed += weight) >= draw)!;
    const [least, most] = going.seconds;
    const seconds = this.chance.whole(least, most);
    if (going.answer !== 'again') return this.place(running, { answer: going.answer, seconds });
    const from = running.callers.at(-1);
    return this.place(running, { answer: 'yes', seconds, ...(from ? { from } : {}) });
  }

  private async place(
    running: Running,
    { answer, seconds, from }: { answer: string; seconds: number; from?: string },
  ): Promise<void> {
    const caller = from ?? this.somebodyNew();
    if (from === undefined) running.callers.push(caller);
    await placeCall(this.stage, { number: this.chance.pick(running.phones), from: caller, answer, seconds });
    this.stage.moveTo(new Date(this.stage.now().getTime() + this.chance.whole(6, 15) * MINUTE_MS));
  }

  /** Kenya keeps no numbers for films, so nobody can have these: none of its numbers begins with a zero. */
  private somebodyNew(): string {
    this.caller += 1;
    return `+254000000${String(this.caller % 1000).padStart(3, '0')}`;
  }
}

/** Somebody calls a number of the stand-in; `live`: the call takes its time, and this is over once it is put through. */
export async function placeCall(
  stage: Stage,
  call: { number: string; from: string; answer: string; seconds: number; live?: true },
): Promise<void> {
  const response = await fetch(new URL('/stand-in/phone', stage.caller().address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  if (!response.ok) throw new Error(`the stand-in answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}
