import { database } from '../../server/platform/database';
import { audioKindOf } from '../../server/modules/leads/recordings/audioKind';
import { removeRecordings } from '../../server/modules/leads';
import { cardIdOf } from '../desk/cards';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { buyListings, listLead, soldLead } from '../kit/trading';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { acceptedLead, anotherPhone, consentGiven, daysAgo } from '../leads/submitting';
import { anotherCall, boastingOgg, slowWav, sound, SOUNDS, swellingTone, wav, wavOf } from './sounds';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  buyer = await world.business({ funds: '9000.00' });
});
afterAll(() => world.close());

const ANNOUNCE = `mutation ($input: AnnounceRecordingInput!) { announceRecording(input: $input) {
  __typename ... on AnnounceRecordingPayload { uploadAddress recording { id kind storedAt } }
  ... on InvalidInput { problems { path } } ... on UserError { message } } }`;

const ASKED = 'Whether insurers may call Wanjiku about her car; she said yes.';

const announce = (leadId: string, more: object = {}, actor = agency) =>
  world.ask(actor, ANNOUNCE, {
    input: {
      leadId,
      caller: 'Jomo of the desk',
      calledAt: daysAgo(2),
      asked: ASKED,
      durationSeconds: 6,
      clientKey: clientKey(),
      ...more,
    },
  });

const send = (address: string, sound: Buffer, actor = agency, headers: Record<string, string> = {}) =>
  world.http
    .put(address)
    .set('authorization', `Bearer ${actor.accessToken}`)
    .set({ 'content-type': 'application/octet-stream', ...headers })
    .send(sound);

/** A lead of the agency with one recorded call. */
async function recorded(bytes = anotherCall()): Promise<{ leadId: string; id: string; address: string }> {
  const leadId = await acceptedLead(world, agency);
  const { uploadAddress, recording } = await announce(leadId);
  expect((await send(uploadAddress, bytes)).status).toBe(200);
  return { leadId, id: recording.id, address: uploadAddress };
}

const open = (actor: Actor, recordingId: string, reason?: string) =>
  world.ask(
    actor,
    `mutation ($input: OpenRecordingInput!) { openRecording(input: $input) {
      __typename ... on OpenRecordingPayload { caller asked address expiresAt } ... on UserError { message path } } }`,
    { input: { recordingId, ...(reason === undefined ? {} : { reason }) } },
  );

const bearer = ({ accessToken }: Actor): string => `Bearer ${accessToken}`;

const play = (address: string, range?: string, actor = agency) => {
  const request = world.http.get(address).set('authorization', bearer(actor)).buffer(true);
  return range ? request.set('range', range) : request;
};

const looksAt = (leadId: string) => database().collection('disclosures').find({ leadId }).sort({ at: 1 }).toArray();

const verification = async (leadId: string) =>
  world.ask<{ verification: { isVerified: boolean; proofs: object[] }; recordings: object[] }>(
    agency,
    'query ($id: ID!) { lead(id: $id) { verification { isVerified proofs { channel method at } } recordings { id kind durationSeconds calledAt } } }',
    { id: leadId },
  );

describe('a recorded call', () => {
  it('proves the phone once its sound is there: method and time are seen before the purchase', async () => {
    const leadId = await acceptedLead(world, agency);
    const calledAt = daysAgo(2);
    const { uploadAddress, recording } = await announce(leadId, { calledAt });
    expect(recording).toMatchObject({ kind: null, storedAt: null });
    expect(await verification(leadId)).toEqual({ verification: { isVerified: false, proofs: [] }, recordings: [] });
    const answer = await send(uploadAddress, anotherCall());
    expect([answer.status, answer.body]).toEqual([200, { recordingId: recording.id, kind: 'WAV', bytes: 48_044 }]);
    const proof = { channel: 'PHONE', method: 'RECORDED_CALL', at: calledAt };
    expect(await verification(leadId)).toEqual({
      verification: { isVerified: true, proofs: [proof] },
      recordings: [{ id: recording.id, kind: 'WAV', durationSeconds: 6, calledAt }],
    });
    const listing = await listLead(world, agency, leadId);
    await world.settle();
    const [shown] = (
      await world.ask(buyer, 'query ($id: ID!) { listing(id: $id) { previews { proofs { channel method at } } } }', {
        id: listing,
      })
    ).previews;
    expect(shown.proofs).toEqual([proof]);
  });

  it('is one for a client key, and its sound arrives once', async () => {
    const leadId = await acceptedLead(world, agency);
    const key = clientKey();
    const first = await announce(leadId, { clientKey: key, calledAt: daysAgo(3) });
    const again = await announce(leadId, { clientKey: key, calledAt: daysAgo(3) });
    expect(again.__typename === 'Conflict' || again.recording.id === first.recording.id).toBe(true);
    expect((await announce(leadId, { clientKey: key, caller: 'Another' })).__typename).toBe('Conflict');
    const call = anotherCall();
    const both = await Promise.all([send(first.uploadAddress, call), send(first.uploadAddress, call)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await send(first.uploadAddress, call)).toMatchObject({ status: 200, body: { kind: 'WAV', bytes: 48_044 } });
    const other = await send(first.uploadAddress, sound('opus.ogg'));
    expect([other.status, other.body.error]).toEqual([409, 'Conflict']);
    expect((await verification(leadId)).verification.proofs).toHaveLength(1);
    expect(
      await database().collection('files').countDocuments({ ownerId: agency.organisationId, state: 'STORING' }),
    ).toBe(0);
  });

  it('S36: lies encrypted, with who called and what was asked', async () => {
    const marker = Buffer.from('MARKER-OF-THIS-SOUND');
    const { id } = await recorded(Buffer.concat([anotherCall(), marker]));
    const row = await database().collection<{ _id: string }>('call_recordings').findOne({ _id: id });
    expect(JSON.stringify(row)).not.toMatch(/Wanjiku|Jomo/);
    const chunks = await database().collection('file_chunks').find().toArray();
    expect(chunks.some((chunk) => Buffer.from((chunk.sealed as { buffer: Uint8Array }).buffer).includes(marker))).toBe(
      false,
    );
  });

  it('is refused with all that is wrong, for leads that are not the agency’s, have left the market or have no phone', async () => {
    const leadId = await acceptedLead(world, agency);
    const wrong = { caller: ' ', asked: 'what', calledAt: daysAgo(-1), durationSeconds: 0 };
    const { problems } = await announce(leadId, wrong);
    expect(problems.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual([
      'asked',
      'calledAt',
      'caller',
      'durationSeconds',
    ]);
    expect((await announce(leadId, { calledAt: daysAgo(800) })).__typename).toBe('InvalidInput');
    expect((await announce(leadId, {}, await world.agency())).__typename).toBe('NotFound');
    expect((await announce('lead_none')).__typename).toBe('NotFound');
    const noPhone = await acceptedLead(world, agency, { phone: null });
    expect((await announce(noPhone)).__typename).toBe('Conflict');
    const withdraw = 'mutation ($input: WithdrawLeadInput!) { withdrawLead(input: $input) { __typename } }';
    await world.ask(agency, withdraw, { input: { leadId, reason: 'no longer wanted' } });
    expect((await announce(leadId)).__typename).toBe('Conflict');
  });

  it('was not before the person asked and agreed, but for a day by which clocks and zones differ', async () => {
    const leadId = await acceptedLead(world, agency, {
      capturedAt: daysAgo(4),
      consent: consentGiven({ at: daysAgo(4) }),
    });
    const early = await announce(leadId, { calledAt: daysAgo(5.1) });
    expect(early).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['calledAt'] }] });
    const key = clientKey();
    const calledAt = daysAgo(4.9);
    for (const time of [1, 2])
      expect([time, (await announce(leadId, { calledAt, clientKey: key })).__typename]).toEqual([
        time,
        'AnnounceRecordingPayload',
      ]);
    // Who agreed before they were captured, or the other way about, may have been called between the two.
    const agreed = await acceptedLead(world, agency, {
      capturedAt: daysAgo(2),
      consent: consentGiven({ at: daysAgo(20) }),
    });
    expect((await announce(agreed, { calledAt: daysAgo(10) })).__typename).toBe('AnnounceRecordingPayload');
  });

  it('is one of at most five of a lead', async () => {
    const leadId = await acceptedLead(world, agency);
    // A refused sound takes nobody's place: the earliest that has none gives way.
    const refused = await announce(leadId);
    expect((await send(refused.uploadAddress, Buffer.from('no sound'))).status).toBe(415);
    for (let n = 0; n < 5; n++) {
      const { uploadAddress } = await announce(leadId);
      expect((await send(uploadAddress, anotherCall())).status).toBe(200);
    }
    expect((await send(refused.uploadAddress, anotherCall())).status).toBe(404);
    expect((await announce(leadId)).__typename).toBe('Conflict');
  });
});

describe('PUT /api/recordings/:id/audio', () => {
  it.each(SOUNDS)('takes sound by its bytes, and its length from them: %s, %s', async (kind, _title, bytes) => {
    const leadId = await acceptedLead(world, agency);
    const { uploadAddress } = await announce(leadId, { durationSeconds: 9 });
    const answer = await send(uploadAddress, bytes);
    expect([answer.status, answer.body.kind]).toEqual([200, kind]);
    expect((await verification(leadId)).recordings).toMatchObject([{ kind, durationSeconds: 6 }]);
  });

  it.each<[title: string, bytes: Buffer, announced: number]>([
    ['the head of a WAV and no sample', wav().subarray(0, 44), 6],
    ['a WAV cut off after a second', wav().subarray(0, 8044), 6],
    ['a WAV that says of a few bytes that they last for hours', slowWav(), 6],
    ['tags of MP3 and text', Buffer.from(`ID3\x04\0\0\0\0\0\x04tags${'No sound at all. '.repeat(3)}`, 'latin1'), 6],
    [
      'one head of a frame, and other bytes',
      Buffer.concat([sound('bare.mp3').subarray(0, 4), Buffer.alloc(9000, 7)]),
      6,
    ],
    ['the first page of an OGG', sound('opus.ogg').subarray(0, 47), 6],
    ['an OGG that counts more samples than it has room for', boastingOgg(), 14_400],
    ['an M4A without its sound', sound('whole.m4a').subarray(0, 36), 6],
    ['the head of a WebM', sound('live.webm').subarray(0, 200), 6],
    ['a sound of three seconds', wav(3), 6],
  ])('refuses what only begins like sound, or is too short for a call: %s', async (_title, bytes, durationSeconds) => {
    const leadId = await acceptedLead(world, agency);
    const { uploadAddress } = await announce(leadId, { durationSeconds });
    const answer = await send(uploadAddress, bytes);
    expect([answer.status, answer.body.error]).toEqual([415, 'UnsupportedAudio']);
    expect(await verification(leadId)).toEqual({ verification: { isVerified: false, proofs: [] }, recordings: [] });
  });

  it.each<[title: string, bytes: Buffer, message: RegExp]>([
    ['silence', wavOf(new Uint8Array(48_000).fill(200)), /^Nothing is heard/],
    ['a tone that swells', swellingTone(), /^Nobody speaks/],
  ])('refuses %s, and takes the right sound then', async (_title, bytes, message) => {
    const leadId = await acceptedLead(world, agency);
    const { uploadAddress } = await announce(leadId);
    const answer = await send(uploadAddress, bytes);
    expect([answer.status, answer.body.error]).toEqual([415, 'UnsupportedAudio']);
    expect(answer.body.message).toMatch(message);
    expect((await verification(leadId)).verification.isVerified).toBe(false);
    expect((await send(uploadAddress, anotherCall())).status).toBe(200);
  });

  it('takes one sound for one phone: for its other requests, but for nobody else’s, and of many at once for one', async () => {
    const phone = anotherPhone();
    const call = anotherCall();
    const first = await acceptedLead(world, agency, { phone });
    expect((await send((await announce(first)).uploadAddress, call)).status).toBe(200);
    const colleague = await world.agency();
    for (const actor of [agency, colleague]) {
      const leadId = await acceptedLead(world, actor);
      const { uploadAddress } = await announce(leadId, {}, actor);
      const answer = await send(uploadAddress, call, actor);
      expect([answer.status, answer.body.error]).toEqual([409, 'Conflict']);
      expect((await send(uploadAddress, anotherCall(), actor)).status).toBe(200);
    }
    await removeRecordings([first]);
    const afterwards = await announce(await acceptedLead(world, agency));
    expect((await send(afterwards.uploadAddress, call)).status).toBe(409);
    const reject = 'mutation ($input: RejectLeadInput!) { rejectLead(input: $input) { __typename } }';
    const input = { leadId: first, reason: 'The form was filled wrongly; it comes again.' };
    await world.ask(await world.admin('MODERATOR'), reject, { input });
    const anew = await announce(await acceptedLead(world, agency, { phone }));
    expect((await send(anew.uploadAddress, call)).status).toBe(200);

    const shared = anotherCall();
    const leads = await Promise.all([1, 2, 3].map(() => acceptedLead(world, agency)));
    const addresses = await Promise.all(leads.map(async (leadId) => (await announce(leadId)).uploadAddress as string));
    const statuses = (await Promise.all(addresses.map((address) => send(address, shared)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(
      await database().collection('files').countDocuments({ ownerId: agency.organisationId, state: 'STORING' }),
    ).toBe(0);
  });

  it('refuses a length that is not what was announced, and takes the right one under the same key', async () => {
    const leadId = await acceptedLead(world, agency);
    const key = clientKey();
    const { uploadAddress } = await announce(leadId, { durationSeconds: 14_400, clientKey: key });
    const answer = await send(uploadAddress, wav());
    expect([answer.status, answer.body.error]).toEqual([422, 'OtherLength']);
    expect(answer.body.message).toContain('lasts 0:06, but 240:00 was announced');
    expect((await verification(leadId)).verification.isVerified).toBe(false);
    const again = await announce(leadId, { durationSeconds: 7, clientKey: key });
    expect((await send(again.uploadAddress, anotherCall())).status).toBe(200);
    expect((await verification(leadId)).recordings).toMatchObject([{ durationSeconds: 6 }]);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a page that is called sound', Buffer.from('<html><script>alert(1)</script>')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a film of AVI', Buffer.from('RIFF\x00\x00\x00\x00AVI LIST', 'latin1')],
    ['a film of Matroska', Buffer.from('\x1a\x45\xdf\xa3\x42\x82\x88matroska', 'latin1')],
    ['an archive', Buffer.from('PK\x03\x04', 'latin1')],
    ['AAC without a box', Buffer.from([0xff, 0xf1, 0x50, 0x80])],
    ['a mark of MP3 and nothing after', Buffer.from('ID3', 'latin1')],
  ])('refuses %s, and keeps nothing', async (_title, bytes) => {
    const { uploadAddress, recording } = await announce(await acceptedLead(world, agency));
    const answer = await send(uploadAddress, bytes, agency, { 'content-type': 'audio/mpeg' });
    expect([answer.status, answer.body.error]).toEqual([415, 'UnsupportedAudio']);
    const row = await database().collection<{ _id: string }>('call_recordings').findOne({ _id: recording.id });
    expect(row).toMatchObject({ state: 'ANNOUNCED', fileId: null });
    expect(audioKindOf(bytes)).toBeNull();
  });

  it('refuses what is too large, packed, a form, another’s, and a sender who is nobody', async () => {
    const { uploadAddress } = await announce(await acceptedLead(world, agency));
    const files = () => database().collection('files').countDocuments();
    const before = await files();
    const large = Buffer.concat([wav(), Buffer.alloc(25 * 1024 * 1024)]);
    expect((await send(uploadAddress, large)).body).toMatchObject({ error: 'FileTooLarge' });
    expect((await send(uploadAddress, wav(), agency, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await send(uploadAddress, wav(), agency, { 'content-type': 'multipart/form-data' })).status).toBe(400);
    expect((await send(uploadAddress, wav(), await world.agency())).status).toBe(404);
    expect((await send(uploadAddress, wav(), buyer)).status).toBe(403);
    expect((await send('/api/recordings/recording_none/audio', wav())).status).toBe(404);
    expect((await world.http.put(uploadAddress).send('x')).status).toBe(401);
    expect(await files()).toBe(before);
  });
});

describe('opening a recording', () => {
  it('S45: is for its agency, its buyer and staff with a reason, each opening recorded first', async () => {
    const { leadId, id } = await recorded();
    const listing = await listLead(world, agency, leadId);
    await world.settle();
    expect((await open(buyer, id)).__typename).toBe('NotFound');
    const [sale] = await buyListings(world, buyer, [listing]);
    await world.settle();
    const inSale = 'query ($id: ID!) { sale(id: $id) { recordings { id durationSeconds } } }';
    expect((await world.ask(buyer, inSale, { id: sale!.saleId })).recordings).toEqual([{ id, durationSeconds: 6 }]);
    const onCard = 'query ($id: ID!) { card(id: $id) { lead { recordings { id } } } }';
    expect((await world.ask(buyer, onCard, { id: cardIdOf(sale!.saleId) })).lead.recordings).toEqual([]);
    expect(await looksAt(leadId)).toEqual([]);
    const moderator = await world.admin('MODERATOR');
    for (const actor of [agency, buyer])
      expect(await open(actor, id)).toMatchObject({ caller: 'Jomo of the desk', asked: ASKED });
    expect(await open(moderator, id)).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
    expect(await open(moderator, id, 'A buyer doubts the call')).toMatchObject({ asked: ASKED });
    expect(await looksAt(leadId)).toMatchObject([
      { basis: 'OWNER', reason: 'recorded call' },
      { basis: 'SALE', saleId: sale!.saleId, reason: 'recorded call' },
      { basis: 'STAFF', reason: 'recorded call: A buyer doubts the call' },
    ]);
    for (const stranger of [await world.agency(), await world.business(), await world.admin('FINANCE')])
      expect((await open(stranger, id, 'curiosity')).__typename).toBe('NotFound');
    expect((await open(buyer, 'recording_none')).__typename).toBe('NotFound');
    expect(await looksAt(leadId)).toHaveLength(3);
  });

  it('S55: ends with a full refund, in the middle of a call too', async () => {
    const { leadId, id } = await recorded();
    const listing = await listLead(world, agency, leadId);
    await world.settle();
    const [sale] = await buyListings(world, buyer, [listing]);
    await world.settle();
    const { address } = await open(buyer, id);
    expect((await play(address, undefined, buyer)).status).toBe(200);
    const { dispute } = await openDispute(world, buyer, sale!.saleId);
    await answerDispute(world, agency, dispute.id);
    await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id, {});
    expect((await play(address, undefined, buyer)).status).toBe(404);
    expect((await open(buyer, id)).__typename).toBe('NotFound');
  });
});

describe('GET /api/recordings/:id/audio', () => {
  it('gives the sound and ranges of it, to no cache and as no page', async () => {
    const bytes = anotherCall();
    const { id } = await recorded(bytes);
    const { address } = await open(agency, id);
    const whole = await play(address);
    expect([whole.status, whole.body.equals(bytes)]).toEqual([200, true]);
    expect(whole.headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': `${bytes.length}`,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store, no-transform',
      'content-disposition': `attachment; filename="${id}.wav"`,
      'x-content-type-options': 'nosniff',
    });
    expect(whole.headers['content-security-policy']).toContain("default-src 'none'");
    const part = await play(address, 'bytes=40-49');
    expect([part.status, part.headers['content-range'], part.body.equals(bytes.subarray(40, 50))]).toEqual([
      206,
      `bytes 40-49/${bytes.length}`,
      true,
    ]);
    const end = await play(address, 'bytes=-4');
    expect([end.status, end.body.equals(bytes.subarray(-4))]).toEqual([206, true]);
    expect((await play(address, `bytes=${bytes.length}-`)).status).toBe(416);
    for (const odd of ['bytes=abc', 'lines=1-2', 'bytes=0-1,3-4']) expect((await play(address, odd)).status).toBe(200);
    const head = await world.http.head(address).set('authorization', bearer(agency));
    expect([head.status, head.headers['content-length']]).toEqual([200, `${bytes.length}`]);
  });

  it('opens to no other key: none, a forged one, one of another recording, one that is over, one of an ended session', async () => {
    const { id } = await recorded();
    const other = await recorded();
    const { address } = await open(agency, id);
    const key = address.split('key=')[1];
    const at = (recordingId: string, query: string) => play(`/api/recordings/${recordingId}/audio${query}`);
    const statuses = [
      await at(id, ''),
      await at(id, '?key=abc.def'),
      await at(id, `?key=${key.slice(0, -2)}xx`),
      await at(id, `?key=${key}&key=${key}`),
      await at(other.id, `?key=${key}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    // The address alone, and with somebody else's token: it was opened to one session.
    const colleague = await world.agency();
    expect((await world.http.get(address)).status).toBe(401);
    for (const actor of [colleague, buyer]) expect((await play(address, undefined, actor)).status).toBe(404);
    expect((await play(address)).status).toBe(200);
    const ofColleague = await acceptedLead(world, colleague);
    const announced = await announce(ofColleague, {}, colleague);
    await send(announced.uploadAddress, anotherCall(), colleague);
    const opened = await open(colleague, announced.recording.id);
    await database()
      .collection('sessions')
      .updateMany({ personId: colleague.personId }, { $set: { endedAt: world.clock.now() } });
    expect((await play(opened.address, undefined, colleague)).status).toBe(401);
    await world.clock.move('16m');
    expect((await play(address)).status).toBe(404);
    await world.clock.move('-16m');
  });
});

describe('removeRecordings', () => {
  it('removes sound and words of these leads alone; the proof stays with its time', async () => {
    const { leadId, id } = await recorded();
    const kept = await recorded();
    const { address } = await open(agency, id);
    expect(await removeRecordings([leadId])).toBe(1);
    expect(await removeRecordings([leadId])).toBe(0);
    expect((await play(address)).status).toBe(404);
    expect((await open(agency, id)).__typename).toBe('NotFound');
    expect(await verification(leadId)).toMatchObject({
      verification: { proofs: [{ method: 'RECORDED_CALL' }] },
      recordings: [],
    });
    expect((await play((await open(agency, kept.id)).address)).status).toBe(200);
  });

  it('leaves what is stored to the sweep of lost files, and takes what was announced and never came', async () => {
    const { id } = await recorded();
    const announced = await announce(await acceptedLead(world, agency));
    await world.clock.move('26h');
    await world.runJob('leads.removeLostFiles');
    await world.runJob('leads.removeAnnouncedRecordings');
    await world.clock.move('-26h');
    expect((await play((await open(agency, id)).address)).status).toBe(200);
    expect((await send(announced.uploadAddress, wav())).status).toBe(404);
  });
});

it('a sold lead without a call shows none', async () => {
  const { saleId } = await soldLead(world, { agency, buyer });
  expect(
    (await world.ask(buyer, 'query ($id: ID!) { sale(id: $id) { recordings { id } } }', { id: saleId })).recordings,
  ).toEqual([]);
});
