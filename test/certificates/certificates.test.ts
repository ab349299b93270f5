import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { database } from '../../server/platform/database';
import { manifests } from '../../server/modules';
import { certificatePage } from '../../server/modules/certificates/html';
import { canonical, type CertificateFile } from '../../server/modules/certificates/document';
import { colleague } from '../accounts/flows';
import { assignCard, cardIdOf } from '../desk/cards';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { buyListings, listLead, type SoldLead, soldLead } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import { acceptedLead, anotherPhone, consentGiven } from '../leads/submitting';
import { erase, proven } from '../rights/person';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  buyer = await world.business({ name: 'Savanna Cover', funds: '9000.00' });
});
afterAll(() => world.close());

const PARTS = `id saleId leadId text textHash page givenAt method seenBy userAgent hasIp recipientNames namedRecipients nicheName issuedAt seal fileAddress`;

const idOf = async (actor: Actor, saleId: string): Promise<string> =>
  (await world.ask(actor, 'query ($id: ID!) { sale(id: $id) { certificate { id } } }', { id: saleId })).certificate.id;

const open = (actor: Actor, id: string) =>
  world.ask(actor, `query ($id: ID!) { certificate(id: $id) { ${PARTS} } }`, { id });

const openSealed = async (actor: Actor, id: string) =>
  (await world.ask(actor, 'query ($id: ID!) { certificate(id: $id) { sealedPart { ip wholeText } } }', { id }))
    ?.sealedPart;

const check = (input: object) =>
  world.ask(
    null,
    `query ($input: CheckCertificateInput!) { checkCertificate(input: $input) {
      __typename ... on CheckCertificatePayload { verdict certificateId seal differences { place part } } ... on UserError { message }
    } }`,
    { input },
  );

async function fileOf(actor: Actor, id: string, form: 'json' | 'html'): Promise<string> {
  const answer = await world.http
    .get(`/api/certificates/${id}/file?form=${form}`)
    .set('authorization', `Bearer ${actor.accessToken}`);
  expect(answer.status).toBe(200);
  return answer.text;
}

const looksAt = (leadId: string) => database().collection('disclosures').find({ leadId }).toArray();

const violations = async (code: string): Promise<string[]> => {
  const all = manifests.flatMap(({ invariants }) => invariants ?? []);
  return all.find((invariant) => invariant.code === code)!.check();
};

/** A sold lead with the certificate of its sale. */
async function certified(told: Record<string, unknown> = {}): Promise<SoldLead & { id: string }> {
  const sale = await soldLead(world, { agency, buyer }, told);
  return { ...sale, id: await idOf(buyer, sale.saleId) };
}

describe('a certificate of consent', () => {
  it('S41: is issued with the purchase and says text, hash, page, time, method and the recipients by name', async () => {
    const { id, saleId, leadId } = await certified();
    await expect(database().collection('certificates').countDocuments({ saleId })).resolves.toBe(1);
    const { text, at } = consentGiven();
    expect(await open(buyer, id)).toMatchObject({
      saleId,
      leadId,
      text,
      textHash: createHash('sha256').update(String(text)).digest('hex'),
      page: 'https://forms.example.com/insurance',
      givenAt: at,
      method: 'WEB_FORM',
      // The page may be anybody's: the agency told of it.
      seenBy: 'AGENCY',
      userAgent: null,
      hasIp: true,
      nicheName: 'Motor insurance',
      recipientNames: ['Baobab Media', 'Savanna Cover'],
      namedRecipients: [],
    });
  });

  it('names whom the form named, and the browser that the server saw, without what somebody wrote of the person into it', async () => {
    const NAMED = ['Savanna Cover', 'Rift Insurers'];
    const values = {
      fullName: 'Nafula Barasa',
      phone: anotherPhone(),
      city: 'Nairobi',
      consentText: String(consentGiven().text),
      consentPage: 'https://forms.example.com/car',
      consentAt: new Date().toISOString(),
      consentMethod: 'WEB_FORM',
      answers: {},
    };
    const browser =
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
    const userAgent = `${browser}\r\n Nafula Barasa`;
    const times = { fillMs: 40_000, tokenAgeMs: 60_000 };
    const origin = { formId: 'form_1', ip: '203.0.113.9', userAgent, deviceId: null, ...times };
    const [outcome] = await acceptRows(
      [{ row: 1, values, namedRecipients: NAMED, origin: { ...origin, isTrapFilled: false } }],
      {
        _id: 'form_of_the_test',
        agencyId: agency.organisationId,
        personId: agency.personId,
        nicheId: 'niche_motor-insurance',
        country: 'KE',
        at: new Date(),
        defaults: {},
      },
    );
    const listing = await listLead(world, agency, (outcome as { leadId: string }).leadId);
    await world.settle();
    const [sale] = await buyListings(world, buyer, [listing]);
    const id = await idOf(buyer, sale!.saleId);
    const certificate = await open(buyer, id);
    expect(certificate).toMatchObject({ namedRecipients: NAMED, seenBy: 'MARKET' });
    const file = await fileOf(buyer, id, 'html');
    expect(file).toContain('<th scope="row">Who saw it given</th><td>The market itself: its own form was sent</td>');
    expect(file).toContain('<th scope="row">Named to the person</th><td>Savanna Cover; Rift Insurers</td>');
    expect(await check({ file })).toMatchObject({ verdict: 'AS_ISSUED' });
    expect(await check({ file: await fileOf(buyer, id, 'json') })).toMatchObject({ verdict: 'AS_ISSUED' });
    const contacts = database().collection<{ _id: string }>('lead_contacts');
    const renamed = (names: string[]) =>
      contacts.updateOne({ _id: sale!.leadId }, { $set: { 'consent.namedRecipients': names } });
    await renamed(['Somebody Else']);
    const differences = [{ place: 'RECORD', part: 'NAMED_RECIPIENTS' }];
    expect(await check({ id })).toMatchObject({ verdict: 'RECORD_CHANGED', differences });
    await renamed(NAMED);
    expect(await check({ id })).toMatchObject({ verdict: 'AS_ISSUED' });
    expect(certificate.userAgent).toBe(`${browser} ••• •••`);
    const named = 'query ($id: ID!) { card(id: $id) { lead { consent { userAgent recipientNames } } } }';
    expect((await world.ask(buyer, named, { id: cardIdOf(sale!.saleId) })).lead.consent).toEqual({
      userAgent: certificate.userAgent,
      recipientNames: ['Baobab Media', 'Savanna Cover'],
    });
    const ofAgency = 'query ($id: ID!) { lead(id: $id) { consent { recipientNames } } }';
    expect((await world.ask(agency, ofAgency, { id: sale!.leadId })).consent.recipientNames).toEqual([
      'Baobab Media',
      'businesses of the niche “Motor insurance” that buy the lead through Leadbourse',
    ]);
  });

  it('is there before the event of the sale was handled, and stays the one there is', async () => {
    const listing = await listLead(world, agency, await acceptedLead(world, agency));
    await world.settle();
    const [sale] = await buyListings(world, buyer, [listing]);
    const ids = await Promise.all([idOf(buyer, sale!.saleId), idOf(agency, sale!.saleId), idOf(buyer, sale!.saleId)]);
    await world.settle();
    expect(new Set([...ids, await idOf(buyer, sale!.saleId)]).size).toBe(1);
  });

  it('opens to its sides and to staff; to all others it reads as missing, and the check tells them no more than that it stands', async () => {
    const { id, saleId } = await certified();
    const other = await world.business({ funds: '10.00' });
    for (const actor of [agency, buyer, await world.admin(), await world.admin('ADJUDICATOR')])
      expect(await open(actor, id)).toMatchObject({ id });
    for (const actor of [other, await world.agency(), await world.admin('FINANCE')]) {
      expect(await open(actor, id)).toBeNull();
      const answer = await world.http
        .get(`/api/certificates/${id}/file`)
        .set('authorization', `Bearer ${actor.accessToken}`);
      expect([answer.status, answer.body.error]).toEqual([404, 'NotFound']);
    }
    const nobody = await world.graphql(null, 'query ($id: ID!) { certificate(id: $id) { id } }', { id });
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await world.http.get(`/api/certificates/${id}/file`)).status).toBe(401);
    expect(await check({ id })).toMatchObject({ verdict: 'AS_ISSUED', certificateId: id, differences: [] });
    expect(await check({ id: saleId })).toMatchObject({ verdict: 'UNKNOWN', certificateId: null });
  });

  it('an agent opens it only while the card is theirs', async () => {
    const { id, saleId } = await certified();
    const agent = await colleague(world, buyer, 'AGENT');
    expect(await open(agent, id)).toBeNull();
    await assignCard(world, buyer, cardIdOf(saleId), agent.personId);
    expect(await open(agent, id)).toMatchObject({ id });
    expect(await openSealed(agent, id)).toMatchObject({ ip: '203.0.113.7' });
  });

  it('S45: shows the IP address to holders of the contact alone, each look recorded first', async () => {
    const { id, leadId, saleId } = await certified();
    await open(buyer, id);
    expect(await looksAt(leadId)).toEqual([]);
    expect(await openSealed(buyer, id)).toEqual({ ip: '203.0.113.7', wholeText: null });
    expect(await openSealed(agency, id)).toMatchObject({ ip: '203.0.113.7' });
    expect(await openSealed(await world.admin(), id)).toBeNull();
    const looks = await looksAt(leadId);
    expect(looks.sort((a, b) => (a.basis < b.basis ? 1 : -1))).toMatchObject([
      { basis: 'SALE', saleId, reason: 'certificate of consent' },
      { basis: 'OWNER', saleId: null, reason: 'certificate of consent' },
    ]);
  });

  it('does not say that what was erased is still there; that it was recorded stays as issued', async () => {
    const email = `sealed.${process.pid}@mail-of-kamau.co.ke`;
    const { id } = await certified({ email });
    const kept = () => world.ask(buyer, 'query ($id: ID!) { certificate(id: $id) { hasIp isSealedPartKept } }', { id });
    expect(await kept()).toEqual({ hasIp: true, isSealedPartKept: true });
    await erase(world, await proven(world, email));
    await world.settle();
    expect(await kept()).toEqual({ hasIp: true, isSealedPartKept: false });
    expect(await openSealed(buyer, id)).toBeNull();
    expect(await check({ id })).toMatchObject({ verdict: 'AS_ISSUED' });
  });

  it('leaves the person out of the text, and keeps the whole of it for holders of the contact', async () => {
    const text = 'I, Nyambura Gathoni, agree that insurers call me about my car.';
    const { id } = await certified({ name: 'Nyambura Gathoni', consent: consentGiven({ text }) });
    const shown = JSON.stringify(await open(buyer, id)) + (await fileOf(await world.admin(), id, 'html'));
    expect(shown).not.toMatch(/Nyambura|Gathoni|203\.0\.113/);
    expect(await openSealed(buyer, id)).toMatchObject({ wholeText: text });
    expect(await fileOf(buyer, id, 'html')).toContain('Nyambura Gathoni');
  });

  it('S55: after a full refund the buyer keeps the certificate without what is sealed with the contact', async () => {
    const { id, saleId } = await certified();
    const { dispute } = await openDispute(world, buyer, saleId);
    const inDispute = 'query ($id: ID!) { dispute(id: $id) { sale { certificate { id } } } }';
    for (const side of [buyer, agency, await world.admin('ADJUDICATOR')])
      expect((await world.ask(side, inDispute, { id: dispute.id })).sale.certificate).toEqual({ id });
    await answerDispute(world, agency, dispute.id);
    await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id, {});
    expect(await open(buyer, id)).toMatchObject({ id });
    expect(await openSealed(buyer, id)).toBeNull();
    expect(await fileOf(buyer, id, 'json')).not.toContain('203.0.113.7');
  });
});

describe('the file of a certificate', () => {
  it('is signed so that anybody can check it with the key alone', async () => {
    const { id } = await certified();
    const { certificate, seal, signature, publicKey, contact } = JSON.parse(await fileOf(buyer, id, 'json'));
    const bytes = Buffer.from(canonical(certificate));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(seal);
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    expect(verify(null, bytes, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(contact).toMatchObject({ certificateId: id, ip: '203.0.113.7' });
  });

  it('comes as a download that no cache keeps and no browser runs', async () => {
    const { id } = await certified();
    const { headers } = await world.http
      .get(`/api/certificates/${id}/file`)
      .set('authorization', `Bearer ${buyer.accessToken}`);
    expect(headers['content-disposition']).toBe(`attachment; filename="${id}.html"`);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is as issued as it was downloaded, with other line ends and with a byte order mark', async () => {
    const { id } = await certified();
    for (const form of ['json', 'html'] as const) {
      const file = await fileOf(buyer, id, form);
      for (const same of [file, file.replaceAll('\n', '\r\n'), `\uFEFF${file}`])
        expect(await check({ file: same })).toMatchObject({ verdict: 'AS_ISSUED', certificateId: id, differences: [] });
    }
    expect(await check({ file: await fileOf(agency, id, 'html') })).toMatchObject({ verdict: 'AS_ISSUED' });
    expect(await check({ file: await fileOf(await world.admin(), id, 'json') })).toMatchObject({
      verdict: 'AS_ISSUED',
    });
  });

  const EDITS: [title: string, edit: (file: CertificateFile) => void, parts: string[]][] = [
    ['another text', ({ certificate }) => (certificate.text += ' And more.'), ['TEXT']],
    ['another page', ({ certificate }) => (certificate.page = 'https://other.example'), ['PAGE']],
    [
      'another time and method',
      ({ certificate }) => Object.assign(certificate, { givenAt: '2026-01-01T00:00:00.000Z', method: 'PAPER_FORM' }),
      ['GIVEN_AT', 'METHOD'],
    ],
    ['a further recipient', ({ certificate }) => certificate.recipients.push('Somebody else'), ['RECIPIENTS']],
    ['a field more', ({ certificate }) => Object.assign(certificate, { extra: true }), ['OTHER']],
    ['another seal', (file) => (file.seal = '0'.repeat(64)), ['SEAL']],
    ['another signature', (file) => (file.signature = 'AAAA'), ['SIGNATURE']],
    ['another IP address', ({ contact }) => (contact!.ip = '198.51.100.1'), ['CONTACT']],
    ['a key that is none', (file) => (file.publicKey = 'none'), ['PUBLIC_KEY']],
  ];
  it.each(EDITS)('names what differs: %s', async (_title, edit, parts) => {
    const { id } = await certified();
    const file = JSON.parse(await fileOf(buyer, id, 'json')) as CertificateFile;
    edit(file);
    const found = await check({ file: JSON.stringify(file) });
    expect(found).toMatchObject({ verdict: 'CHANGED', certificateId: id });
    expect(found.differences).toEqual(parts.map((part) => ({ place: 'FILE', part })));
  });

  const SPELLINGS: [title: string, edit: (text: string) => string, part: string][] = [
    [
      'a page before the real one',
      (text) => text.replace('"page":', '"page": "https://other.example/", "page":'),
      'PAGE',
    ],
    ['another seal before the real one', (text) => text.replace('"seal":', '"seal": "0", "seal":'), 'SEAL'],
    ['a whole certificate before', (text) => text.replace('{', '{ "certificate": {},'), 'OTHER'],
    ['an escaped key', (text) => text.replace('"page":', '"p\\u0061ge": "https://other.example/", "page":'), 'PAGE'],
    ['a part more', (text) => text.replace('{', '{ "note": "calls at night allowed",'), 'OTHER'],
    ['a letter of a part’s name', (text) => text.replace('"contact"', '"cont`ct"'), 'OTHER'],
    ['a part of the contact twice', (text) => text.replace('"ip":', '"ip": "198.51.100.9", "ip":'), 'CONTACT'],
  ];
  it.each(SPELLINGS)('names what stands in the text and is not read: %s', async (_title, edit, part) => {
    const { id } = await certified();
    const text = await fileOf(buyer, id, 'json');
    const differences = [{ place: 'FILE', part }];
    expect(await check({ file: edit(text) })).toMatchObject({ verdict: 'CHANGED', certificateId: id, differences });
    expect((await check({ file: edit(await fileOf(buyer, id, 'html')) })).verdict).toBe('CHANGED');
    // Blanks between its tokens are no part of it.
    expect(await check({ file: JSON.stringify(JSON.parse(text)) })).toMatchObject({ verdict: 'AS_ISSUED' });
  });

  it('names what a page shows differently than its own data says', async () => {
    const { id } = await certified();
    const page = await fileOf(buyer, id, 'html');
    const differing = async (edit: (text: string) => string) => (await check({ file: edit(page) })).differences;
    const shown = (text: string): string => text.replace('<td>A form on a page</td>', '<td>A recorded call</td>');
    expect(await differing(shown)).toEqual([{ place: 'PAGE', part: 'METHOD' }]);
    const hidden = (text: string): string => text.replace(/<tr data-part="givenAt">.*\n/, '');
    expect(await differing(hidden)).toEqual([{ place: 'PAGE', part: 'GIVEN_AT' }]);
    const added = (text: string): string =>
      text.replace('</table>', '<tr><td>Calls at night allowed</td></tr>\n</table>');
    expect(await differing(added)).toEqual([{ place: 'PAGE', part: 'OTHER' }]);
  });

  it('signed by a key that only the database calls the market’s is none of its', async () => {
    const { id } = await certified();
    const file = JSON.parse(await fileOf(await world.admin(), id, 'json')) as CertificateFile;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const own = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    const certificate = { ...file.certificate, id: 'certificate_forged', text: 'Anything.' };
    const bytes = Buffer.from(canonical(certificate));
    const forged = {
      certificate,
      seal: createHash('sha256').update(bytes).digest('hex'),
      signature: sign(null, bytes, privateKey).toString('base64url'),
      publicKey: own,
    };
    expect(await check({ file: JSON.stringify(forged) })).toMatchObject({ verdict: 'UNKNOWN' });
    const keys = database().collection<{ _id: string; since: Date; seal: string }>('signing_keys');
    await keys.insertOne({ _id: own, since: new Date(), seal: 'guessed' });
    expect(await check({ file: JSON.stringify(forged) })).toMatchObject({ verdict: 'UNKNOWN' });
  });

  it('tells nothing of a certificate to who has its id and no file of it', async () => {
    const { id } = await certified();
    const file = JSON.parse(await fileOf(buyer, id, 'json')) as CertificateFile;
    const guessed = { ...file, signature: 'AAAA', certificate: { ...file.certificate, method: 'PAPER_FORM' } };
    expect(await check({ file: JSON.stringify(guessed) })).toMatchObject({
      verdict: 'UNKNOWN',
      certificateId: null,
      seal: null,
      differences: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"certificate":'],
    ['other JSON', '{"certificate":{"kind":"something else"}}'],
    ['a list', '[1,2,3]'],
    ['a page of somebody', '<html><script type="application/json" id="certificate">{"a":1}</script></html>'],
    ['bytes', '\u0000\uFFFD\u0000'],
    ['keys that are no certificate’s', '{"__proto__":{"certificate":1},"constructor":{}}'],
  ])('is none: %s', async (_title, file) => {
    expect(await check({ file })).toMatchObject({ verdict: 'UNREADABLE', certificateId: null });
  });

  it('is refused where it is too long, and where id and file are both there or neither', async () => {
    expect((await check({ file: 'x'.repeat(90_001) })).__typename).toBe('InvalidInput');
    expect((await check({})).__typename).toBe('InvalidInput');
    expect((await check({ id: 'certificate_1', file: '{}' })).__typename).toBe('InvalidInput');
  });

  it('of version 1 is written as it always was: what was handed out must stay checkable', () => {
    const file: CertificateFile = {
      certificate: {
        kind: 'leadbourse-consent-certificate',
        version: 1,
        id: 'certificate_1',
        saleId: 'sale_1',
        leadId: 'lead_1',
        niche: 'Motor insurance',
        text: 'Call me <b>about</b> my car.\nAnd my "house".',
        textHash: 'abc',
        page: null,
        givenAt: '2026-11-01T00:00:00.000Z',
        method: 'WEB_FORM',
        userAgent: 'Mozilla/5.0',
        hasIp: true,
        recipients: ['A', 'B'],
        issuedAt: '2026-11-02T00:00:00.000Z',
        issuer: 'https://leadbourse.example',
      },
      seal: 'seal',
      signature: 'signature',
      publicKey: 'key',
      contact: { certificateId: 'certificate_1', ip: '203.0.113.7', wholeText: null, signature: 's' },
    };
    const page = certificatePage(file);
    expect(page).toContain('Call me &lt;b&gt;about&lt;/b&gt; my car.<br>And my &quot;house&quot;.');
    expect(createHash('sha256').update(page).digest('hex')).toMatchInlineSnapshot(
      `"40edede7031823b20e00b456497b79b5b314fa07045f6a53251702f614e2bbb4"`,
    );
  });
});

describe('S47: what is changed in the database is named', () => {
  const contacts = () => database().collection<{ _id: string; consent: Record<string, unknown> }>('lead_contacts');
  const certificates = () => database().collection<{ _id: string }>('certificates');

  it('a part of the consent record: by the check of the certificate, and by the verifier', async () => {
    const { id, leadId } = await certified();
    const { consent } = (await contacts().findOne({ _id: leadId }))!;
    const file = await fileOf(buyer, id, 'html');
    await contacts().updateOne({ _id: leadId }, { $set: { 'consent.page': 'https://elsewhere.example' } });
    const found = { verdict: 'RECORD_CHANGED', differences: [{ place: 'RECORD', part: 'PAGE' }] };
    expect(await check({ id })).toMatchObject(found);
    expect(await check({ file })).toMatchObject(found);
    expect(await violations('L3')).toEqual([`the consent of ${leadId} is not as it was recorded`]);
    expect((await violations('C1')).join()).toContain(`${id} or its consent was changed: page`);
    await contacts().updateOne({ _id: leadId }, { $set: { consent } });
    expect(await check({ id })).toMatchObject({ verdict: 'AS_ISSUED' });
  });

  it('two consents that were swapped', async () => {
    const [one, other] = [
      await certified(),
      await certified({ consent: consentGiven({ page: 'https://b.example/x' }) }),
    ];
    const consentsOf = async (leadId: string) => (await contacts().findOne({ _id: leadId }))!.consent;
    const [first, second] = [await consentsOf(one.leadId), await consentsOf(other.leadId)];
    await contacts().updateOne({ _id: one.leadId }, { $set: { consent: second } });
    await contacts().updateOne({ _id: other.leadId }, { $set: { consent: first } });
    expect(await violations('L3')).toHaveLength(2);
    expect(await check({ id: one.id })).toMatchObject({ verdict: 'RECORD_CHANGED' });
    await contacts().updateOne({ _id: one.leadId }, { $set: { consent: first } });
    await contacts().updateOne({ _id: other.leadId }, { $set: { consent: second } });
  });

  it('the text that many leads share', async () => {
    const text = 'A text of its own, by which insurers may write to me.';
    const { id } = await certified({ consent: consentGiven({ text }) });
    const hash = createHash('sha256').update(text).digest('hex');
    const texts = database().collection<{ _id: string; text: string }>('consent_texts');
    await texts.updateOne({ _id: hash }, { $set: { text: `${text} At night, too.` } });
    expect(await check({ id })).toMatchObject({ differences: [{ place: 'RECORD', part: 'TEXT' }] });
    expect(await violations('L3')).toEqual([`the consent text ${hash} is not as it was recorded`]);
    await texts.updateOne({ _id: hash }, { $set: { text } });
  });

  it('the certificate itself, though certificate and consent are changed alike', async () => {
    const { id, leadId } = await certified();
    const { consent } = (await contacts().findOne({ _id: leadId }))!;
    await contacts().updateOne({ _id: leadId }, { $set: { 'consent.method': 'PAPER_FORM' } });
    await certificates().updateOne({ _id: id }, { $set: { 'document.method': 'PAPER_FORM' } });
    expect((await check({ id })).differences).toEqual([
      { place: 'RECORD', part: 'CONSENT' },
      { place: 'RECORD', part: 'SEAL' },
      { place: 'RECORD', part: 'SIGNATURE' },
    ]);
    await contacts().updateOne({ _id: leadId }, { $set: { consent } });
    await certificates().updateOne({ _id: id }, { $set: { 'document.method': 'WEB_FORM' } });
  });

  it('a certificate that is gone, while its buyer keeps the file', async () => {
    const { id } = await certified();
    const file = await fileOf(buyer, id, 'json');
    const row = (await certificates().findOne({ _id: id }))!;
    await certificates().deleteOne({ _id: id });
    expect(await check({ file })).toMatchObject({
      verdict: 'RECORD_CHANGED',
      differences: [{ place: 'RECORD', part: 'ID' }],
    });
    await certificates().insertOne(row);
  });
});
