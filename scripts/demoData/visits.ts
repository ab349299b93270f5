import { randomUUID } from 'node:crypto';
import { type Agency } from './agencyWork';
import { type Business } from './businessWork';
import { type Cast } from './cast';
import { type Chance } from './random';
import { Told } from './conversions';
import { type Stage } from './stage';
import { OF_CLICKS } from './stories';
import { type Visitor, visitorsOf } from './visitors';

const MINUTE_MS = 60_000;
const dollars = (whole: number): object => ({ minor: whole * 100, currency: 'USD' });

interface Plan {
  business: string;
  terms: { name: string; description: string; nicheId: string; targetUrl: string; timeZone: string; dayBudget: object };
  more?: object;
  /** The most that it pays for a visit, in dollars; left out: 6. */
  mostDollars?: number;
  region: string;
  /** The first two numbers of its visitors' addresses. */
  network: string;
  /** Agencies that it takes, each with the names of its links. */
  takes: Readonly<Record<string, readonly string[]>>;
  declines?: Readonly<Record<string, string>>;
  /** Agencies that wait for an answer. */
  waiting?: readonly string[];
  /** People a day. */
  people: number;
  end?: 'pauseCampaign' | 'endCampaign';
  /** When that is: so many days before the last; left out, on the last. */
  endsDaysLeft?: number;
  /** Whether its server tells what became of visitors. */
  isTold?: boolean;
}

const PLANS: readonly Plan[] = [
  {
    business: 'business',
    terms: {
      name: 'Drivers in Kenya',
      description: 'Drivers who look for a cheaper policy. No incentives, no pop-ups.',
      nicheId: 'niche_motor-insurance',
      targetUrl: 'https://www.rift-cover.example.com/offer?from=leadbourse',
      timeZone: 'Africa/Nairobi',
      // Enough for the thousand visitors of a run of demo:clicks.
      dayBudget: dollars(1000),
    },
    more: { weekBudget: dollars(4000) },
    mostDollars: 0.8,
    region: 'region_KE',
    network: '41.90',
    takes: { agency: ['Guide to motor insurance', 'Newsletter'] },
    declines: { 'ipak-yoli': 'Your visitors come from where we do not insure.' },
    waiting: ['duna'],
    isTold: true,
    people: 9,
  },
  {
    business: 'olympos',
    terms: {
      name: 'Νέες κουζίνες',
      description: 'Ιδιοκτήτες που σχεδιάζουν ανακαίνιση.',
      nicheId: 'niche_kitchens',
      targetUrl: 'https://olympos.example.com/kouzines',
      timeZone: 'Europe/Athens',
      dayBudget: dollars(12),
    },
    region: 'region_GR',
    network: '195.251',
    takes: { aegean: ['Οδηγός ανακαίνισης'] },
    people: 8,
  },
  {
    business: 'business',
    terms: {
      name: 'Car buyers, autumn',
      description: 'People who compare new cars.',
      nicheId: 'niche_car-sales',
      targetUrl: 'https://cars.example.com/autumn',
      timeZone: 'Africa/Nairobi',
      dayBudget: dollars(20),
    },
    region: 'region_KE',
    network: '41.90',
    takes: { agency: ['Car magazine'] },
    people: 2,
    end: 'pauseCampaign',
  },
  {
    business: 'business',
    terms: {
      name: 'Test drives, start of the season',
      description: 'People who want to try a new model.',
      nicheId: 'niche_car-sales',
      targetUrl: 'https://cars.example.com/test-drives',
      timeZone: 'Africa/Nairobi',
      dayBudget: dollars(15),
    },
    region: 'region_KE',
    network: '41.90',
    takes: { agency: ['Test drives page'] },
    people: 2,
    end: 'endCampaign',
    endsDaysLeft: 3,
  },
];

interface BatchSeen {
  id: string;
  state: string;
  billed: number;
  windowEndsAt: string;
  dispute: object | null;
}

interface Running {
  plan: Plan;
  id: string;
  business: Business;
  links: string[];
  /** What its server tells of visitors; null where it tells nothing. */
  told: Told | null;
}

/** Newsletters and mailings reach people by e-mail, pages are found. */
const named = (name: string) => ({ name, channel: /mail|letter/i.test(name) ? 'EMAIL' : 'SEARCH' });

/** Campaigns of the demo data and who follows their links, day by day. */
export class Visits {
  private readonly running: Running[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly chance: Chance,
  ) {}

  /** Businesses start campaigns, agencies apply and are taken, declined or left waiting, and make their links. */
  async begin(): Promise<void> {
    for (const plan of PLANS) {
      const business = this.cast.businesses.find(({ plays }) => plays.login === plan.business)!;
      const terms = { ...plan.terms, ...plan.more, regionIds: [plan.region], maxPrice: dollars(plan.mostDollars ?? 6) };
      const { campaign } = await business.owner.mutate<{ campaign: { id: string } }>(
        'startCampaign',
        { terms, agreedPerDay: plan.terms.dayBudget, clientKey: randomUUID() },
        'campaign { id }',
      );
      const links: string[] = [];
      for (const [login, names] of Object.entries(plan.takes)) {
        await business.owner.mutate('approveApplication', { id: await this.apply(login, campaign.id) });
        for (const name of names)
          links.push(await this.link(login, { ...named(name), campaignId: campaign.id, regionId: plan.region }));
      }
      for (const [login, reason] of Object.entries(plan.declines ?? {}))
        await business.owner.mutate('declineApplication', { id: await this.apply(login, campaign.id), reason });
      for (const login of plan.waiting ?? []) await this.apply(login, campaign.id);
      const told = plan.isTold ? await Told.by(this.stage, business.owner) : null;
      this.running.push({ plan, id: campaign.id, business, links, told });
    }
    // One link of a niche, where the market chooses.
    const wish = { ...named('Insurance pages'), nicheId: 'niche_motor-insurance', regionId: 'region_KE' };
    this.running[0]!.links.push(await this.link('agency', wish));
    await this.stage.settle();
  }

  private agency(login: string): Agency {
    return this.cast.agencies.find(({ plays }) => plays.login === login)!;
  }

  private async apply(login: string, campaignId: string): Promise<string> {
    const note = 'Visitors of our own guides and newsletters; no bought traffic.';
    const { application } = await this.agency(login).owner.mutate<{ application: { id: string } }>(
      'applyToCampaign',
      { campaignId, note },
      'application { id }',
    );
    return application.id;
  }

  private async link(login: string, wish: object): Promise<string> {
    const { trackedLink } = await this.agency(login).owner.mutate<{ trackedLink: { id: string } }>(
      'createTrackedLink',
      { ...wish, clientKey: randomUUID() },
      'trackedLink { id }',
    );
    return trackedLink.id;
  }

  /** The visits of a day, from a moment on; on its last day a campaign is stopped before the last of them come. */
  async day(from: Date, daysLeft: number): Promise<void> {
    if (from > this.stage.now()) this.stage.moveTo(from);
    for (const { plan, links, told } of this.running) {
      if (plan.end && daysLeft < (plan.endsDaysLeft ?? 0)) continue;
      for (const visitor of visitorsOf(this.chance, plan.network, plan.people, daysLeft)) {
        const link = visitor.kind === 'burst' ? links[0]! : this.chance.pick(links);
        const click = await this.follow(link, visitor);
        if (click && told) await told.mayConvert(visitor, click);
      }
      this.stage.moveTo(new Date(this.stage.now().getTime() + 5 * MINUTE_MS));
    }
    await this.stage.runOnly(['clicks.judge', 'campaigns.setAside']);
    const ending = this.running.filter(({ plan }) => plan.end && daysLeft === (plan.endsDaysLeft ?? 0));
    for (const { plan, id, business, links } of ending) {
      await business.owner.mutate(plan.end!, { id });
      for (const visitor of visitorsOf(this.chance, plan.network, 2, daysLeft)) await this.follow(links[0]!, visitor);
    }
    if (ending.length > 0) await this.stage.runOnly(['clicks.judge']);
  }

  /** What the business of the first campaign claims of a batch on some days; the best filled one that it may. */
  async claim(daysLeft: number): Promise<void> {
    const story = OF_CLICKS[daysLeft];
    const { business, id: campaignId } = this.running[0]!;
    if (!story?.clicks) return;
    const { nodes } = await business.owner.ask<{ nodes: BatchSeen[] }>(
      'query ($campaignId: ID) { clickBatches(campaignId: $campaignId, first: 20) { nodes { id state billed windowEndsAt dispute { id } } } }',
      { campaignId },
    );
    const [batch] = nodes
      .filter(({ state, dispute }) => state === 'HELD' && !dispute)
      .filter(({ windowEndsAt }) => Date.parse(windowEndsAt) - this.stage.now().getTime() > 60 * MINUTE_MS)
      .sort((one, other) => other.billed - one.billed);
    if (!batch) return;
    await business.owner.mutate('openDispute', {
      clickBatchId: batch.id,
      reason: story.reason,
      text: story.claim,
      count: Math.max(1, Math.floor(batch.billed * story.clicks.claimed)),
      clientKey: randomUUID(),
    });
  }

  private follow(code: string, visitor: Visitor): Promise<string | null> {
    if (visitor.waitMs > 0) this.stage.moveTo(new Date(this.stage.now().getTime() + visitor.waitMs));
    return followLink(this.stage, code, visitor);
  }
}

/** Somebody follows a link; answers with the id of the click where they were sent on. */
export async function followLink(
  stage: Stage,
  code: string,
  { address, agent, subId, headers, method }: Omit<Visitor, 'kind' | 'waitMs'>,
): Promise<string | null> {
  const response = await fetch(new URL(`/r/${code}${subId ? `?s=${subId}` : ''}`, stage.caller().address), {
    method,
    redirect: 'manual',
    headers: { ...headers, 'user-agent': agent, 'x-forwarded-for': address },
  });
  await response.arrayBuffer();
  const target = response.headers.get('location');
  return target && new URL(target).searchParams.get('lbclick');
}
