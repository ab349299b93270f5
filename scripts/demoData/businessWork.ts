import { randomUUID } from 'node:crypto';
import { Refused } from '../api/marketClient';
import { type Player } from './cast';
import { type DemoBusiness } from './organisations';
import { type Chance } from './random';

export type Business = Player<DemoBusiness>;

export interface CardSeen {
  id: string;
  status: string;
  nextStatuses: string[];
  assignee: { id: string } | null;
  isClosed: boolean;
  agency: { name: string };
  sale: { id: string; heldAt: string; windowEndsAt: string; state: string; dispute: { id: string } | null };
  contact: { phone: string | null } | null;
}

const NOTES = [
  'Called, will think about it.',
  'Sent our offer by e-mail.',
  'Wants to talk again next week.',
  'Compares with two others.',
];

/** Every so manieth card is an agent's, where the business has one. */
const AGENTS_SHARE = 3;

/** What a business does: find, buy, work the cards. */
export class BusinessWork {
  /** Who works the cards that are given to them; null where nobody does. */
  private agentId: string | null | undefined;
  private seen = 0;

  constructor(
    private readonly business: Business,
    private readonly chance: Chance,
  ) {}

  /** Buys a few leads that the business wants. Answers with how many it got. */
  async shop(): Promise<number> {
    const { niche, country } = this.chance.pick(this.business.plays.wants);
    const filter = {
      nicheIds: [`niche_${niche}`],
      regionIds: [`region_${country}`],
      kind: this.chance.happens(0.9) ? 'SINGLE' : null,
    };
    return this.buySome(this.chance.whole(2, 4), filter, this.chance.pick(['NEWEST', 'PRICE_LOW', 'BEST_AGENCY']));
  }

  /** Buys one of the newest leads that several may have, whatever it is about. Answers with how many it got. */
  async tryNewest(): Promise<number> {
    return this.buySome(1, { kind: 'SINGLE', isExclusive: false }, 'NEWEST', 8);
  }

  private async buySome(count: number, filter: object, sort: string, first = 30): Promise<number> {
    const { nodes } = await this.business.owner.ask<{ nodes: { id: string }[] }>(
      'query ($filter: MarketFilter, $sort: MarketSort, $first: Int) { market(filter: $filter, sort: $sort, first: $first) { nodes { id } } }',
      { filter, sort, first },
    );
    if (nodes.length === 0) return 0;
    const wanted = new Set(Array.from({ length: count }, () => this.chance.pick(nodes).id));
    return this.buy([...wanted]);
  }

  private async buy(listingIds: string[]): Promise<number> {
    const { owner } = this.business;
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

  /** Moves some cards on. Answers with the latest of them as they were. */
  async workCards(): Promise<CardSeen[]> {
    const { owner } = this.business;
    const { nodes } = await owner.ask<{ nodes: CardSeen[] }>(`query { cards(first: 15) { nodes {
      id status nextStatuses isClosed assignee { id } agency { name } sale { id heldAt windowEndsAt state dispute { id } } contact { phone }
    } } }`);
    for (const card of nodes)
      if (card.sale.state === 'HELD' && this.chance.happens(0.1)) await this.moveOn(owner, card);
    await this.giveToAgent(nodes);
    return nodes;
  }

  private async giveToAgent(cards: readonly CardSeen[]): Promise<void> {
    const { owner } = this.business;
    this.agentId ??= await agentOf(owner);
    if (this.agentId === null) return;
    for (const { id, status, assignee, isClosed } of cards) {
      if (assignee || isClosed || status !== 'NEW' || (this.seen += 1) % AGENTS_SHARE !== 0) continue;
      try {
        await owner.mutate('assignCard', { cardId: id, personId: this.agentId });
      } catch (error) {
        // Closed meanwhile, by a refund or an erasure.
        if (!(error instanceof Refused)) throw error;
      }
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

async function agentOf(owner: Business['owner']): Promise<string | null> {
  const { nodes } = await owner.ask<{ nodes: { role: string; person: { id: string } }[] }>(
    'query { members(first: 50) { nodes { role person { id } } } }',
  );
  return nodes.find(({ role }) => role === 'AGENT')?.person.id ?? null;
}
