import { type Actor, clientKey, type World } from '../kit/world';

/** What tests read of a batch. */
export const BATCH = `
  id state progress rowsPerSecond problem uploadAddress reportAddress
  file { bytes sha256 encoding isEncodingSure encodings delimiter sheet sheets headingRow }
  columns { index heading field confidence formField { key } lost { field takenByIndex } }
  counts { rows accepted quarantined duplicates rejected unchanged }
  reasons { code message rows isVaried }
  dryRun { isDone progress counts { rows accepted quarantined duplicates rejected unchanged } reasons { code rows } }
  corrects { id } sameFileAs { id }`;

const CONSENT = {
  consentText: 'I agree that Test Agency and its partners call me about motor insurance.',
  consentPage: 'https://agency.example/motor',
  consentMethod: 'WEB_FORM',
};

/** A mutation on batches by its name; answers with the union member. */
export const batchMutation = (world: World, actor: Actor, name: string, input: object): Promise<any> =>
  world.ask(
    actor,
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
       __typename
       ... on ${name[0]!.toUpperCase()}${name.slice(1)}Payload { batch { ${BATCH} } }
       ... on UserError { message path }
     } }`,
    { input },
  );

export async function startBatch(world: World, actor: Actor, input: object = {}): Promise<any> {
  const payload = await batchMutation(world, actor, 'startBatch', {
    clientKey: clientKey(),
    nicheSlug: 'motor-insurance',
    country: 'KE',
    defaults: CONSENT,
    ...input,
  });
  if (payload.__typename !== 'StartBatchPayload') throw new Error(JSON.stringify(payload));
  return payload.batch;
}

/** Sends the bytes of a file as the raw body. */
export const putFile = (world: World, actor: Actor, batch: { id: string }, bytes: Buffer) =>
  world.http
    .put(`/api/batches/${batch.id}/file`)
    .set('authorization', `Bearer ${actor.accessToken}`)
    .set('content-type', 'application/octet-stream')
    .send(bytes);

export const readBatch = (world: World, actor: Actor, batch: { id: string }): Promise<any> =>
  world.ask(actor, `query ($id: ID!) { batch(id: $id) { ${BATCH} } }`, { id: batch.id });

/** A file from start to the end of its import, columns as guessed. */
export async function importFile(world: World, actor: Actor, bytes: Buffer, input: object = {}): Promise<any> {
  const batch = await startBatch(world, actor, input);
  const put = await putFile(world, actor, batch, bytes);
  if (put.status !== 200) throw new Error(`PUT answered ${put.status}: ${JSON.stringify(put.body)}`);
  const asked = await batchMutation(world, actor, 'importBatch', { batchId: batch.id });
  if (asked.__typename !== 'ImportBatchPayload') throw new Error(JSON.stringify(asked));
  await world.settle();
  return readBatch(world, actor, batch);
}

export const getReport = (world: World, actor: Actor, batch: { id: string }, query = '') =>
  world.http.get(`/api/batches/${batch.id}/report${query}`).set('authorization', `Bearer ${actor.accessToken}`);
