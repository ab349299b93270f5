import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from '../../server/platform/mongoose';
import { importTask } from '../../server/modules/leads/intake/importRows';
import { Batches } from '../../server/modules/leads/intake/model';
import { previewTask } from '../../server/modules/leads/intake/previewRows';
import { Leads } from '../../server/modules/leads/model';
import { statFile } from '../../server/platform/files';
import { nameOfPerson } from '../kit/names';
import { scattered } from '../kit/scattered';
import { type Actor, createWorld, type World } from '../kit/world';
import { batchMutation, putFile, readBatch, startBatch } from './batches';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  agency = await world.agency();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => world.close());

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
let serial = 0;

/** A batch of that many new people with every tenth row broken, about to be imported. */
async function importing(rows: number): Promise<any> {
  const batch = await startBatch(world, agency);
  const lines = Array.from({ length: rows }, (_, i) => {
    const n = ++serial;
    return i % 10 === 9 ? 'Nobody Njeri,,' : `${nameOfPerson(n)},+25472${scattered(n)},p${n}@example.com`;
  });
  const dated = lines.map((line) => `${line},Nairobi,${YESTERDAY}`);
  await putFile(world, agency, batch, Buffer.from(['name,phone,email,city,created', ...dated].join('\n')));
  await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
  return batch;
}

const stored = async (batch: { id: string }) => ({
  leads: await Leads.countDocuments({ batchId: batch.id, state: 'ACCEPTED' }),
  problems: await mongoose.connection
    .collection('batch_rows')
    .countDocuments({ _id: { $regex: `^${batch.id}:` } as never, outcome: { $ne: 'ACCEPTED' } }),
});

/** Makes the n-th writing of leads fail, as a process does that dies; what it had written before stays. */
function dieAtWrite(n: number): void {
  const write = Leads.insertMany.bind(Leads) as (...args: unknown[]) => Promise<never>;
  let calls = 0;
  jest.spyOn(Leads, 'insertMany').mockImplementation(async (...args: unknown[]) => {
    if (++calls === n) throw new Error('the process died');
    return write(...args);
  });
}

test('an import that dies on the way goes on at the row where it stopped: none is missing, none is there twice', async () => {
  const batch = await importing(300);
  dieAtWrite(2);
  await world.settle();
  const halfway = await readBatch(world, agency, batch);
  expect(halfway.state).toBe('IMPORTING');
  expect(halfway.counts.rows).toBeGreaterThan(0);
  expect(halfway.counts.rows).toBeLessThan(300);
  expect(await stored(batch)).toEqual({ leads: halfway.counts.accepted, problems: halfway.counts.rejected });

  jest.restoreAllMocks();
  await world.clock.move('10m');
  await world.settle();
  await world.clock.move('-10m');
  const done = await readBatch(world, agency, batch);
  expect(done).toMatchObject({
    state: 'IMPORTED',
    counts: { rows: 300, accepted: 270, rejected: 30, duplicates: 0 },
  });
  expect(await stored(batch)).toEqual({ leads: 270, problems: 30 });
});

test('two workers at one batch store each row once', async () => {
  const batch = await importing(300);
  const context = { taskId: randomUUID(), attempt: 1, heartbeat: async () => undefined, shouldStop: () => false };
  await Promise.allSettled([1, 2].map(() => importTask.run({ batchId: batch.id } as never, context)));
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({
    state: 'IMPORTED',
    counts: { rows: 300, accepted: 270, rejected: 30 },
  });
  expect(await stored(batch)).toEqual({ leads: 270, problems: 30 });
});

test('rows that the database is too slow for are stored in smaller parts, by the same try', async () => {
  const batch = await importing(120);
  const heartbeat = jest.fn().mockResolvedValue(undefined);
  const context = { taskId: randomUUID(), attempt: 1, heartbeat, shouldStop: () => false };
  const write = Leads.insertMany.bind(Leads) as (...args: unknown[]) => Promise<never>;
  const slow = new mongoose.mongo.MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  const stop = jest
    .spyOn(Leads, 'insertMany')
    .mockImplementation(async (...args: unknown[]) =>
      (args[0] as unknown[]).length > 40 ? Promise.reject(slow) : write(...args),
    );
  await importTask.run({ batchId: batch.id } as never, context);
  expect(stop.mock.calls.length).toBeGreaterThan(3);
  // A slow machine has gone on to the next turn of the same import.
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({
    state: 'IMPORTED',
    counts: { rows: 120, accepted: 108 },
  });
  expect(await stored(batch)).toEqual({ leads: 108, problems: 12 });
});

/** Changes the batch as another worker does, just before the first rows of this one are written. */
function meanwhile(batch: { id: string }, change: object): void {
  const write = Leads.insertMany.bind(Leads) as (...args: unknown[]) => Promise<never>;
  jest.spyOn(Leads, 'insertMany').mockImplementationOnce(async (...args: unknown[]) => {
    await mongoose.connection.collection<{ _id: string }>('batches').updateOne({ _id: batch.id }, { $set: change });
    return write(...args);
  });
}

test('a worker that finds another ahead keeps its task, so that the import ends whichever of them is stopped', async () => {
  const batch = await importing(60);
  const context = { taskId: randomUUID(), attempt: 2, heartbeat: async () => undefined, shouldStop: () => false };
  meanwhile(batch, { doneRow: 1 });
  await expect(importTask.run({ batchId: batch.id } as never, context)).rejects.toThrow();
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'IMPORTING', counts: { rows: 0 } });
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'IMPORTED', counts: { rows: 60 } });

  const cancelled = await importing(60);
  meanwhile(cancelled, { state: 'CANCELLED' });
  await importTask.run({ batchId: cancelled.id } as never, context);
  expect(await readBatch(world, agency, cancelled)).toMatchObject({ state: 'CANCELLED', counts: { rows: 0 } });
});

test('on its last try only the worker that still holds the task says that the import failed', async () => {
  const batch = await importing(60);
  const heartbeat = jest.fn().mockRejectedValue(new Error('taken over'));
  const context = { taskId: randomUUID(), attempt: 6, heartbeat, shouldStop: () => false };
  dieAtWrite(1);
  await expect(importTask.run({ batchId: batch.id } as never, context)).rejects.toThrow('taken over');
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'IMPORTING', problem: null });
  await world.settle();
});

test('a preview that fails for good says so, and begins anew when it is asked for again', async () => {
  const batch = await startBatch(world, agency);
  const row = `Amina Odhiambo,+254727000111,preview@example.com,Nairobi,${YESTERDAY}`;
  await putFile(world, agency, batch, Buffer.from(`name,phone,email,city,created\n${row}\n`));
  await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  const { dryRun } = (await Batches.findById(batch.id).lean())!;
  const shouldStop = (): boolean => {
    throw new Error('the process died');
  };
  const run = (attempt: number) =>
    previewTask.run({ batchId: batch.id, runId: dryRun!.runId } as never, {
      taskId: randomUUID(),
      attempt,
      heartbeat: async () => undefined,
      shouldStop,
    });
  await expect(run(5)).rejects.toThrow('the process died');
  expect(await readBatch(world, agency, batch)).toMatchObject({ dryRun: { isDone: false }, problem: null });
  await expect(run(6)).rejects.toThrow('the process died');
  const failed = await readBatch(world, agency, batch);
  expect(failed).toMatchObject({ state: 'READY', dryRun: null, problem: expect.stringContaining('Ask for it again') });
  await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({
    problem: null,
    dryRun: { isDone: true, counts: { rows: 1, accepted: 1 } },
  });
});

test('a preview that gives way to others goes on where it was, in whichever process, and knows whom it met', async () => {
  const batch = await startBatch(world, agency);
  const line = (n: number) => `${nameOfPerson(n)},+25474${scattered(n)},,Nairobi,${YESTERDAY}`;
  const lines = Array.from({ length: 1500 }, (_, n) => line(n));
  const file = ['name,phone,email,city,created', ...lines, line(3), line(1499)];
  await putFile(world, agency, batch, Buffer.from(file.join('\n')));
  await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  const { dryRun } = (await Batches.findById(batch.id).lean())!;
  const context = { taskId: randomUUID(), attempt: 1, heartbeat: async () => undefined, shouldStop: () => true };
  await previewTask.run({ batchId: batch.id, runId: dryRun!.runId } as never, context);
  expect((await readBatch(world, agency, batch)).dryRun).toMatchObject({ isDone: false, counts: { rows: 1000 } });
  const { mark } = (await Batches.findById(batch.id).lean())!.dryRun!;
  expect(await statFile(mark!.seenFileId)).not.toBeNull();
  await world.settle();
  expect((await readBatch(world, agency, batch)).dryRun).toMatchObject({
    isDone: true,
    progress: 1,
    counts: { rows: 1502, accepted: 1500, duplicates: 2 },
  });
  expect(await statFile(mark!.seenFileId)).toBeNull();
});

test('of one agency a preview waits for the one before; others do not wait for it', async () => {
  const asked = async (actor: Actor): Promise<any> => {
    const batch = await startBatch(world, actor);
    const row = `Amina Odhiambo,+25475${scattered(++serial)},,Nairobi,${YESTERDAY}`;
    await putFile(world, actor, batch, Buffer.from(`name,phone,email,city,created\n${row}\n`));
    await batchMutation(world, actor, 'previewBatch', { batchId: batch.id });
    return { ...batch, runId: (await Batches.findById(batch.id).lean())!.dryRun!.runId };
  };
  const context = { taskId: randomUUID(), attempt: 1, heartbeat: async () => undefined, shouldStop: () => false };
  const run = ({ id, runId }: any) => previewTask.run({ batchId: id, runId } as never, context);
  const isDone = async (actor: Actor, batch: any) => (await readBatch(world, actor, batch)).dryRun.isDone;
  const rival = await world.agency();
  const [first, second, other] = [await asked(agency), await asked(agency), await asked(rival)];
  await run(second);
  await run(other);
  expect([await isDone(agency, second), await isDone(rival, other)]).toEqual([false, true]);
  await run(first);
  await run(second);
  expect([await isDone(agency, first), await isDone(agency, second)]).toEqual([true, true]);
});

test('a process that is to stop stores the chunk at hand and leaves the rest to the next', async () => {
  const batch = await importing(300);
  const context = { taskId: randomUUID(), attempt: 1, heartbeat: async () => undefined, shouldStop: () => true };
  await importTask.run({ batchId: batch.id } as never, context);
  const halfway = await readBatch(world, agency, batch);
  expect(halfway).toMatchObject({ state: 'IMPORTING', counts: { rows: 200 } });
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({
    state: 'IMPORTED',
    counts: { rows: 300, accepted: 270 },
  });
  expect(await stored(batch)).toEqual({ leads: 270, problems: 30 });
});

test('a cancellation stops the import between two chunks; what was stored is what the counts say', async () => {
  const batch = await importing(1200);
  const cancelling = (async () => {
    while ((await readBatch(world, agency, batch)).counts.rows === 0) await sleep(5);
    return batchMutation(world, agency, 'cancelBatch', { batchId: batch.id });
  })();
  await world.settle();
  expect(await cancelling).toMatchObject({ batch: { state: 'CANCELLED' } });
  const { state, counts } = await readBatch(world, agency, batch);
  expect(state).toBe('CANCELLED');
  expect(counts.rows).toBeLessThan(1200);
  expect(await stored(batch)).toEqual({ leads: counts.accepted, problems: counts.rejected });
});

test('an import that fails for good says so, and goes on where it stopped when it is asked for again', async () => {
  const batch = await importing(300);
  dieAtWrite(2);
  await world.settle();
  jest.restoreAllMocks();
  jest.spyOn(Leads, 'insertMany').mockRejectedValue(new Error('the disk is full'));
  for (let attempt = 0; attempt < 6; attempt++) {
    await world.clock.move('10m');
    await world.settle();
  }
  await world.clock.move('-60m');
  const failed = await readBatch(world, agency, batch);
  expect(failed).toMatchObject({ state: 'FAILED', problem: expect.stringContaining('goes on where it stopped') });
  jest.restoreAllMocks();
  await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
  await world.settle();
  expect(await readBatch(world, agency, batch)).toMatchObject({
    state: 'IMPORTED',
    problem: null,
    counts: { rows: 300, accepted: 270 },
  });
  expect(await stored(batch)).toEqual({ leads: 270, problems: 30 });
});
