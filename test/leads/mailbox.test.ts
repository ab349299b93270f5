import mongoose from '../../server/platform/mongoose';
import { keyedHash } from '../../server/platform/seal';
import { mailboxOf } from '../../server/modules/leads/checks/mailbox';
import { mailboxesOfStoredLeads } from '../../server/modules/leads/vault/mailboxesOfStoredLeads';
import { createWorld, type Actor, type World } from '../kit/world';
import { acceptedLead, submit } from './submitting';

/** One mailbox is one person, however its address is written; what may be somebody else's stays apart. */

test.each([
  ['jane.doe+cars@gmail.com', 'janedoe@gmail.com'],
  ['janedoe@googlemail.com', 'janedoe@gmail.com'],
  ['jane.doe+cars@outlook.com', 'jane.doe@outlook.com'],
  ['+254722@icloud.com', '+254722@icloud.com'],
  ['jane.doe+cars@firm.co.ke', 'jane.doe+cars@firm.co.ke'],
  ['jane.doe@yahoo.com', 'jane.doe@yahoo.com'],
])('%s reaches %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

describe('in the market', () => {
  let world: World;
  let agency: Actor;
  let rival: Actor;
  beforeAll(async () => {
    world = await createWorld();
    [agency, rival] = [await world.agency(), await world.agency()];
  });
  afterAll(() => world.close());

  const contacts = () => mongoose.connection.collection<{ _id: string; emailHash: string }>('lead_contacts');

  test('who comes again under another spelling of the mailbox is known, and a namesake elsewhere is not', async () => {
    const told = { name: 'Achieng Odhiambo', phone: null };
    await acceptedLead(world, agency, { ...told, email: 'achieng.odhiambo@gmail.com' });
    const again = await submit(world, rival, { ...told, email: 'AchiengOdhiambo+loan@googlemail.com' });
    expect(again.outcome).toBe('DUPLICATE');
    const other = { name: 'Chebet Langat', phone: null };
    await acceptedLead(world, agency, { ...other, email: 'c.langat@mail-of-kamau.co.ke' });
    expect((await submit(world, rival, { ...other, email: 'clangat@other-mail.co.ke', city: 'Mombasa' })).outcome).toBe(
      'ACCEPTED',
    );
  });

  test('dots make another mailbox where the provider does not say otherwise: a namesake elsewhere is no duplicate', async () => {
    const first = { name: 'Ezekiel Tanui', city: 'Kericho', email: 'etanui@yahoo.com' };
    await acceptedLead(world, agency, first);
    const other = await submit(world, rival, { ...first, city: 'Nakuru', email: 'e.tanui@yahoo.com' });
    expect(other.outcome).not.toBe('DUPLICATE');
  });

  test('leads that were stored before get the hash of their mailbox, others keep theirs', async () => {
    const tagged = await acceptedLead(world, agency, { email: 'moraa.kerubo+x@gmail.com' });
    const plain = await acceptedLead(world, agency);
    const hashes = async () => [
      (await contacts().findOne({ _id: tagged }))!.emailHash,
      (await contacts().findOne({ _id: plain }))!.emailHash,
    ];
    const before = await hashes();
    await contacts().updateOne(
      { _id: tagged },
      { $set: { emailHash: keyedHash('email', 'moraa.kerubo+x@gmail.com') } },
    );
    await mailboxesOfStoredLeads.up();
    expect(await hashes()).toEqual(before);
  });
});
