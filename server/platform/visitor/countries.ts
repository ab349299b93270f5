import { inflateSync } from 'node:zlib';
import { numberOfAddress } from './addresses';
import listed from './countries.json';

/** Runs of networks in order: the number of the first of each, and the place of its country among the codes. */
interface Runs {
  from: Float64Array;
  country: Uint8Array;
}

/** The codes of countries; the first place is that of none. */
const codes: (string | null)[] = [null];

/** Where the code of two letters stands there. */
const places = new Uint8Array(2 ** 16);

let runs: { v4: Runs; v6: Runs } | null = null;

/**
 * The country (ISO 3166-1 alpha-2, and XK) that an address is used in, as far as is known (countries.json, with its date
 * and source); null of addresses within a house, of those that nobody was given, and of what is no address. A traveller's
 * phone and a private network tell another country than the person is of: it is a sign, not a proof.
 */
export function countryOf(address: string): string | null {
  const found = numberOfAddress(address);
  if (!found) return null;
  runs ??= { v4: unpacked(listed.v4), v6: unpacked(listed.v6) };
  // The list has networks: of IPv4 /24, of IPv6 /48, of which the number has 64 bits.
  return found.isOfFour
    ? countryAt(runs.v4, Number(found.number >> 8n))
    : countryAt(runs.v6, Number(found.number >> 16n));
}

/** By halves: the last run that begins at the network or before holds it. */
function countryAt({ from, country }: Runs, network: number): string | null {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= network) low = middle + 1;
    else high = middle;
  }
  return codes[country[low - 1] ?? 0] ?? null;
}

/** Each run is how many networks it has, to the base of 36 unless it is one, and its country (scripts/buildCountries.ts). */
function unpacked(base64: string): Runs {
  const text = inflateSync(Buffer.from(base64, 'base64'));
  // A run has two letters at least; behind the last one stands that nobody has what follows.
  const from = new Float64Array(text.length / 2 + 1);
  const country = new Uint8Array(text.length / 2 + 1);
  let [run, network, count] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index]!;
    if (byte >= SMALL_A) count = count * 36 + byte - SMALL_A + 10;
    else if (byte >= DIGIT_0 && byte < LARGE_A) count = count * 36 + byte - DIGIT_0;
    else {
      index += 1;
      from[run] = network;
      country[run] = placeOf(byte, text[index]!);
      run += 1;
      network += count || 1;
      count = 0;
    }
  }
  from[run] = network;
  return { from: from.slice(0, run + 1), country: country.slice(0, run + 1) };
}

const DIGIT_0 = 0x30;
const LARGE_A = 0x41;
const SMALL_A = 0x61;
const DASH = 0x2d;

/** The place of a code among the codes, where it is put when it is seen first. */
function placeOf(first: number, second: number): number {
  const key = first * 256 + second;
  if (places[key] === 0 && first !== DASH) places[key] = codes.push(String.fromCharCode(first, second)) - 1;
  return places[key]!;
}
