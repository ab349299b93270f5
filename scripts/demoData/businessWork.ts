import { randomUUID } from 'node:crypto';
import { Refused } from '../api/marketClient';
import { type Player } from './cast';
import { demoAgencies, type DemoBusiness } from './organisations';
import { type Chance } from './random';
import { type Stage } from './stage';

export type Business = Player<DemoBusiness>;

interface CardSeen {
  id: string;
  status: string;
  nextStatuses: string[];
  agency: { name: string };
  sale: { id: string; heldAt: string; state: string };
  contact: { phone: string | null } | null;
}

const NOTES = [
  'Called, will think about it.',
  'Sent our offer by e-mail.',
  'Wants to talk again next week.',
  'Compares with two others.',
];
const CARELESS_WORDS: Readonly<Record<string, string>> = {
  TYPO: 'Nobody of this name can be reached; three tries on two days.',
  BOT: 'The answers contradict each other and the same words came with two other leads.',
  NOT_AS_LISTED: 'Listed as wanting it now, but the person only asked for a brochure.',
  PRANK: 'The person who answered never asked for anything and says a friend did it.',
  NO_CONSENT: 'The person says that no consent was given on any page.',
  DUPLICATE: 'We have this person from an earlier purchase.',
};

/** What businesses do: find, buy, work the cards, claim. */
export class BusinessWork {
  constructor(
    private readonly stage: Stage,
    private readonly chance: Chance,
  ) {}

  /** Buys up to `count` leads that the business wants. Answers with how many it got. */
  async shop(business: Business, count: number): Promise<number> {
    const { niche, country } = this.chance.pick(business.plays.wants);
    const { nodes } = await business.owner.ask<{ nodes: { id: string }[] }>(
      'query ($filter: MarketFilter, $sort: MarketSort) { market(filter: $filter, sort: $sort, first: 30) { nodes { id } } }',
      {
        filter: {
          nicheIds: [`niche_${niche}`],
          regionIds: [`region_${country}`],
          kind: this.chance.happens(0.9) ? 'SINGLE' : null,
        },
        sort: this.chance.pick(['NEWEST', 'PRICE_LOW', 'BEST_AGENCY']),
      },
    );
    const wanted = [
      ...new Set(Array.from({ length: count }, () => (nodes.length > 0 ? this.chance.pick(nodes).id : ''))),
    ];
    return nodes.length === 0 ? 0 : this.buy(business, wanted);
  }

  private async buy({ owner }: Business, listingIds: string[]): Promise<number> {
    const quoted = await owner.ask<{ quote?: { id: string } }>(
      'query ($input: QuoteInput!) { quote(input: $input) { ... on QuotePayload { quote { id } } } }',
      { input: { listingIds } },
    );
    if (!quoted.quote) return 0;
    try {
      const input = { quoteId: quoted.quote.id, clientKey: randomUUID(), mode: 'AS_MANY_AS_POSSIBLE' };
      const { items } = await owner.mutate<{ items: { __typename: string }[] }>('buy', input, 'items { __typename }');
      return items.filter(({ __typename }) => __typename === 'SaleHeld').length;
    } catch (error) {
      if (error instanceof Refused) return 0;
      throw error;
    }
  }

  /** Moves some cards on, and claims where something was wrong with a lead of the last days. */
  async workCards({ owner, plays }: Business): Promise<void> {
    const { nodes } = await owner.ask<{ nodes: CardSeen[] }>(`query { cards(first: 25) { nodes {
      id status nextStatuses agency { name } sale { id heldAt state } contact { phone }
    } } }`);
    for (const card of nodes) {
      if (card.sale.state !== 'HELD') continue;
      const days = (this.stage.now().getTime() - Date.parse(card.sale.heldAt)) / 86_400_000;
      if (days >= 2 && days < 3 && this.chance.happens(this.chanceOfClaim(card, plays))) await this.claim(owner, card);
      else if (this.chance.happens(0.3)) await this.moveOn(owner, card);
    }
  }

  private chanceOfClaim(card: CardSeen, plays: DemoBusiness): number {
    const agency = demoAgencies.find(({ name }) => name === card.agency.name);
    return plays.grumbles + (agency ? agency.honesty.slips + agency.honesty.madeUp : 0);
  }

  private async claim(owner: Business['owner'], card: CardSeen): Promise<void> {
    const reason = this.chance.weighted({ TYPO: 5, NOT_AS_LISTED: 3, BOT: 2, PRANK: 2, DUPLICATE: 1, NO_CONSENT: 1 });
    const boughtAt = Date.parse(card.sale.heldAt);
    const hours = [3, 20, 30];
    const callLog = hours.map((hour) => ({
      at: new Date(boughtAt + hour * 3_600_000).toISOString(),
      way: card.contact?.phone ? 'CALL' : 'EMAIL',
      result: card.contact?.phone ? 'NO_ANSWER' : 'BOUNCED',
    }));
    const input = { saleId: card.sale.id, reason, text: CARELESS_WORDS[reason], clientKey: randomUUID() };
    const { dispute } = await owner.mutate<{ dispute: { id: string; state: string } }>(
      'openDispute',
      reason === 'TYPO' ? { ...input, callLog } : input,
      'dispute { id state }',
    );
    if (dispute.state === 'OPEN' && this.chance.happens(0.12)) {
      await owner.mutate('withdrawDispute', { disputeId: dispute.id, clientKey: randomUUID() });
    }
  }

  private async moveOn(owner: Business['owner'], card: CardSeen): Promise<void> {
    const steps = card.nextStatuses.filter((status) => status !== 'REJECTED' && status !== 'NEW');
    if (steps.length === 0) return;
    const status = this.chance.pick(steps);
    await owner.mutate('setCardStatus', {
      cardId: card.id,
      status,
      ...(status === 'LOST'
        ? { lostReason: this.chance.pick(['TOO_EXPENSIVE', 'CHOSE_ANOTHER', 'NOT_NOW', 'NOT_REACHED']) }
        : {}),
      ...(status === 'WON' ? { dealValue: { minor: this.chance.whole(80, 2500) * 100, currency: 'USD' } } : {}),
    });
    if (this.chance.happens(0.5)) {
      await owner.mutate('addNote', { cardId: card.id, text: this.chance.pick(NOTES), clientKey: randomUUID() });
    }
  }
}
