import { isSilent } from '../../server/modules/leads/recordings/length/silence';
import { type Sound } from '../../server/modules/leads/recordings/length/sound';
import { isSteady } from '../../server/modules/leads/recordings/length/steady';
import { anotherCall, sound, SOUNDS, swellingTone, voiceAt, wavOf } from './sounds';

const heldIn = (bytes: Buffer): Sound => ({
  size: bytes.length,
  at: async (place, length) => bytes.subarray(place, place + length),
});

const judged = async (bytes: Buffer) => {
  const held = heldIn(bytes);
  return { isSilent: await isSilent('WAV', held), isSteady: await isSteady('WAV', held) };
};

const SECONDS = 6;
const bytesOf = (count: number, byte: (at: number) => number) =>
  Uint8Array.from({ length: count }, (_, at) => byte(at));
const click = new Uint8Array(SECONDS * 16_000).fill(90, 40_000, 44_000);

it.each<[title: string, bytes: Buffer]>([
  ['of 16 bits, all zero', wavOf(new Uint8Array(SECONDS * 16_000), { tag: 1, bits: 16, channels: 1 })],
  ['of two channels of 24 bits', wavOf(new Uint8Array(SECONDS * 48_000), { tag: 1, bits: 24, channels: 2 })],
  ['of 8 bits whose last digit flickers', wavOf(bytesOf(SECONDS * 8000, (at) => 128 + (at % 2)))],
  ['of a constant', wavOf(new Uint8Array(SECONDS * 8000).fill(200))],
  ['of a telephone line, µ-law', wavOf(new Uint8Array(SECONDS * 8000).fill(255), { tag: 7, bits: 8, channels: 1 })],
  [
    'of a telephone line, A-law',
    wavOf(
      bytesOf(SECONDS * 8000, (at) => (at % 3 === 0 ? 0xd5 : 0x55)),
      { tag: 6, bits: 8, channels: 1 },
    ),
  ],
  ['of floats', wavOf(new Uint8Array(SECONDS * 32_000), { tag: 3, bits: 32, channels: 1 })],
  ['with a click of a quarter of a second', wavOf(click, { tag: 1, bits: 16, channels: 1 })],
])('silence %s is heard as none', async (_title, bytes) => {
  expect(await judged(bytes)).toMatchObject({ isSilent: true });
});

const noise = (at: number) => ((((Math.sin(at * at * 12.9898) * 43_758.5453) % 1) + 1) % 1) - 0.5;
let low = 0;
const rumble = Float32Array.from({ length: SECONDS * 8000 }, (_, at) => {
  low = low * 0.99 + noise(at) * 0.1;
  return low * Math.sin(at / 3000) ** 2;
});
it.each<[title: string, bytes: Buffer]>([
  ['a tone', wavOf(bytesOf(SECONDS * 8000, (at) => 128 + 90 * Math.sin((at * 2 * Math.PI * 440) / 8000)))],
  ['a noise', wavOf(bytesOf(SECONDS * 8000, (at) => 128 + 200 * noise(at)))],
  ['a noise that swells', wavOf(bytesOf(SECONDS * 8000, (at) => 128 + 200 * noise(at) * Math.sin(at / 3000) ** 2))],
  [
    'a noise that comes and goes',
    wavOf(bytesOf(SECONDS * 8000, (at) => 128 + (at % 9000 < 5000 ? 200 : 4) * noise(at))),
  ],
  ['a tone that swells', swellingTone()],
  ['a rumble that swells', wavOf(Buffer.from(rumble.buffer), { tag: 3, bits: 32, channels: 1 })],
])('%s is nobody who speaks', async (_title, bytes) => {
  expect(await judged(bytes)).toEqual({ isSilent: false, isSteady: true });
});

/** Samples of 16 bits: of each channel what it says of a place. */
const channelsOf = (...channels: ((at: number) => number)[]): Buffer => {
  const samples = Buffer.alloc(SECONDS * 16_000 * channels.length);
  for (let at = 0; at < SECONDS * 8000; at++)
    channels.forEach((say, channel) => samples.writeInt16LE(Math.round(say(at)), (at * channels.length + channel) * 2));
  return wavOf(samples, { tag: 1, bits: 16, channels: channels.length });
};

const silence = (): number => 0;
it.each<[title: string, bytes: Buffer]>([
  ['a call', anotherCall()],
  // So low that one strains to hear it, for a second and a half.
  ['a low voice between silences', channelsOf(silence, (at) => (at >= 16_000 && at < 28_000 ? 100 * voiceAt(at) : 0))],
  ['a voice beside a noise', channelsOf((at) => 6000 * voiceAt(at) + 2000 * noise(at))],
  [
    'a voice on one channel, a tone on the other',
    channelsOf(
      (at) => 8000 * Math.sin(at / 3),
      (at) => 8000 * voiceAt(at),
    ),
  ],
])('%s is somebody who speaks', async (_title, bytes) => {
  expect(await judged(bytes)).toEqual({ isSilent: false, isSteady: false });
});

it('what is packed is not judged', async () => {
  expect(await judged(sound('adpcm.wav'))).toEqual({ isSilent: null, isSteady: null });
  for (const [kind, , bytes] of SOUNDS.filter(([one]) => one !== 'WAV'))
    expect([await isSilent(kind as 'MP3', heldIn(bytes)), await isSteady(kind as 'MP3', heldIn(bytes))]).toEqual([
      null,
      null,
    ]);
});
