import { randomUUID } from 'node:crypto';
import { type Business, type CardSeen } from './businessWork';
import { type DemoAgency, demoAgencies } from './organisations';
import { type Chance } from './random';
import { FRESH, PAST, type Story, WAITING } from './stories';

const HOUR_MS = 3_600_000;
/** After the sale; the last of them is past before such a claim is made. */
const LOG_HOURS = [3, 20, 30];
/** A claim comes after a look at the lead. */
const LEAST_HOURS = 2;
/** So many stories of the past are told even in a short history: one of each end is among them. */
const LEAST_PAST = 8;

export interface Candidate {
  business: Business;
  card: CardSeen;
  agency: DemoAgency;
}

/**
 * Which of its purchases businesses dispute: mostly those of agencies that work without care. The stories are told in
 * their order, so that each state of a dispute is there; the last days leave some for the adjudicator and the agencies.
 */
export class Claims {
  /** Those that were not told for longest come first. */
  private readonly past = [...PAST];
  private readonly made = new Map<Business, number>();

  constructor(private readonly chance: Chance) {}

  /** Makes the claims of a day out of what its businesses hold. `daysLeft` counts to the last day, which has 0. */
  async make(held: Candidate[], { daysLeft, days, now }: { daysLeft: number; days: number; now: Date }): Promise<void> {
    if (daysLeft === 0) return this.tell(FRESH, held, now);
    if (daysLeft === 1) return this.tell(WAITING, held, now);
    for (let count = Math.ceil(LEAST_PAST / Math.max(1, days - 4)); count > 0; count -= 1) {
      const at = this.past.findIndex((story) => held.some((candidate) => fits(story, candidate, now)));
      if (at < 0) return;
      const told = this.past.splice(at, 1);
      this.past.push(...told);
      await this.tell(told, held, now);
    }
  }

  private async tell(stories: readonly Story[], held: Candidate[], now: Date): Promise<void> {
    for (const story of stories) {
      const fitting = held.filter((candidate) => fits(story, candidate, now));
      if (fitting.length === 0) continue;
      const chosen = this.choose(story, fitting);
      held.splice(held.indexOf(chosen), 1);
      this.made.set(chosen.business, this.madeBy(chosen) + 1);
      await openDispute(chosen, story);
    }
  }

  /**
   * The buyer's right is mostly found with careless agencies, and its wrong with careful ones. No business claims so
   * often that the rules leave all of its claims to people.
   */
  private choose(story: Story, fitting: readonly Candidate[]): Candidate {
    const weigh = (candidate: Candidate): number => {
      const { honesty, answersDisputes } = candidate.agency;
      const faults = (honesty.slips + honesty.madeUp) ** 2;
      const isSilent = story.answer === null && !answersDisputes;
      const byAgency = story.outcome === 'ACCEPTED' ? faults * (isSilent ? 20 : 1) : 1 / (faults + 0.01);
      return byAgency / (1 + this.madeBy(candidate)) ** 3;
    };
    const index = this.chance.weighted(Object.fromEntries(fitting.map((candidate, at) => [at, weigh(candidate)])));
    return fitting[Number(index)] ?? this.chance.pick(fitting);
  }

  private madeBy({ business }: Candidate): number {
    return this.made.get(business) ?? 0;
  }
}

/** What businesses hold and have not disputed, with who sold it. */
export function candidatesOf(business: Business, cards: readonly CardSeen[]): Candidate[] {
  return cards.flatMap((card) => {
    const agency = demoAgencies.find(({ name }) => name === card.agency.name);
    return agency && card.sale.state === 'HELD' && !card.sale.dispute ? { business, card, agency } : [];
  });
}

function fits(story: Story, { card, agency }: Candidate, now: Date): boolean {
  const hours = (now.getTime() - Date.parse(card.sale.heldAt)) / HOUR_MS;
  const least = story.log === 'NO_ANSWER' ? Math.max(...LOG_HOURS) + 1 : LEAST_HOURS;
  if (hours < least || Date.parse(card.sale.windowEndsAt) - now.getTime() < HOUR_MS) return false;
  return story.answer === null || agency.answersDisputes;
}

async function openDispute({ business, card }: Candidate, story: Story): Promise<void> {
  const { owner } = business;
  const { dispute } = await owner.mutate<{ dispute: { id: string } }>(
    'openDispute',
    {
      saleId: card.sale.id,
      reason: story.reason,
      text: story.claim,
      clientKey: randomUUID(),
      ...(story.log ? { callLog: callLog(story.log, card) } : {}),
    },
    'dispute { id }',
  );
  if (story.isWithdrawn) await owner.mutate('withdrawDispute', { disputeId: dispute.id, clientKey: randomUUID() });
}

function callLog(log: NonNullable<Story['log']>, card: CardSeen): object[] {
  const at = (hour: number): string => new Date(Date.parse(card.sale.heldAt) + hour * HOUR_MS).toISOString();
  if (log === 'DEAD') return [{ at: at(1), way: 'EMAIL', result: 'BOUNCED' }];
  const way = card.contact?.phone ? 'CALL' : 'MESSAGE';
  return LOG_HOURS.map((hour) => ({ at: at(hour), way, result: 'NO_ANSWER' }));
}
