import { z } from 'zod';
import { CHANNELS, CONTACT_KINDS, LEAD_TYPES, TEMPERATURES, wrongNiche } from '../modules/leads';
import { MAX_SHARED, readFloor } from '../modules/listings';
import { type PingInput } from '../modules/pings';
import { invalidInputs } from '../platform/errors';
import { answer, idOfNiche, NOWHERE, oneOf, optional, placeOf, problemsOf, text } from './leadBody';
import { Problem } from './problems';

const HASH = 'Give a SHA-256 as 64 hexadecimal digits.';
const hash = () =>
  z
    .string(HASH)
    .regex(/^[0-9a-f]{64}$/i, HASH)
    .nullish();
const PLACES = `Give 1 for one buyer, or 2 to ${MAX_SHARED} for so many.`;

const shape = z.strictObject(
  {
    niche: text((named) => wrongNiche(idOfNiche(named))),
    country: optional(),
    region: optional(),
    city: optional(),
    temperature: oneOf(TEMPERATURES),
    contactKind: oneOf(CONTACT_KINDS),
    channel: oneOf(CHANNELS),
    type: oneOf(LEAD_TYPES),
    isVerified: z.boolean('Give true or false.').nullish(),
    answers: z.array(answer, 'Give a list of answers.').max(100, 'At most 100 answers.').nullish(),
    maxSales: z.int(PLACES).min(1, PLACES).max(MAX_SHARED, PLACES).nullish(),
    floor: z
      .strictObject(
        { minor: z.int('Give whole minor units.'), currency: text() },
        'Give an object with minor and currency.',
      )
      .nullish(),
    phoneSha256: hash(),
    emailSha256: hash(),
  },
  'Send what is known of one lead as a JSON object.',
);

/** Names of fields, of whatever program, that say who somebody is or are words of that person. */
const PERSONAL =
  /^(?:(?:full|first|last|given|family|middle|sur|maiden|contact)[_-]?name|name|e[_-]?mail(?:[_-]?address)?|(?:mobile|cell|home|work)?[_-]?(?:phone|tel|telephone)(?:[_-]?number)?|mobile|cell|msisdn|whatsapp|telegram|viber|address(?:[_-]?\d)?|street|post[_-]?code|postal[_-]?code|zip(?:[_-]?code)?|birth[_-]?(?:date|day)|date[_-]?of[_-]?birth|dob|ssn|passport|id[_-]?number|ip(?:[_-]?address)?|user[_-]?agent|consent|comment|message|notes?|convenient[_-]?time|contact|person)$/i;

/** Refuses a body that names who the person is, before anything else is looked at: nothing of it is kept or logged. */
function refusePersonal(body: object): void {
  const named = Object.keys(body).filter((key) => PERSONAL.test(key));
  if (named.length === 0) return;
  throw new Problem(
    'personal-data',
    'Leave out what says who the person is, and send it with the post. Nothing of it was kept.',
    { fields: { problems: named.map((key) => ({ message: 'This comes with the post.', path: [key] })) } },
  );
}

/** What a ping's body asks. Throws InvalidInput with every wrong and every unknown field, and a Problem for personal data. */
export function readPingBody(body: unknown): PingInput {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (isObject) refusePersonal(body);
  const read = shape.safeParse(body);
  const place = isObject ? placeOf(body) : NOWHERE;
  const problems = [...(read.error?.issues.flatMap(problemsOf) ?? []), ...place.problems];
  if (!read.success || problems.length > 0) throw invalidInputs(problems);
  const { niche, phoneSha256, emailSha256, maxSales, floor, ...facts } = read.data;
  return {
    ...facts,
    nicheId: idOfNiche(niche),
    country: place.country,
    region: place.region,
    maxSales: maxSales ?? 1,
    floorMinor: readFloor(floor && { ...floor, minor: BigInt(floor.minor) }, ['floor']) ?? 0n,
    person: { phoneSha256, emailSha256 },
  };
}
