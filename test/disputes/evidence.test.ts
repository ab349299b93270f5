import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { act, invite } from '../accounts/flows';
import { buyListings, listLead, soldLead } from '../kit/trading';
import { acceptedLead, submit, type Told } from '../leads/submitting';
import { joins } from '../market/buying';
import { openDispute, wrongPersonLog } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
beforeEach(async () => {
  buyer = await world.business({ funds: '1500.00' });
});
afterAll(() => world.close());

/** A lead that the checks were not sure of and a moderator let pass. */
async function doubtfulLead(told: Told): Promise<string> {
  const { outcome, lead } = await submit(world, agency, told);
  expect(outcome).toBe('QUARANTINED');
  const moderator = await world.admin('MODERATOR');
  const input = { leadId: lead!.id, reason: 'Looks odd, may still be real.' };
  expect((await act(world, moderator, 'releaseFromQuarantine', input)).__typename).toBe('ReleaseFromQuarantinePayload');
  return lead!.id;
}

/** A lot of three sound leads and this one as the fourth, of which no preview is shown, bought; gives its sale. */
async function soldUnseen(leadId: string): Promise<string> {
  const leadIds: string[] = [];
  for (let n = 0; n < 3; n++) leadIds.push(await acceptedLead(world, agency));
  const terms = { maxSales: 1, floor: { minor: 40_000, currency: 'USD' } };
  const { lot } = await act(
    world,
    agency,
    'createLot',
    { name: 'Four', leadIds: [...leadIds, leadId], terms },
    'lot { id }',
  );
  await act(world, agency, 'listLot', { lotId: lot.id });
  const sales = await buyListings(world, buyer, [lot.id]);
  return sales.find((sale) => sale.leadId === leadId)!.saleId;
}

async function soldShown(leadId: string): Promise<string> {
  const [sale] = await buyListings(world, buyer, [await listLead(world, agency, leadId)]);
  return sale!.saleId;
}

describe('what the platform finds by itself', () => {
  it('BOT: signals stored at intake over the line decide for the buyer at once where no preview showed them', async () => {
    const saleId = await soldUnseen(await doubtfulLead({ name: 'Asdfgh Qwerty' }));
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'BOT' });
    expect(dispute).toMatchObject({
      state: 'ACCEPTED',
      sale: { state: 'REFUNDED' },
      evidence: [
        { lookUp: 'ROBOT_SIGNALS', isProof: true },
        { lookUp: 'OTHER_BUYERS' },
        {
          lookUp: 'SIGNALS',
          isProof: false,
          text: expect.stringContaining('run of neighbouring keys or letters. Weight 60'),
        },
      ],
    });
    expect(dispute.steps[1]).toMatchObject({ by: 'RULES', kind: 'ACCEPTED', note: dispute.evidence[0].text });
  });

  it('BOT: what the preview showed before paying speaks for the buyer and is left to people', async () => {
    const saleId = await soldShown(await doubtfulLead({ name: 'Qwerty Asdfgh' }));
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'BOT' });
    expect(dispute).toMatchObject({ state: 'OPEN', evidence: [{ speaksFor: 'BUYER', isProof: false }, {}, {}] });
    expect(dispute.evidence[2].text).toContain('The preview showed it before the purchase.');
  });

  it('PRANK: a signal of the checks is evidence in its own words, of a repeat too, and people decide', async () => {
    const saleId = await soldShown(await doubtfulLead({ name: 'Donald Trump' }));
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'PRANK' });
    expect(dispute).toMatchObject({
      state: 'OPEN',
      evidence: [
        { lookUp: 'DENIAL', speaksFor: 'NEITHER' },
        { lookUp: 'OTHER_BUYERS' },
        { lookUp: 'SIGNALS', speaksFor: 'BUYER', isProof: false },
      ],
    });
    expect(dispute.evidence[2].text).toMatch(
      /^The name is that of a celebrity or an invented figure, or a play on words\. Weight 60, rules/,
    );

    const told = await soldLead(world, { agency, buyer });
    const touches = database().collection<{ leadId: string; signal: object }>('lead_touches');
    const signal = { code: 'PHONE_MANY_NAMES', weight: 45, evidence: 'Many names.', ruleVersion: 7, at: new Date() };
    await touches.insertOne({ leadId: told.leadId, signal });
    const repeated = await openDispute(world, buyer, told.saleId, { reason: 'PRANK' });
    expect(repeated.dispute.evidence[2]).toMatchObject({
      lookUp: 'SIGNALS',
      text: 'Many names. Weight 45, rules of version 7.',
    });
  });

  it('TYPO: a number that cannot exist decides at once, without a log, where no preview showed it', async () => {
    const leadId = await acceptedLead(world, agency);
    // As the checks leave it for a number that no plan has.
    const leads = database().collection<{ _id: string }>('leads');
    await leads.updateOne({ _id: leadId }, { $set: { 'reach.phone': 'DEAD' } });
    const saleId = await soldUnseen(leadId);
    const { dispute } = await openDispute(world, buyer, saleId, { reason: 'TYPO' });
    expect(dispute).toMatchObject({ state: 'ACCEPTED', sale: { state: 'REFUNDED' } });
    expect(dispute.evidence[0]).toMatchObject({ lookUp: 'REACHABILITY', isProof: true });
    const shown = await soldShown(await doubtfulLead({ phone: '+254 2' }));
    const asked = await openDispute(world, buyer, shown, { reason: 'TYPO' });
    expect(asked.__typename).toBe('ProofMissing');
    const callLog = wrongPersonLog(world);
    const claimed = await openDispute(world, buyer, shown, { reason: 'TYPO', callLog });
    expect(claimed.dispute).toMatchObject({
      state: 'OPEN',
      evidence: [{ speaksFor: 'BUYER', isProof: false }, {}, {}, { lookUp: 'SIGNALS', speaksFor: 'BUYER' }],
    });
  });

  /** Somebody with this address joins the organisation. */
  async function hires(organisation: Actor, email: string): Promise<void> {
    const { token } = await invite(world, organisation, email, 'MANAGER');
    await act(world, null, 'acceptInvitation', { token, name: 'Some Body', password: 'a-horse-battery-of-staples' });
  }

  const claimed = async (saleId: string) => (await openDispute(world, buyer, saleId, { reason: 'COMPETITOR' })).dispute;

  it('COMPETITOR: the mail domain of staff of another buyer of the niche decides for the buyer at once', async () => {
    const rival = await world.business({ funds: '500.00' });
    await hires(rival, 'sales@rival-cover.example');
    const before = await soldLead(world, { agency, buyer }, { email: 'curious@rival-cover.example' });
    const known = { lookUp: 'SIGNALS', speaksFor: 'NEITHER' };
    expect(await claimed(before.saleId)).toMatchObject({
      state: 'OPEN',
      evidence: [{ speaksFor: 'AGENCY' }, {}, known],
    });

    await soldLead(world, { agency, buyer: rival });
    // Of who claims so much of so little a person looks at each claim.
    buyer = await world.business({ funds: '1500.00' });
    const dispute = await claimed(await soldUnseen(await doubtfulLead({ email: 'nosy@rival-cover.example' })));
    expect(dispute).toMatchObject({
      state: 'ACCEPTED',
      evidence: [{ lookUp: 'SELLER_DOMAIN', isProof: true }, {}, {}],
    });
    expect(JSON.stringify(dispute.evidence)).not.toContain('rival');
    // Whoever read the finding in the preview, and bought, leaves it to people.
    const shown = await claimed(
      await soldShown(await doubtfulLead({ name: 'Pili Omari', email: 'pry@rival-cover.example' })),
    );
    expect(shown).toMatchObject({ state: 'OPEN', evidence: [{ speaksFor: 'BUYER', isProof: false }, {}, {}] });
  });

  it('COMPETITOR: the mail domain of an agency that deals in the niche decides for the buyer at once', async () => {
    const dealer = await world.agency();
    await hires(dealer, 'desk@lead-dealer.example');
    await soldLead(world, { agency: dealer, buyer });
    const saleId = await soldUnseen(await doubtfulLead({ email: 'probe@lead-dealer.example' }));
    expect(await claimed(saleId)).toMatchObject({ state: 'ACCEPTED', evidence: [{ isProof: true }, {}, {}] });
  });

  it('COMPETITOR: who takes the domain of a lead that was read, and buys in the niche, makes no proof', async () => {
    const [reader, puppet] = [await world.business({ funds: '500.00' }), await world.business({ funds: '500.00' })];
    const told = { email: 'someone@honest-works.example' };
    await soldLead(world, { agency, buyer: reader }, told, { maxSales: 2 });
    const [listing] = (await world.ask(agency, '{ myListings(first: 1) { nodes { id } } }')).nodes;
    // The first buyer of a shared lead has read its domain before the second one buys.
    await hires(puppet, 'ceo@honest-works.example');
    await soldLead(world, { agency, buyer: puppet });
    const [late] = await buyListings(world, buyer, [listing.id]);
    const dispute = await claimed(late!.saleId);
    expect(dispute).toMatchObject({ state: 'OPEN', evidence: [{ isProof: false, speaksFor: 'NEITHER' }, {}] });
    expect(dispute.evidence[0].text).toContain('only since after the lead came');
  });

  it('COMPETITOR: an organisation that shares people with the buyer proves nothing', async () => {
    const second = await world.business({ funds: '500.00' });
    await joins(world, buyer, second);
    await hires(second, 'boss@second-firm.example');
    await soldLead(world, { agency, buyer: second });
    const saleId = await soldShown(await doubtfulLead({ email: 'friend@second-firm.example' }));
    const own = { lookUp: 'SIGNALS', speaksFor: 'NEITHER' };
    expect(await claimed(saleId)).toMatchObject({ state: 'OPEN', evidence: [{ speaksFor: 'AGENCY' }, {}, own] });
  });

  it('COMPETITOR: one’s own staff and public mail prove nothing', async () => {
    await soldLead(world, { agency, buyer });
    await hires(buyer, 'me@own-firm.example');
    const own = await claimed(await soldShown(await doubtfulLead({ email: 'you@own-firm.example' })));
    expect(own).toMatchObject({ state: 'OPEN', evidence: [{ isProof: false }, {}, { speaksFor: 'NEITHER' }] });
    const sales: string[] = [];
    for (const email of ['someone@example.com', 'anybody@gmail.com'])
      sales.push((await soldLead(world, { agency, buyer }, { email })).saleId);
    for (const saleId of sales)
      expect(await claimed(saleId)).toMatchObject({ state: 'OPEN', evidence: [{ isProof: false }, {}] });
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
