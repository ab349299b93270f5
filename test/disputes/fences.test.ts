import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { answerDispute, openDispute } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;
let disputeId: string;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '500.00' });
  const { saleId } = await soldLead(world, { agency, buyer });
  disputeId = (await openDispute(world, buyer, saleId)).dispute.id;
});
afterAll(() => world.close());

const disputes = () => database().collection<{ _id: string; subjectId: string }>('disputes');
const change = (set: object) => disputes().updateOne({ _id: disputeId }, { $set: set });

describe('the database itself', () => {
  it('keeps one dispute a sale', async () => {
    const row = (await disputes().findOne({ _id: disputeId }))!;
    await expect(disputes().insertOne({ ...row, _id: `${disputeId}x` })).rejects.toMatchObject({ code: 11000 });
  });

  it.each([
    ['an unknown state', { state: 'MAYBE' }],
    ['a running dispute without a clock', { dueAt: null }],
    ['a clock after the end', { state: 'REJECTED' }],
    ['an acceptance that gives nothing back', { state: 'ACCEPTED', dueAt: null }],
    ['money back without an acceptance', { refundedMinor: 1 }],
    ['more back than was paid', { state: 'ACCEPTED', dueAt: null, refundedMinor: 10_001 }],
    ['an amount with a fraction', { grossMinor: 100.5 }],
  ])('refuses %s', async (_what, set) => {
    await expect(change(set)).rejects.toMatchObject({ code: 121 });
  });

  it('refuses a card that is LOST without a reason, and a reason without LOST', async () => {
    const cards = database().collection('cards');
    await expect(cards.updateOne({}, { $set: { status: 'LOST' } })).rejects.toMatchObject({ code: 121 });
    await expect(cards.updateOne({}, { $set: { lostReason: 'OTHER' } })).rejects.toMatchObject({ code: 121 });
  });
});

it('S27: a session that was ended decides nothing, although its token is still good', async () => {
  await database()
    .collection('sessions')
    .updateMany({ organisationId: agency.organisationId }, { $set: { endedAt: new Date() } });
  await expect(answerDispute(world, agency, disputeId)).rejects.toThrow('UNAUTHENTICATED');
});

it('opens a dispute with at most 18 commands, commit and answer included', async () => {
  const { saleId } = await soldLead(world, { agency: await world.agency(), buyer });
  const { commands } = await world.countCommands(() => openDispute(world, buyer, saleId));
  expect(commands.length).toBeLessThanOrEqual(18);
});
