import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FormQuestion } from './answers';
import { type Player } from './cast';
import { type FileWriter } from './leadFile';
import { type DemoCountry } from './names';
import { type DemoAgency } from './organisations';
import { Chance } from './random';
import { type Stage } from './stage';
import { storyOf } from './stories';

/** The most that the market lists by one call. */
const MOST_AT_ONCE = 1000;

/** Of so many leads of a file the persons may be asked: each answer is a request of its own. */
const MOST_ASKED = 16;
const ANSWERS_SEED = 20_262;

export type Agency = Player<DemoAgency>;

export interface BatchWish {
  niche: string;
  country: DemoCountry;
  rows: number;
}

/** What agencies do: send files, put leads on sale, answer claims. */
export class AgencyWork {
  /** Of its own, so that who answers shifts nothing else in the story. */
  private readonly willing = new Chance(ANSWERS_SEED);
  private questions = new Map<string, FormQuestion[]>();

  constructor(
    private readonly stage: Stage,
    private readonly writer: FileWriter,
    private readonly chance: Chance,
  ) {}

  /** Sends one file through the whole intake. Answers with the batch's id. */
  async sendFile({ owner, plays }: Agency, { niche, country, rows }: BatchWish): Promise<string> {
    const questions = await this.questionsOf(niche, owner);
    const text = this.writer.write({ agency: plays, country, questions, rows, at: this.stage.now() });
    const { batch } = await owner.mutate<{ batch: { id: string; uploadAddress: string } }>(
      'startBatch',
      { clientKey: randomUUID(), nicheSlug: niche, country },
      'batch { id uploadAddress }',
    );
    const path = new URL(batch.uploadAddress, owner.address).pathname;
    await owner.door('PUT', path, {
      body: Buffer.from(text),
      headers: {
        'content-type': 'text/csv',
        'content-disposition': `attachment; filename="${niche}-${country.toLowerCase()}.csv"`,
      },
    });
    await owner.mutate('importBatch', { batchId: batch.id });
    await this.untilImported(owner, batch.id);
    return batch.id;
  }

  /**
   * Has some persons of a file asked whether the requests are theirs; as many answer by the link of the letter as the agency
   * is honest. Without it nobody in the demo would be verified.
   */
  async askPersons({ owner, plays }: Agency, batchId: string): Promise<void> {
    const { nodes } = await owner.ask<{ nodes: { id: string }[] }>(
      'query ($filter: LeadFilter, $first: Int) { leads(filter: $filter, first: $first) { nodes { id } } }',
      { filter: { batchId, states: ['ACCEPTED'] }, first: MOST_ASKED },
    );
    const leadIds = nodes.map(({ id }) => id).filter(() => this.willing.happens(plays.honesty.confirmed));
    if (leadIds.length === 0) return;
    const { asked } = await owner.mutate<{ asked: { outcome: string }[] }>(
      'askToConfirm',
      { leadIds, channel: 'EMAIL' },
      'asked { outcome }',
    );
    const count = asked.filter(({ outcome }) => outcome === 'ASKED').length;
    await this.stage.settle();
    const caught = await owner.ask<{ text: string }[]>('query { caughtMessages { text } }');
    const links = caught.flatMap(({ text }) => /\/v\/([\w.-]+)/.exec(text)?.[1] ?? []);
    for (const token of links.slice(0, count)) await owner.mutate('confirmRequest', { token });
  }

  /** The import may be done by us, or by a server that runs on the same database. */
  private async untilImported(owner: Agency['owner'], id: string): Promise<void> {
    for (;;) {
      await this.stage.settle();
      const { state } = await owner.ask<{ state: string }>('query ($id: ID!) { batch(id: $id) { state } }', { id });
      if (state === 'IMPORTED') return;
      if (state === 'FAILED') throw new Error(`The import of batch ${id} failed`);
      await sleep(100);
    }
  }

  /** Puts all accepted leads of a batch on sale. Answers with how many. */
  async listBatch(agency: Agency, batchId: string): Promise<number> {
    let listed = 0;
    for (let more = 1; more > 0; listed += more) more = await this.listSome(agency, batchId, MOST_AT_ONCE);
    return listed;
  }

  /** To how many buyers the agency sells each of some leads: to one, or to several if that is its way. */
  drawMaxSales({ plays }: Agency): number {
    return plays.sharesLeads && this.chance.happens(0.6) ? this.chance.pick([2, 3, 3, 5]) : 1;
  }

  /** Puts some accepted leads of a batch on sale. Answers with how many. */
  async listSome(
    agency: Agency,
    batchId: string,
    first: number,
    maxSales = this.drawMaxSales(agency),
  ): Promise<number> {
    const terms = { maxSales, endsAt: new Date(this.stage.now().getTime() + 45 * 86_400_000).toISOString() };
    const input = { filter: { batchId }, first: Math.min(first, MOST_AT_ONCE), terms };
    return (await agency.owner.mutate<{ listedCount: number }>('listLeads', input, 'listedCount')).listedCount;
  }

  /** Makes a lot of like leads of a batch, where it has enough of them. Answers whether it did. */
  async sellLot({ owner }: Agency, batchId: string, name: string): Promise<boolean> {
    const filter = {
      batchId,
      states: ['ACCEPTED'],
      temperature: 'WARM',
      contactKind: 'REGISTRATION',
      isVerified: false,
    };
    const { nodes } = await owner.ask<{ nodes: { id: string }[] }>(
      'query ($filter: LeadFilter) { leads(filter: $filter, first: 10) { nodes { id } } }',
      { filter },
    );
    if (nodes.length < 3) return false;
    const input = { name, leadIds: nodes.map(({ id }) => id), terms: { maxSales: 1 } };
    const { lot } = await owner.mutate<{ lot: { id: string } }>('createLot', input, 'lot { id }');
    await owner.mutate('listLot', { lotId: lot.id });
    return true;
  }

  /** Answers open claims as their stories tell; an agency that lets its clocks run out answers none. */
  async answerDisputes({ owner, plays }: Agency): Promise<void> {
    if (!plays.answersDisputes) return;
    const { nodes } = await owner.ask<{ nodes: { id: string; text: string }[] }>(
      'query { disputes(filter: { states: [OPEN] }, first: 20) { nodes { id text } } }',
    );
    for (const { id, text: claim } of nodes) {
      const { answer, isConceded: concedes = false } = storyOf(claim);
      if (answer === null) continue;
      await owner.mutate('answerDispute', { disputeId: id, concedes, text: answer, clientKey: randomUUID() });
    }
  }

  private async questionsOf(slug: string, caller: Agency['owner']): Promise<FormQuestion[]> {
    let questions = this.questions.get(slug);
    if (!questions) {
      const query = 'query ($slug: String!) { niche(slug: $slug) { fields { key label kind choices } } }';
      ({ fields: questions } = await caller.ask<{ fields: FormQuestion[] }>(query, { slug }));
      this.questions.set(slug, questions);
    }
    return questions;
  }
}
