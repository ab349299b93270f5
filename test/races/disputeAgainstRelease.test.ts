import { releaseBatch } from '../../server/modules/clicks/billing/releaseBatches';
import { releaseSales } from '../../server/modules/market';
import { after, now, SECOND } from '../../server/platform/clock';
import { database } from '../../server/platform/database';
import { inTransaction } from '../../server/platform/transaction';
import { clocksJob } from '../../server/modules/disputes/silence';
import { createLink, follow, judge, kenyan, startCampaign, takeAgency } from '../clicks/clicking';
import { disputeBatch } from '../clicks/disputing';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { buyListings, listLead } from '../kit/trading';
import { acceptedLead } from '../leads/submitting';
import { decideDispute, answerDispute, openDispute, readDispute, withdrawDispute } from '../disputes/disputing';

const ROUNDS = 40;
const SILENT_ROUNDS = 24;
const BATCH_ROUNDS = 16;
const STEP_MS = 7;

/** Whoever comes first comes later after each round it won, earlier after each it lost: so they meet, on a slow machine too. */
const nextHeadStart = (ms: number, hasWon: boolean): number => (hasWon ? Math.floor(ms / 1.5) : ms * 1.5 + STEP_MS);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '50000.00' });
});
afterAll(() => world.close());

async function soldLeads(count: number): Promise<string[]> {
  const listings: string[] = [];
  for (let made = 0; made < count; made++) {
    listings.push(await listLead(world, agency, await acceptedLead(world, agency)));
  }
  await world.settle();
  const sales = await buyListings(world, buyer, listings);
  await world.settle();
  return sales.map(({ saleId }) => saleId);
}

interface SaleRow {
  _id: string;
  state: string;
  windowEndsAt: Date;
}

const salesOf = (ids: string[]): Promise<SaleRow[]> =>
  database()
    .collection<SaleRow>('sales')
    .find({ _id: { $in: ids } })
    .toArray();

const journalOf = async (id: string): Promise<string[]> => {
  const rows = await database()
    .collection<{ _id: string }>('journal')
    .find({ _id: { $in: ['pur', 'use', 'rel', 'ref'].map((kind) => `${kind}:${id}`) } })
    .toArray();
  return rows.map(({ _id }) => _id.slice(0, 3)).sort();
};

interface BatchRow {
  _id: string;
  state: string;
  windowEndsAt: Date;
}

/** So many batches of one click each, billed in the same moment. */
async function billedBatches(count: number): Promise<BatchRow[]> {
  for (let made = 0; made < count; made++) {
    const campaign = await startCampaign(world, buyer, { name: `Batch ${made}` });
    await takeAgency(world, buyer, agency, campaign.id);
    const code = await createLink(world, agency, { campaignId: campaign.id });
    await follow(world, code, { address: kenyan(made) });
  }
  await judge(world);
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
  return database().collection<BatchRow>('click_batches').find({ state: 'HELD' }).toArray();
}

describe('a dispute against the release of the same sale', () => {
  it('F10: one of them wins, and the money is where the winner puts it', async () => {
    const sales = await soldLeads(ROUNDS);
    const [{ windowEndsAt }] = (await salesOf(sales)) as [SaleRow];
    // The dispute sees an open window; the release comes with the time of its end, as from a process that is ahead.
    const late = after(windowEndsAt, SECOND);
    const wins = { dispute: 0, release: 0 };
    let headStartMs = 0;
    for (const saleId of sales) {
      const [opened, released] = await Promise.all([
        openDispute(world, buyer, saleId),
        pause(headStartMs).then(() => releaseSales([saleId], late)),
      ]);
      const isOpen = opened.__typename === 'OpenDisputePayload';
      expect(released).toBe(isOpen ? 0 : 1);
      const [row] = await salesOf([saleId]);
      expect(row!.state).toBe(isOpen ? 'DISPUTED' : 'RELEASED');
      expect(await journalOf(saleId)).toEqual(isOpen ? ['pur'] : ['pur', 'rel']);
      if (!isOpen) expect(opened.__typename).toBe('DisputeWindowClosed');
      wins[isOpen ? 'dispute' : 'release'] += 1;
      headStartMs = nextHeadStart(headStartMs, isOpen);
    }
    expect(wins.dispute).toBeGreaterThan(0);
    expect(wins.release).toBeGreaterThan(0);
    expect(now() < windowEndsAt).toBe(true);
  });
});

describe('a dispute against the release of the same batch of clicks', () => {
  it('F10: one of them wins, and the money is where the winner puts it', async () => {
    const batches = await billedBatches(BATCH_ROUNDS);
    const late = after(batches[0]!.windowEndsAt, SECOND);
    const wins = { dispute: 0, release: 0 };
    let headStartMs = 0;
    for (const { _id } of batches) {
      const [opened, released] = await Promise.all([
        disputeBatch(world, buyer, _id),
        pause(headStartMs).then(() => inTransaction(() => releaseBatch(_id, late, 'system'), 'bulk')),
      ]);
      const isOpen = opened.__typename === 'OpenDisputePayload';
      expect(released).toBe(!isOpen);
      const row = await database().collection<BatchRow>('click_batches').findOne({ _id });
      expect(row!.state).toBe(isOpen ? 'DISPUTED' : 'RELEASED');
      expect(await journalOf(_id)).toEqual(isOpen ? ['use'] : ['rel', 'use']);
      if (!isOpen) expect(opened.__typename).toBe('DisputeWindowClosed');
      wins[isOpen ? 'dispute' : 'release'] += 1;
      headStartMs = nextHeadStart(headStartMs, isOpen);
    }
    expect(wins.dispute).toBeGreaterThan(0);
    expect(wins.release).toBeGreaterThan(0);
  });
});

describe('two ends of one dispute at once', () => {
  it('an answer and a withdrawal: exactly one counts', async () => {
    const sales = await soldLeads(6);
    for (const saleId of sales) {
      const { dispute } = await openDispute(world, buyer, saleId);
      const answers = await Promise.all([
        answerDispute(world, agency, dispute.id, { concedes: true }),
        withdrawDispute(world, buyer, dispute.id),
      ]);
      const kinds = answers.map(({ __typename }) => __typename as string);
      expect(kinds.filter((kind) => kind === 'Conflict')).toHaveLength(1);
      const [row] = await salesOf([saleId]);
      expect(await journalOf(saleId)).toEqual(row!.state === 'REFUNDED' ? ['pur', 'ref'] : ['pur']);
    }
  });

  it('two adjudicators: one decision, one movement of money', async () => {
    const adjudicators = [await world.admin('ADJUDICATOR'), await world.admin('ADJUDICATOR')];
    const sales = await soldLeads(6);
    for (const saleId of sales) {
      const { dispute } = await openDispute(world, buyer, saleId);
      await answerDispute(world, agency, dispute.id);
      const [yes, no] = await Promise.all([
        decideDispute(world, adjudicators[0]!, dispute.id),
        decideDispute(world, adjudicators[1]!, dispute.id, { outcome: 'REJECTED' }),
      ]);
      expect([yes, no].filter(({ __typename }) => __typename === 'Conflict')).toHaveLength(1);
    }
  });

  it('silence and an answer in the last moment: exactly one counts', async () => {
    // The sweep comes with the time of the deadline, as from a process that is ahead; the answer sees it open.
    const wins = { silence: 0, answer: 0 };
    let headStartMs = 0;
    for (const saleId of await soldLeads(SILENT_ROUNDS)) {
      const { dispute } = await openDispute(world, buyer, saleId);
      const late = after(new Date(dispute.clock.dueAt), SECOND);
      const [answered] = await Promise.all([
        answerDispute(world, agency, dispute.id),
        pause(headStartMs).then(() => clocksJob.run(late)),
      ]);
      const isAnswered = answered.__typename === 'AnswerDisputePayload';
      if (!isAnswered) expect(answered.__typename).toBe('Conflict');
      const { steps } = await readDispute(world, buyer, dispute.id);
      expect(steps.map(({ kind }: { kind: string }) => kind)[1]).toMatch(
        isAnswered ? 'ANSWERED' : /AGENCY_SILENT|ACCEPTED/,
      );
      expect(steps).toHaveLength(2);
      wins[isAnswered ? 'answer' : 'silence'] += 1;
      headStartMs = nextHeadStart(headStartMs, isAnswered);
    }
    expect(wins.answer).toBeGreaterThan(0);
    expect(wins.silence).toBeGreaterThan(0);
  });
});
