import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { answerDispute, decideDispute, openDispute, withdrawDispute } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;
let adjudicator: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
  adjudicator = await world.admin('ADJUDICATOR');
});
afterAll(() => world.close());

type State = 'OPEN' | 'REVIEW' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN';

const acts = {
  answer: (id: string) => answerDispute(world, agency, id),
  concede: (id: string) => answerDispute(world, agency, id, { concedes: true }),
  withdraw: (id: string) => withdrawDispute(world, buyer, id),
  accept: (id: string) => decideDispute(world, adjudicator, id),
  reject: (id: string) => decideDispute(world, adjudicator, id, { outcome: 'REJECTED' }),
};
type Act = keyof typeof acts;

const ALLOWED: Record<State, Partial<Record<Act, State>>> = {
  OPEN: { answer: 'REVIEW', concede: 'ACCEPTED', withdraw: 'WITHDRAWN' },
  REVIEW: { accept: 'ACCEPTED', reject: 'REJECTED' },
  ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: {},
};

const WAY_TO: Record<State, Act[]> = {
  OPEN: [],
  REVIEW: ['answer'],
  ACCEPTED: ['concede'],
  REJECTED: ['answer', 'reject'],
  WITHDRAWN: ['withdraw'],
};

async function disputeIn(state: State): Promise<string> {
  const { saleId } = await soldLead(world, { agency, buyer });
  const { dispute } = await openDispute(world, buyer, saleId);
  for (const act of WAY_TO[state]) await acts[act](dispute.id);
  await world.settle();
  return dispute.id;
}

/** All that an act on a dispute could write. */
async function everything(): Promise<unknown> {
  const read = (name: string) => database().collection(name).find().sort({ _id: 1 }).toArray();
  return JSON.stringify(
    await Promise.all(['disputes', 'sales', 'journal', 'wallets', 'outbox', 'audit', 'idem'].map(read)),
  );
}

describe('a dispute', () => {
  it.each(Object.keys(ALLOWED) as State[])(
    'S19: that is %s refuses, without a write, every act its table does not list',
    async (state) => {
      const id = await disputeIn(state);
      const before = await everything();
      for (const act of Object.keys(acts) as Act[]) {
        if (ALLOWED[state][act]) continue;
        expect([act, (await acts[act](id)).__typename]).toEqual([act, 'Conflict']);
      }
      expect(await world.runJob('disputes.clocks')).toBe(0);
      expect(await everything()).toBe(before);
    },
  );

  const listed = (Object.keys(ALLOWED) as State[]).flatMap((state) =>
    Object.entries(ALLOWED[state]).map(([act, next]) => [state, act as Act, next] as const),
  );
  it.each(listed)('that is %s goes by %s to %s', async (state, act, next) => {
    const id = await disputeIn(state);
    const answer = await acts[act](id);
    expect(answer.dispute.state).toBe(next);
  });
});
