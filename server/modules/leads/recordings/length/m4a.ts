import { type Sound } from './sound';

interface Box {
  name: string;
  start: number;
  end: number;
}

/** The boxes between two places; one that reaches beyond its own ends there. */
async function* boxesIn(sound: Sound, start: number, end: number): AsyncGenerator<Box> {
  for (let place = start; place + 8 <= end;) {
    const head = await sound.at(place, 16);
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - place : short;
    if (size < 8) return;
    const last = Math.min(place + size, end);
    yield { name: head.toString('latin1', 4, 8), start: place + (isLong ? 16 : 8), end: last };
    place += size;
  }
}

/** The boxes at the end of a way of names. */
async function boxesAt(sound: Sound, within: Box, ...[name, ...way]: string[]): Promise<Box[]> {
  const found: Box[] = [];
  for await (const box of boxesIn(sound, within.start, within.end)) {
    if (box.name !== name) continue;
    found.push(...(way.length === 0 ? [box] : await boxesAt(sound, box, ...way)));
  }
  return found;
}

/** Numbers of four bytes from a box's beginning on. */
async function numbersOf(sound: Sound, box: Box | undefined, count: number): Promise<number[]> {
  const bytes = box ? await sound.at(box.start, Math.min(count * 4, box.end - box.start)) : Buffer.alloc(0);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32BE(index * 4));
}

interface Track {
  id: number;
  ticksASecond: number;
  ticks: number;
}

/** The first track of sound; null where there is none. */
async function soundTrack(sound: Sound, movie: Box): Promise<Track | null> {
  for (const track of await boxesAt(sound, movie, 'trak')) {
    const [handler] = await boxesAt(sound, track, 'mdia', 'hdlr');
    if (!handler || (await sound.at(handler.start + 8, 4)).toString('latin1') !== 'soun') continue;
    const head = await numbersOf(sound, (await boxesAt(sound, track, 'tkhd'))[0], 6);
    const media = await numbersOf(sound, (await boxesAt(sound, track, 'mdia', 'mdhd'))[0], 7);
    const isWide = (media[0] ?? 0) >= 2 ** 24;
    const [ticksASecond = 0, ticks = 0] = isWide ? [media[5], media[6]] : [media[3], media[4]];
    const id = head[(head[0] ?? 0) >= 2 ** 24 ? 5 : 3] ?? 0;
    // What is written as it is spoken has an unknown length there, all ones.
    return ticksASecond > 0 ? { id, ticksASecond, ticks: ticks === 2 ** 32 - 1 ? 0 : ticks } : null;
  }
  return null;
}

/** What the track's head says, or where it was written as it was spoken, the sum of its pieces. */
export async function secondsOfM4a(sound: Sound): Promise<number> {
  const file: Box = { name: '', start: 0, end: sound.size };
  const [movie] = await boxesAt(sound, file, 'moov');
  const track = movie && (await soundTrack(sound, movie));
  if (!track) return 0;
  const ticks = track.ticks > 0 ? track.ticks : await ticksOfPieces(sound, file, movie, track.id);
  const data = (await boxesAt(sound, file, 'mdat')).reduce((sum, { start, end }) => sum + end - start, 0);
  return data > 0 ? ticks / track.ticksASecond : 0;
}

async function ticksOfPieces(sound: Sound, file: Box, movie: Box, trackId: number): Promise<number> {
  let usual = 0;
  for (const box of await boxesAt(sound, movie, 'mvex', 'trex')) {
    const [, id, , ticks = 0] = await numbersOf(sound, box, 6);
    if (id === trackId) usual = ticks;
  }
  let sum = 0;
  for (const piece of await boxesAt(sound, file, 'moof', 'traf')) {
    const [[flags = 0, id, ...more], runs] = [
      await numbersOf(sound, (await boxesAt(sound, piece, 'tfhd'))[0], 8),
      await boxesAt(sound, piece, 'trun'),
    ];
    if (id !== trackId) continue;
    // The usual length of a sample stands behind the base offset (two numbers) and the description, where those are there.
    const own = (flags & 8) === 0 ? usual : (more[((flags & 1) === 0 ? 0 : 2) + ((flags & 2) === 0 ? 0 : 1)] ?? 0);
    for (const run of runs) sum += await ticksOfRun(sound, run, own);
  }
  return sum;
}

async function ticksOfRun(sound: Sound, run: Box, usual: number): Promise<number> {
  const [flags = 0, samples = 0] = await numbersOf(sound, run, 2);
  if ((flags & 0x100) === 0) return samples * usual;
  const before = [1, 4].filter((flag) => (flags & flag) !== 0).length + 2;
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
  const numbers = await numbersOf(sound, run, Math.min(before + samples * each, (run.end - run.start) / 4));
  return numbers.slice(before).reduce((sum, ticks, index) => (index % each === 0 ? sum + ticks : sum), 0);
}
