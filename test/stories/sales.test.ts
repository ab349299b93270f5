import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { buyListings, listLead, soldLead } from '../kit/trading';
import { acceptedLead } from '../leads/submitting';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { earningsOf, tellLedger } from './tell';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeEach(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '500.00' });
});
afterEach(() => world.close());

async function pass(span: string): Promise<void> {
  await world.clock.move(span);
  [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
}

describe('the money of a sale', () => {
  it('bought and released: after a week without a claim it is the agency’s, less the fee', async () => {
    const sale = await soldLead(world, { agency, buyer });
    await pass('8d');
    expect(await world.runJob('releaseSales')).toBe(1);
    await world.settle();
    expect(await tellLedger({ agency, buyer }, { sale })).toBe(`
entry     adjustment:market  wallet:buyer  hold:agency  payable:agency  revenue:fees
funds               -500.00        500.00
pur:sale                          -100.00       100.00
rel:sale                                       -100.00           85.00         15.00
=                   -500.00        400.00         0.00           85.00         15.00
`);
    expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 0 }, available: { minor: 8500 } });
  });

  it('bought, disputed, refunded: everything goes back, fee and all', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, sale.saleId, { reason: 'PRANK' });
    await answerDispute(world, agency, dispute.id);
    await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id);
    await pass('8d');
    expect(await world.runJob('releaseSales')).toBe(0);
    expect(await tellLedger({ agency, buyer }, { sale })).toBe(`
entry     adjustment:market  wallet:buyer  hold:agency
funds               -500.00        500.00
pur:sale                          -100.00       100.00
ref:sale                           100.00      -100.00
=                   -500.00        500.00         0.00
`);
    expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 0 }, refunded: { minor: 10_000 } });
  });

  it('partly refunded: the fee is taken of what the buyer did not get back', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, sale.saleId, { reason: 'NOT_AS_LISTED' });
    await answerDispute(world, agency, dispute.id);
    await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id, {
      refund: { amount: { minor: 3333, currency: 'USD' } },
    });
    await pass('8d');
    expect(await world.runJob('releaseSales')).toBe(1);
    expect(await tellLedger({ agency, buyer }, { sale })).toBe(`
entry     adjustment:market  wallet:buyer  hold:agency  payable:agency  revenue:fees
funds               -500.00        500.00
pur:sale                          -100.00       100.00
ref:sale                            33.33       -33.33
rel:sale                                        -66.67           56.67         10.00
=                   -500.00        433.33         0.00           56.67         10.00
`);
  });

  it('two buyers of a shared lead: a refund of the one leaves the other as it is', async () => {
    const second = await world.business({ funds: '500.00' });
    const listing = await listLead(world, agency, await acceptedLead(world, agency), { maxSales: 2 });
    await world.settle();
    const [one] = await buyListings(world, buyer, [listing]);
    const [other] = await buyListings(world, second, [listing]);
    await world.settle();
    const { dispute } = await openDispute(world, buyer, one!.saleId, { reason: 'NO_CONSENT' });
    await answerDispute(world, agency, dispute.id, { concedes: true });
    await pass('8d');
    expect(await world.runJob('releaseSales')).toBe(1);
    expect(await tellLedger({ agency, buyer, second }, { one: one!, other: other! })).toBe(`
entry      adjustment:market  wallet:buyer  wallet:second  hold:agency  payable:agency  revenue:fees
funds                -500.00        500.00
funds                -500.00                       500.00
pur:one                            -100.00                      100.00
pur:other                                         -100.00       100.00
ref:one                             100.00                     -100.00
rel:other                                                      -100.00           85.00         15.00
=                   -1000.00        500.00         400.00         0.00           85.00         15.00
`);
  });

  it('the agency is silent: after 48 hours the buyer has its money back', async () => {
    const sale = await soldLead(world, { agency, buyer });
    await openDispute(world, buyer, sale.saleId, { reason: 'BOT' });
    await pass('48h');
    expect(await world.runJob('disputes.clocks')).toBe(1);
    await pass('8d');
    expect(await world.runJob('releaseSales')).toBe(0);
    expect(await tellLedger({ agency, buyer }, { sale })).toBe(`
entry     adjustment:market  wallet:buyer  hold:agency
funds               -500.00        500.00
pur:sale                          -100.00       100.00
ref:sale                           100.00      -100.00
=                   -500.00        500.00         0.00
`);
  });
});
