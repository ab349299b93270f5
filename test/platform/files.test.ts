import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import mongoose from '../../server/platform/mongoose';
import { after, HOUR, now } from '../../server/platform/clock';
import { fileJobs, readFile, removeFile, statFile, storeFile } from '../../server/platform/files';
import { createBareDatabase } from '../kit/bareDatabase';

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
beforeAll(async () => {
  bare = await createBareDatabase();
});
afterAll(() => bare.close());

const MAX = { maxBytes: 10_000_000 };
const inPieces = (data: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(data.length / size) }, (_, i) => data.subarray(i * size, (i + 1) * size)),
  );

test.each([0, 1, 512 * 1024 - 1, 512 * 1024, 512 * 1024 + 1, 2_000_000])(
  'a file of %i bytes comes back as it went in',
  async (size) => {
    const data = randomBytes(size);
    const { id, bytes } = await storeFile(inPieces(data, 77_777), MAX);
    expect(bytes).toBe(size);
    expect((await buffer(readFile(id))).equals(data)).toBe(true);
  },
);

test('any range can be read without the rest', async () => {
  const data = randomBytes(1_500_000);
  const { id } = await storeFile(inPieces(data, 1_500_000), MAX);
  for (const [start, end] of [
    [0, 10],
    [524_280, 524_300],
    [1_400_000, 1_500_000],
    [5, 1_499_999],
  ] as const) {
    expect((await buffer(readFile(id, { start, end }))).equals(data.subarray(start, end))).toBe(true);
  }
});

test('what lies in the database is not the plain text', async () => {
  const { id } = await storeFile(Readable.from([Buffer.from('canary-7f3a amina@example.com')]), MAX);
  const chunk = await mongoose.connection.db!.collection('file_chunks').findOne({ _id: `${id}:000000` as never });
  expect(Buffer.from((chunk as unknown as { sealed: { buffer: Buffer } }).sealed.buffer).includes('canary')).toBe(
    false,
  );
});

test('a stream over the limit is refused and leaves no chunk', async () => {
  const before = await mongoose.connection.db!.collection('file_chunks').countDocuments({});
  await expect(storeFile(inPieces(randomBytes(2_000_000), 100_000), { maxBytes: 1_000_000 })).rejects.toMatchObject({
    typename: 'FileTooLarge',
  });
  expect(await mongoose.connection.db!.collection('file_chunks').countDocuments({})).toBe(before);
});

test('a removed file is gone with its chunks', async () => {
  const { id } = await storeFile(inPieces(randomBytes(600_000), 600_000), MAX);
  await removeFile(id);
  expect(await statFile(id)).toBeNull();
  await expect(buffer(readFile(id))).rejects.toThrow('gone');
});

test('an upload that was cut off by a stop is swept away after a day', async () => {
  const { id } = await storeFile(inPieces(randomBytes(600_000), 600_000), MAX);
  await mongoose.connection.db!.collection('files').updateOne({ _id: id as never }, { $set: { state: 'STORING' } });
  const [sweep] = fileJobs;
  expect(await sweep!.run(now())).toBe(0);
  expect(await sweep!.run(after(now(), 25 * HOUR))).toBe(1);
  const chunks = mongoose.connection.db!.collection('file_chunks');
  expect(await chunks.countDocuments({ _id: { $gte: id, $lt: `${id};` } as never })).toBe(0);
});
