import { answerDispute, decideDispute } from '../disputes/disputing';
import { billedBatch, disputeBatch, readBatch } from '../clicks/disputing';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { earningsOf, tellLedger } from './tell';

let world: World;
let agency: Actor;
let business: Actor;

beforeEach(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  agency = await world.agency();
  business = await world.business({ funds: '500.00' });
});
afterEach(() => world.close());

async function pass(span: string): Promise<void> {
  await world.clock.move(span);
  [agency, business] = [await logIn(world, agency), await logIn(world, business)];
}

describe('the money of a batch of clicks', () => {
  it('given back in part: of twelve visitors five were robots, the rest is the agency’s less the fee', async () => {
    const { batchId, campaignId } = await billedBatch(world, { business, agency }, 12, { dayBudget: usd(5000) });
    await pass('1s');
    const { dispute } = await disputeBatch(world, business, batchId, { reason: 'BOT', count: 8 });
    await answerDispute(world, agency, dispute.id);
    await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id, { refund: { count: 5 } });
    await pass('73h');
    expect(await world.runJob('clicks.release')).toBe(1);
    expect(await readBatch(world, agency, batchId)).toMatchObject({ state: 'RELEASED' });
    // What the entries are about is called by the name that the story gives it.
    const names = { batch: { saleId: batchId }, campaign: { saleId: campaignId } };
    expect(await tellLedger({ agency, business }, names)).toBe(`
entry           adjustment:market  wallet:business  reserved:business  hold:agency  payable:agency  revenue:fees
funds                     -500.00           500.00
set:campaign:1                              -50.00              50.00
use:batch                                                      -25.92        25.92
ref:batch                                    10.80                          -10.80
rel:batch                                                                   -15.12           12.86          2.26
=                         -500.00           460.80              24.08         0.00           12.86          2.26
`);
    expect(await earningsOf(world, agency)).toEqual({
      held: { minor: 0 },
      available: { minor: 1286 },
      refunded: { minor: 1080 },
      fees: { minor: 226 },
    });
  });
});

const usd = (minor: number) => ({ minor, currency: 'USD' });
