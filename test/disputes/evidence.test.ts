import { type Actor, createWorld, type World } from '../kit/world';
import { act, invite } from '../accounts/flows';
import { buyListings, listLead, soldLead, type SoldLead } from '../kit/trading';
import { submit, type Told } from '../leads/submitting';
import { openDispute } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
beforeEach(async () => {
  buyer = await world.business({ funds: '500.00' });
});
afterAll(() => world.close());

/** A lead that the checks were not sure of and a moderator let pass, sold. */
async function doubtfulLead(told: Told): Promise<SoldLead> {
  const { outcome, lead } = await submit(world, agency, told);
  expect(outcome).toBe('QUARANTINED');
  const moderator = await world.admin('MODERATOR');
  const input = { leadId: lead!.id, reason: 'Looks odd, may still be real.' };
  expect((await act(world, moderator, 'releaseFromQuarantine', input)).__typename).toBe('ReleaseFromQuarantinePayload');
  const listing = await listLead(world, agency, lead!.id);
  await world.settle();
  const [sale] = await buyListings(world, buyer, [listing]);
  return sale!;
}

describe('what the platform finds by itself', () => {
  it('BOT: signals stored at intake over the line decide for the buyer at once', async () => {
    const { saleId } = await doubtfulLead({ name: 'Asdfgh Qwerty' });
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'BOT' });
    expect(dispute).toMatchObject({
      state: 'ACCEPTED',
      sale: { state: 'REFUNDED' },
      evidence: [{ lookUp: 'ROBOT_SIGNALS', isProof: true }, { lookUp: 'OTHER_BUYERS' }],
    });
    expect(dispute.steps[1]).toMatchObject({ by: 'RULES', kind: 'ACCEPTED', note: dispute.evidence[0].text });
  });

  it('TYPO: a number that cannot exist decides for the buyer at once, without a log', async () => {
    const { saleId } = await doubtfulLead({ phone: '+254 1' });
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'TYPO' });
    expect(dispute).toMatchObject({ state: 'ACCEPTED', sale: { state: 'REFUNDED' } });
    expect(dispute.evidence[0]).toMatchObject({ lookUp: 'REACHABILITY', isProof: true });
  });

  it('COMPETITOR: the mail domain of staff of another buyer of the niche decides for the buyer at once', async () => {
    const rival = await world.business({ funds: '500.00' });
    const { token } = await invite(world, rival, 'sales@rival-cover.example', 'AGENT');
    await act(world, null, 'acceptInvitation', { token, name: 'Rival Agent', password: 'a-horse-battery-of-staples' });
    const told = { email: 'curious@rival-cover.example' };
    const before = await soldLead(world, { agency, buyer }, told);
    const early = await openDispute(world, buyer, before.saleId, { reason: 'COMPETITOR' });
    expect(early.dispute).toMatchObject({ state: 'OPEN', evidence: [{ speaksFor: 'AGENCY' }, {}] });

    await soldLead(world, { agency, buyer: rival });
    const after = await soldLead(world, { agency, buyer }, { email: 'nosy@rival-cover.example' });
    const { dispute } = await openDispute(world, buyer, after.saleId, { reason: 'COMPETITOR' });
    expect(dispute).toMatchObject({ state: 'ACCEPTED', evidence: [{ lookUp: 'SELLER_DOMAIN', isProof: true }, {}] });
    expect(JSON.stringify(dispute.evidence)).not.toContain('rival');
  });

  it('COMPETITOR: one’s own staff and public mail prove nothing', async () => {
    await soldLead(world, { agency, buyer });
    const { token } = await invite(world, buyer, 'me@own-firm.example', 'AGENT');
    await act(world, null, 'acceptInvitation', { token, name: 'Own Agent', password: 'a-horse-battery-of-staples' });
    for (const email of ['you@own-firm.example', 'someone@example.com', 'anybody@gmail.com']) {
      const sale = await soldLead(world, { agency, buyer }, { email });
      const { dispute } = await openDispute(world, buyer, sale.saleId, { reason: 'COMPETITOR' });
      expect(dispute).toMatchObject({ state: 'OPEN', evidence: [{ isProof: false }, {}] });
    }
  });

  it('S55: tells how other buyers of a shared lead fared', async () => {
    const other = await world.business({ funds: '500.00' });
    const first = await soldLead(world, { agency, buyer: other }, {}, { maxSales: 2 });
    const listings = await world.ask(agency, '{ myListings(first: 1) { nodes { id } } }');
    const [second] = await buyListings(world, buyer, [listings.nodes[0].id]);
    expect(second!.leadId).toBe(first.leadId);
    await openDispute(world, other, first.saleId, { reason: 'PRANK' });
    const { dispute } = await openDispute(world, buyer, second!.saleId, { reason: 'PRANK' });
    expect(dispute.evidence[1]).toMatchObject({
      lookUp: 'OTHER_BUYERS',
      speaksFor: 'BUYER',
      text: 'Other buyers of this lead: 1; disputed by 1, refunded to 0.',
    });
  });
});
