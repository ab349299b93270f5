import { createHash, createHmac } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import { config } from '../../server/config';
import { collections } from '../../server/modules/leads/collections';
import { LeadContacts } from '../../server/modules/leads/model';
import { sealExactAnswers } from '../../server/modules/leads/sealExactAnswers';
import { createWorld, type Actor, type World } from '../kit/world';
import { listLeads } from '../market/buying';
import { getReport, importFile } from '../leads/batches';
import { acceptedLead, anotherPhone, consentGiven, submit } from '../leads/submitting';

let world: World;
let agency: Actor;
let rival: Actor;
let business: Actor;
let moderator: Actor;

beforeAll(async () => {
  world = await createWorld();
  [agency, rival] = [await world.agency(), await world.agency()];
  business = await world.business();
  moderator = await world.admin('MODERATOR');
});
afterAll(() => world.close());

const CONTACT =
  'query C($leadId: ID!) { agencyLeadContact(leadId: $leadId) { name phone email details { label value } } }';
const REVEAL = `mutation R($input: RevealContactInput!) {
  revealContact(input: $input) { __typename ... on RevealContactPayload { contact { name phone } } ... on UserError { message } }
}`;

const contactOf = (actor: Actor, leadId: string) => world.ask(actor, CONTACT, { leadId });
const looksAt = (leadId: string) => mongoose.connection.collection('disclosures').find({ leadId }).toArray();
const rowOf = (collection: string, id: string) =>
  mongoose.connection.collection(collection).findOne({ _id: id as never });

const CANARY = {
  name: 'Zawadi Kanariwanjiku',
  phone: '+254 722 774 139',
  email: 'zawadi.kanari@canary-nest.co.ke',
  comment: 'the canary sings at seven',
  consent: consentGiven({ ip: '198.51.100.77', page: 'https://forms.example.com/car?email=zawadi.kanari' }),
};
const MARKERS = ['Kanariwanjiku', '722774139', 'zawadi', 'canary-nest', 'sings at seven', '198.51.100.77'];

describe('S13: a lead has no contact', () => {
  test('no field of Lead leads to a contact type or carries one', async () => {
    const id = await acceptedLead(world, agency, CANARY);
    const type = await world.ask(
      null,
      '{ __type(name: "Lead") { fields { name type { name ofType { name ofType { name } } } } } }',
    );
    const fields = type.fields as { name: string; type: object }[];
    expect(fields.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(name|phone|email|contact)$/i)]),
    );
    expect(JSON.stringify(fields)).not.toContain('LeadContact');
    const query = `query L($id: ID!) { lead(id: $id) {
      id state preview { text answers { value { text } } } signals { evidence } consent { text page } touches { at } externalId decision { reason } } }`;
    for (const actor of [agency, moderator]) {
      const said = JSON.stringify(await world.ask(actor, query, { id }));
      expect(said).toContain('Z••• K•••, Nairobi, mobile');
      for (const marker of MARKERS) expect(said).not.toContain(marker);
    }
  });

  test('its contact hangs on its own door: to its agency only, and every look is recorded', async () => {
    const id = await acceptedLead(world, agency, { name: 'Achieng Otieno', phone: '+254 722 903 114' });
    expect(await contactOf(agency, id)).toMatchObject({ name: 'Achieng Otieno', phone: '+254722903114' });
    expect(await contactOf(rival, id)).toBeNull();
    expect(await contactOf(rival, 'lead_none')).toBeNull();
    const { errors } = await world.graphql(business, CONTACT, { leadId: id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await looksAt(id)).toEqual([
      expect.objectContaining({
        basis: 'OWNER',
        organisationId: agency.organisationId,
        personId: agency.personId,
        saleId: null,
      }),
    ]);
  });

  test('staff see it for a reason that is recorded, and not without one', async () => {
    const id = await acceptedLead(world, agency);
    expect(await world.ask(moderator, REVEAL, { input: { leadId: id, reason: ' ' } })).toMatchObject({
      __typename: 'InvalidInput',
    });
    const answer = await world.ask(moderator, REVEAL, { input: { leadId: id, reason: 'The name looks invented' } });
    expect(answer.contact.name).toBe('Wanjikũ Kamau');
    expect(await looksAt(id)).toEqual([expect.objectContaining({ basis: 'STAFF', reason: 'The name looks invented' })]);
    const { errors } = await world.graphql(await world.admin('FINANCE'), REVEAL, {
      input: { leadId: id, reason: 'curious' },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('S15: before a purchase only coarse facts are told', () => {
  const told = {
    nicheId: 'niche_life-insurance',
    name: 'Nekesa Barasa',
    city: 'Wundanyi',
    answers: [
      { key: 'age', value: '34' },
      { key: 'isSmoker', value: 'yes' },
      { key: 'sumInsured', value: 'KES 2,345,678' },
    ],
  };
  const details = [
    { label: 'City', value: 'Wundanyi' },
    { label: 'Age', value: '34' },
    { label: 'Smokes', value: 'yes' },
    { label: 'Sum to insure', value: 'KES 2,345,678' },
  ];
  const PREVIEWED = `query ($id: ID!) { listing(id: $id) { region { name }
    previews { text answers { field { key } value { text } } } } }`;

  test('numbers stand in bands, a small town as its region, health nowhere; the contact has them exactly', async () => {
    const [id] = await listLeads(world, agency, 1, {}, told);
    const { region, previews } = await world.ask(business, PREVIEWED, { id });
    expect({ region, previews }).toEqual({
      region: { name: 'Taita-Taveta' },
      previews: [
        {
          text: 'N••• B•••, Taita-Taveta, mobile and e-mail',
          answers: [
            { field: { key: 'age' }, value: { text: '30 to 39' } },
            { field: { key: 'sumInsured' }, value: { text: '2,000,000 to 5,000,000' } },
          ],
        },
      ],
    });
    const listing = await rowOf('listings', id!);
    expect((await contactOf(agency, listing!.leadIds[0])).details).toEqual(expect.arrayContaining(details));
  });

  test('what once lay open exactly is sealed by the migration, which may be run again', async () => {
    const id = await acceptedLead(world, agency, { ...told, answers: null });
    const answers = [
      { key: 'age', text: '34', number: 34 },
      { key: 'isSmoker', text: 'yes', isTrue: true },
      { key: 'sumInsured', text: '2345678', number: 2345678 },
    ];
    const before = await rowOf('lead_contacts', id);
    for (let run = 0; run < 2; run++) {
      await mongoose.connection.collection('leads').updateOne({ _id: id as never }, { $set: { answers } });
      await sealExactAnswers.up();
      expect((await rowOf('leads', id))!.answers).toEqual([
        { key: 'age', text: '30 to 39' },
        { key: 'sumInsured', text: '2,000,000 to 5,000,000' },
      ]);
      const contact = await contactOf(agency, id);
      expect(contact).toMatchObject({ name: told.name, phone: expect.stringMatching(/^\+254/) });
      const exact = [...details.slice(1, 3), { label: 'Sum to insure', value: '2345678' }];
      expect(
        contact.details.filter(({ label }: { label: string }) => exact.some((one) => one.label === label)),
      ).toEqual(exact);
    }
    const { sealed: _sealed, ...rest } = (await rowOf('lead_contacts', id))!;
    expect(before).toMatchObject(rest);
  });
});

describe('S16: nobody can test for a phone or an e-mail that is not theirs', () => {
  test('no argument and no filter of a read takes a contact', async () => {
    const { inputFields } = await world.ask(null, '{ __type(name: "LeadFilter") { inputFields { name } } }');
    expect(inputFields.map(({ name }: { name: string }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/name|phone|email|search|text|^contact$/i)]),
    );
  });

  test('a probe by a duplicate needs a consent record, tells only that the person is known, and leaves its trace', async () => {
    const phone = anotherPhone();
    const id = await acceptedLead(world, agency, { phone });
    expect((await submit(world, rival, { phone, consent: consentGiven({ text: ' ' }) })).outcome).toBe('REJECTED');
    const probe = await submit(world, rival, { phone });
    expect(probe).toEqual({
      __typename: 'SubmitLeadPayload',
      outcome: 'DUPLICATE',
      lead: null,
      emailMeant: null,
      notes: [],
      reasons: [{ code: 'DUPLICATE', message: expect.stringContaining('known to the market') }],
    });
    const traces = await mongoose.connection.collection('lead_touches').find({ leadId: id }).toArray();
    expect(traces).toEqual([
      expect.objectContaining({ agencyId: rival.organisationId, leadAgencyId: agency.organisationId }),
    ]);
  });
});

describe('S36: contacts are sealed, each under its own key and in its place', () => {
  test('nothing of a contact lies plain in any collection', async () => {
    await submit(world, agency, { ...CANARY, phone: '0722774139' });
    await world.settle();
    const names = (await mongoose.connection.db!.listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining(['leads', 'lead_contacts', 'outbox', 'audit', 'idem']));
    for (const name of names) {
      const rows = await mongoose.connection.collection(name).find().toArray();
      const dump = mongoose.mongo.BSON.EJSON.stringify(rows) + rows.map(binaries).join('');
      for (const marker of MARKERS) expect(`${name}: ${dump.includes(marker)}`).toBe(`${name}: false`);
    }
  });

  test('equal contacts have different ciphertexts, keys and nonces', async () => {
    const [a, b] = [await acceptedLead(world, agency), await acceptedLead(world, agency)];
    const [first, second] = [await rowOf('lead_contacts', a), await rowOf('lead_contacts', b)];
    const name = (row: typeof first): Buffer => Buffer.from(row!.sealed.fields.name.buffer as Uint8Array);
    expect(name(first)).not.toEqual(name(second));
    expect(name(first).subarray(0, 12)).not.toEqual(name(second).subarray(0, 12));
    expect(first!.sealed.wrappedKey).not.toEqual(second!.sealed.wrappedKey);
  });

  test.each([
    ['moved to another record', (_own: object, other: object) => other],
    [
      'in another field',
      (own: { fields: { name: unknown; phone: unknown } }) => ({
        ...own,
        fields: { ...own.fields, name: own.fields.phone },
      }),
    ],
    ['under another key version', (own: object) => ({ ...own, keyVersion: 2 })],
  ])('a ciphertext %s does not open, and nothing of it is told', async (_how, change) => {
    const [own, other] = [await acceptedLead(world, agency), await acceptedLead(world, agency)];
    const [row, foreign] = [await rowOf('lead_contacts', own), await rowOf('lead_contacts', other)];
    const sealed = change(row!.sealed as never, foreign!.sealed as never);
    await mongoose.connection.collection('lead_contacts').updateOne({ _id: own as never }, { $set: { sealed } });
    const { data, errors } = await world.graphql(agency, CONTACT, { leadId: own });
    expect(data?.agencyLeadContact ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toMatch(/Wanjik|cipher|auth|key/i);
  });
});

/** The bytes of a row's binary fields as text, where a dump shows them in base64. */
function binaries(value: unknown): string {
  if (value instanceof mongoose.mongo.Binary) return Buffer.from(value.buffer).toString('latin1');
  if (value === null || typeof value !== 'object' || value instanceof Date) return '';
  return Object.values(value).map(binaries).join('');
}

describe('S38: persons are found by keyed hashes of normalised values', () => {
  const hmac = (text: string): string => createHmac('sha256', config.contactHashKey).update(text).digest('base64url');

  test('the hash is HMAC-SHA-256 with its own key over E.164 and the lower-case IDNA address', async () => {
    const id = await acceptedLead(world, agency, { phone: '0722 555 318', email: 'Γιώργος.Σ@ΠΑΡΆΔΕΙΓΜΑ.ΕΛ' });
    expect(await rowOf('lead_contacts', id)).toMatchObject({
      phoneHash: hmac('phone:+254722555318'),
      emailHash: hmac('email:γιώργοσ.σ@xn--hxajbheg2az3al.xn--qxam'),
    });
    expect(config.contactHashKey).not.toBe(config.appSecret);
    const row = JSON.stringify(await rowOf('lead_contacts', id));
    expect(row).not.toContain(createHash('sha256').update('+254722555318').digest('base64url'));
  });

  test('the look-ups of the duplicate check lie in indexes of those hashes', () => {
    const { indexes } = collections.find(({ name }) => name === 'lead_contacts')!;
    expect(indexes.map(({ key }) => Object.keys(key)[0])).toEqual(
      expect.arrayContaining(['phoneHash', 'emailHash', 'matchKeys']),
    );
  });
});

describe('S41: no consent record, no listing', () => {
  test.each([
    ['text', { text: '' }],
    ['page', { page: null }],
  ])('a lead without %s of consent is refused, and nothing of its person is kept', async (_part, told) => {
    const answer = await submit(world, agency, { consent: consentGiven(told) });
    expect(answer).toMatchObject({ outcome: 'REJECTED', lead: null });
    expect(answer.reasons[0]!.code).toMatch(/^CONSENT_/);
    const last = await mongoose.connection
      .collection('leads')
      .findOne({ agencyId: agency.organisationId }, { sort: { submittedAt: -1, _id: -1 } });
    expect(last).toMatchObject({ state: 'REJECTED', preview: '', answers: [] });
    expect(await rowOf('lead_contacts', String(last!._id))).toBeNull();
  });

  test('the record holds text hash, page, time, method, IP address and recipients', async () => {
    const id = await acceptedLead(world, agency);
    const { consent } = (await rowOf('lead_contacts', id))!;
    const { text } = consentGiven();
    expect(consent).toEqual({
      textHash: createHash('sha256').update(String(text)).digest('hex'),
      page: 'https://forms.example.com/insurance',
      at: new Date(String(consentGiven().at)),
      method: 'WEB_FORM',
      hasIp: true,
      recipients: ['AGENCY', 'BUYERS'],
      seal: expect.any(String),
    });
    const { details } = await contactOf(agency, id);
    expect(details).toContainEqual({ label: 'IP address of the consent', value: '203.0.113.7' });
  });

  test('a text and a page that name the person lie open without it; the contact has the whole text', async () => {
    const text = 'I, Zuberi Kanarimwana, agree that insurers call me on +254 722 774 561.';
    const page = 'https://forms.example.com/thanks/zuberi@canary-nest.co.ke';
    const told = { name: 'Zuberi Kanarimwana', phone: '+254 722 774 561', consent: consentGiven({ text, page }) };
    const id = await acceptedLead(world, agency, told);
    const { consent } = await world.ask(agency, 'query L($id: ID!) { lead(id: $id) { consent { text page } } }', {
      id,
    });
    expect(consent).toEqual({
      text: 'I, ••• •••, agree that insurers call me on •••.',
      page: 'https://forms.example.com/thanks/•••',
    });
    expect((await contactOf(agency, id)).details).toContainEqual({ label: 'Text of the consent', value: text });
    const texts = await mongoose.connection.collection('consent_texts').find().toArray();
    expect(JSON.stringify(texts)).not.toMatch(/Kanarimwana|774 561/);
  });

  test('the record and the sealed contact cannot be changed through the model', async () => {
    const id = await acceptedLead(world, agency);
    const before = await rowOf('lead_contacts', id);
    await LeadContacts.updateOne(
      { _id: id },
      { $set: { consent: { ...before!.consent, method: 'PAPER_FORM' }, sealed: {} } },
    );
    expect(await rowOf('lead_contacts', id)).toEqual(before);
  });

  test('the database refuses a contact without a consent record, and a lead with a field that is not on the list', async () => {
    const id = await acceptedLead(world, agency);
    const contact = await rowOf('lead_contacts', id);
    const lead = await rowOf('leads', id);
    const { consent: _consent, ...bare } = contact!;
    const insert = (collection: string, row: object) =>
      mongoose.connection.collection(collection).insertOne({ ...row, _id: 'lead_x' as never });
    await expect(insert('lead_contacts', bare)).rejects.toMatchObject({ code: 121 });
    await expect(insert('leads', { ...lead, phone: '+254722318906' })).rejects.toMatchObject({ code: 121 });
  });
});

describe('S45: no record of the look, no contact', () => {
  /** Does something while the database takes no record of a look. */
  async function unrecorded(what: () => Promise<void>): Promise<void> {
    const { validator } = collections.find(({ name }) => name === 'disclosures')!;
    const setValidator = (given: object) =>
      mongoose.connection.db!.command({ collMod: 'disclosures', validator: given });
    await setValidator({ neverThere: { $exists: true } });
    try {
      await what();
    } finally {
      await setValidator(validator!);
    }
  }

  test('a look that cannot be recorded shows nothing', async () => {
    const id = await acceptedLead(world, agency);
    await unrecorded(async () => {
      for (const [actor, query, variables] of [
        [agency, CONTACT, { leadId: id }],
        [moderator, REVEAL, { input: { leadId: id, reason: 'to decide' } }],
      ] as const) {
        const answer = await world.graphql(actor, query, variables);
        expect(answer.errors?.length).toBe(1);
        expect(JSON.stringify(answer)).not.toMatch(/Wanjik|\+254/);
      }
      expect(await looksAt(id)).toEqual([]);
    });
    expect(await contactOf(agency, id)).toMatchObject({ name: 'Wanjikũ Kamau' });
    expect(await looksAt(id)).toHaveLength(1);
  });

  test('rows of an upload leave by its preview and its report only after the look was recorded', async () => {
    const row = 'Baraka Mwamba,+254711908172,baraka@mwamba-mail.co.ke,Nairobi,2026-05-04';
    const batch = await importFile(world, agency, Buffer.from(`name,phone,email,city,created\n${row}\nNobody,,,,\n`));
    const PREVIEW = 'query ($id: ID!) { batch(id: $id) { preview(first: 5) { cells } } }';
    const looks = () =>
      mongoose.connection.collection('disclosures').find({ batchId: batch.id }).sort({ at: 1 }).toArray();
    await unrecorded(async () => {
      const shown = await world.graphql(agency, PREVIEW, { id: batch.id });
      const report = await getReport(world, agency, batch);
      expect(shown.errors).toHaveLength(1);
      expect(report.status).toBe(500);
      expect(JSON.stringify([shown, report.text])).not.toMatch(/Baraka|711908172/);
    });
    expect(await looks()).toEqual([]);
    expect(JSON.stringify(await world.ask(agency, PREVIEW, { id: batch.id }))).toContain('Baraka');
    expect((await getReport(world, agency, batch)).text).toContain('Baraka');
    expect((await getReport(world, agency, batch, '?rows=problems')).text).not.toContain('Baraka');
    const { organisationId, personId } = agency;
    const look = { batchId: batch.id, leadId: null, basis: 'OWNER', saleId: null, organisationId, personId };
    expect(await looks()).toMatchObject([
      { ...look, reason: 'first rows', rows: 5 },
      { ...look, reason: 'row report', rows: 2 },
      { ...look, reason: 'row report of problems', rows: 1 },
    ]);
    expect((await getReport(world, rival, batch)).status).toBe(404);
    expect(await looks()).toHaveLength(3);
  });

  test('the database refuses a look without a ground, and a look by a sale that names none', async () => {
    const look = { leadId: 'lead_x', organisationId: 'org_x', personId: 'person_x', reason: 'why', at: new Date() };
    const insert = (row: object) =>
      mongoose.connection.collection('disclosures').insertOne({ _id: `disclosure_${Math.random()}` as never, ...row });
    await expect(insert({ ...look, basis: 'CURIOSITY', saleId: null })).rejects.toMatchObject({ code: 121 });
    await expect(insert({ ...look, basis: 'SALE', saleId: null })).rejects.toMatchObject({ code: 121 });
    const atUpload = { ...look, leadId: null, saleId: null, batchId: 'batch_x', rows: 1 };
    await expect(insert({ ...atUpload, basis: 'STAFF' })).rejects.toMatchObject({ code: 121 });
    await expect(insert({ ...look, leadId: null, basis: 'OWNER', saleId: null })).rejects.toMatchObject({ code: 121 });
    await expect(insert({ ...look, basis: 'OWNER', saleId: null, reason: '' })).rejects.toMatchObject({ code: 121 });
  });
});
