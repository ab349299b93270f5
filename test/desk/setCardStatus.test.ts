import { CARD_STATUSES, type CardStatus, nextStatuses } from '../../server/modules/desk/rules';
import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { openDispute, answerDispute } from '../disputes/disputing';
import { addNote, cardIdOf, readCard, readHistory, setCardStatus } from './cards';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
});
afterAll(() => world.close());

const newCard = async (): Promise<string> => cardIdOf((await soldLead(world, { agency, buyer })).saleId);

/** With LOST comes its reason, without which no move to it is whole. */
const move = (cardId: string, status: CardStatus) =>
  setCardStatus(world, buyer, cardId, { status, ...(status === 'LOST' ? { lostReason: 'NO_NEED' } : {}) });

const WAY_TO: Record<CardStatus, CardStatus[]> = {
  NEW: [],
  CONTACTED: ['CONTACTED'],
  QUALIFIED: ['CONTACTED', 'QUALIFIED'],
  PROPOSAL: ['CONTACTED', 'PROPOSAL'],
  WON: ['CONTACTED', 'WON'],
  LOST: ['LOST'],
  REJECTED: ['REJECTED'],
};

async function cardIn(status: CardStatus): Promise<string> {
  const id = await newCard();
  for (const step of WAY_TO[status]) await move(id, step);
  return id;
}

async function everything(): Promise<string> {
  const read = (name: string) => database().collection(name).find().sort({ _id: 1 }).toArray();
  return JSON.stringify(await Promise.all(['cards', 'card_events', 'outbox'].map(read)));
}

describe('setCardStatus', () => {
  it.each(CARD_STATUSES)(
    'S19: a card that is %s moves only as its table lists, and writes nothing else',
    async (status) => {
      const id = await cardIn(status);
      const before = await everything();
      for (const next of CARD_STATUSES) {
        if (nextStatuses(status).includes(next)) continue;
        const refusal = await move(id, next);
        expect([next, refusal.__typename]).toEqual([next, 'Conflict']);
        // It says in the words of the page what may follow.
        const said = [...refusal.message.matchAll(/“(\w+)”/g)].map(([, word]) => word!.toUpperCase());
        expect(said).toEqual([status, ...nextStatuses(status)]);
      }
      expect(await everything()).toBe(before);
      const [allowed] = nextStatuses(status);
      expect((await move(id, allowed!)).card.status).toBe(allowed);
    },
  );

  it('keeps reason, value and history', async () => {
    const id = await cardIn('CONTACTED');
    const won = await setCardStatus(world, buyer, id, {
      status: 'WON',
      dealValue: { minor: '123456789012', currency: 'KES' },
      note: 'Signed for a year.',
    });
    expect(won.card).toMatchObject({ status: 'WON', dealValue: { minor: 123456789012, currency: 'KES' } });
    const lost = await setCardStatus(world, buyer, id, { status: 'LOST', lostReason: 'CHOSE_ANOTHER' });
    expect(lost.card).toMatchObject({ lostReason: 'CHOSE_ANOTHER', nextStatuses: ['CONTACTED'] });
    const again = await setCardStatus(world, buyer, id, { status: 'CONTACTED' });
    expect(again.card.lostReason).toBeNull();
    expect(
      (await readHistory(world, buyer, id)).map(({ kind, to, text }: Record<string, string>) => [kind, to, text]),
    ).toEqual([
      ['STATUS_CHANGED', 'CONTACTED', null],
      ['STATUS_CHANGED', 'LOST', null],
      ['STATUS_CHANGED', 'WON', 'Signed for a year.'],
      ['STATUS_CHANGED', 'CONTACTED', null],
      ['BOUGHT', null, null],
    ]);
  });

  it.each([
    ['LOST without a reason', { status: 'LOST' }, 'lostReason'],
    ['a reason without LOST', { status: 'CONTACTED', lostReason: 'OTHER' }, 'lostReason'],
    ['a value without a deal', { status: 'CONTACTED', dealValue: { minor: 1, currency: 'USD' } }, 'dealValue'],
    ['a note without words', { status: 'CONTACTED', note: '   ' }, 'note'],
  ])('refuses %s', async (_what, input, field) => {
    const id = await newCard();
    const refused = await setCardStatus(world, buyer, id, input);
    expect(refused).toMatchObject({ __typename: 'InvalidInput', path: [field] });
  });

  it.each([
    ['below 0', { minor: -1, currency: 'USD' }],
    ['in an unknown currency', { minor: 1, currency: 'ZZZ' }],
  ])('refuses a deal %s', async (_what, dealValue) => {
    const id = await cardIn('CONTACTED');
    expect((await setCardStatus(world, buyer, id, { status: 'WON', dealValue })).__typename).toBe('InvalidInput');
  });

  it('of two at the same moment lets one through', async () => {
    const id = await newCard();
    const answers = await Promise.all([move(id, 'LOST'), move(id, 'REJECTED')]);
    expect(answers.filter(({ __typename }) => __typename === 'Conflict')).toHaveLength(1);
  });

  it('is over once the sale was refunded', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, sale.saleId);
    expect((await move(cardIdOf(sale.saleId), 'CONTACTED')).__typename).toBe('SetCardStatusPayload');
    await answerDispute(world, agency, dispute.id, { concedes: true });
    expect((await move(cardIdOf(sale.saleId), 'QUALIFIED')).__typename).toBe('Conflict');
    expect((await addNote(world, buyer, cardIdOf(sale.saleId), 'One more try')).__typename).toBe('Conflict');
    expect(await readCard(world, buyer, cardIdOf(sale.saleId))).toMatchObject({ isClosed: true, nextStatuses: [] });
  });
});
