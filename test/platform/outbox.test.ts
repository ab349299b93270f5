import { busy, conflict } from '../../server/platform/errors';
import { eachApart } from '../../server/platform/eachApart';
import { log } from '../../server/platform/log';
import { moveClock } from '../../server/platform/clock';
import { enqueueTask, runIfDue, runNextTask } from '../../server/platform/jobs';
import { deliverEvents, emit, outboxBacklog } from '../../server/platform/outbox';
import { inTransaction } from '../../server/platform/transaction';
import { type EventHandler } from '../../server/platform/manifest';
import { createBareDatabase } from '../kit/bareDatabase';

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
beforeAll(async () => {
  bare = await createBareDatabase();
});
afterAll(() => bare.close());

const handlerOf = (name: string, handle: (organisationId: string) => void): EventHandler => ({
  topic: 'organisation.approved',
  name,
  handle: async ({ organisationId }) => handle(organisationId),
});

const approve = (organisationId: string) =>
  inTransaction(() => emit('organisation.approved', organisationId, { organisationId }));

test('an event of a transaction that did not commit is never delivered', async () => {
  const seen: string[] = [];
  await inTransaction(async () => {
    await emit('organisation.approved', 'lost', { organisationId: 'lost' });
    throw conflict('no');
  }).catch(() => undefined);
  await approve('kept');
  await deliverEvents([handlerOf('see', (id) => seen.push(id))]);
  expect(seen).toEqual(['kept']);
});

test('a handler that failed is tried again, the others of that event are not', async () => {
  const seen: string[] = [];
  let fails = 2;
  const handlers = [
    handlerOf('steady', () => seen.push('steady')),
    handlerOf('shaky', () => {
      if (fails-- > 0) throw new Error('not yet');
      seen.push('shaky');
    }),
  ];
  await approve('o');
  for (let i = 0; i < 3; i++) {
    await deliverEvents(handlers);
    moveClock(60_000);
  }
  expect(seen).toEqual(['steady', 'shaky']);
});

test('two workers at once deliver an event once', async () => {
  const seen: string[] = [];
  for (let i = 0; i < 20; i++) await approve(`p${i}`);
  const handlers = [handlerOf('see', (id) => seen.push(id))];
  await Promise.all([deliverEvents(handlers), deliverEvents(handlers)]);
  await deliverEvents(handlers);
  expect([...seen].sort()).toEqual(Array.from({ length: 20 }, (_, i) => `p${i}`).sort());
});

test('an event whose handler always fails is dead and stays to be seen', async () => {
  await approve('bad');
  for (let i = 0; i < 8; i++) {
    await deliverEvents([
      handlerOf('never', () => {
        throw new Error('never');
      }),
    ]);
    moveClock(2 * 3600_000);
  }
  expect(await outboxBacklog()).toEqual({ pending: 0, dead: 1 });
});

test('a task with a key is queued once, retried after a fault, and done once', async () => {
  const runs: number[] = [];
  const kinds = [
    {
      name: 'count',
      run: async (_payload: never, { attempt }: { attempt: number }) => {
        runs.push(attempt);
        if (attempt === 1) throw new Error('first try fails');
      },
    },
  ];
  await enqueueTask('count', {}, { key: 'one' });
  await enqueueTask('count', {}, { key: 'one' });
  expect(await runNextTask(kinds)).toBe(true);
  expect(await runNextTask(kinds)).toBe(false);
  moveClock(60_000);
  expect(await runNextTask(kinds)).toBe(true);
  expect(await runNextTask(kinds)).toBe(false);
  expect(runs).toEqual([1, 2]);
});

test('a periodic job runs when due, by one process at a time', async () => {
  let runs = 0;
  const job = { name: 'sweep', everySeconds: 60, run: async () => ++runs };
  await Promise.all([runIfDue(job), runIfDue(job), runIfDue(job)]);
  expect(await runIfDue(job)).toBeNull();
  moveClock(61_000);
  expect(await runIfDue(job)).toBe(runs);
  expect(runs).toBe(2);
});

test('what is busy and tried again is no error for whoever reads the log; what stays so, or fails otherwise, is', async () => {
  const errors = jest.spyOn(log, 'error').mockImplementation(() => undefined);
  const told = () => errors.mock.calls.map(([, message]) => message);
  let failure: Error = busy();
  const fail = (): Promise<never> => Promise.reject(failure);
  try {
    await inTransaction(() => enqueueTask('test.busy', {}));
    await runNextTask([{ name: 'test.busy', run: fail }]);
    await approve('busy');
    await deliverEvents([{ topic: 'organisation.approved', name: 'busy', handle: fail }]);
    const job = { name: 'test.busyJob', everySeconds: 0, run: () => eachApart([1, 2], fail, () => ({}), 'not done') };
    for (let time = 0; time < 2; time++) await runIfDue(job);
    expect(told()).toEqual([]);
    await runIfDue(job);
    expect(told()).toEqual(['a periodic job failed']);
    failure = new Error('a fault');
    await runIfDue({ ...job, name: 'test.faultyJob' });
    expect(told().slice(1)).toEqual(['not done', 'not done', 'a periodic job failed']);
  } finally {
    errors.mockRestore();
  }
});
