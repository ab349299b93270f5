import { z } from 'zod';
import { type SubmitLeadInput } from '../generated/graphql';
import { findRegion, nicheTree, regionTree } from '../modules/catalog';
import {
  CHANNELS,
  CONSENT_METHODS,
  CONTACT_KINDS,
  LEAD_TYPES,
  TEMPERATURES,
  wrongCountry,
  wrongNiche,
  wrongText,
} from '../modules/leads';
import { type InputProblem, invalidInputs } from '../platform/errors';
import { HALF_CHARACTER, isWhole } from '../platform/wellFormed';

type Rule = (value: string) => string | null;

/** Text that breaks none of the rules. */
export const text = (...rules: Rule[]) =>
  z
    .string('Give a text.')
    .refine(isWhole, HALF_CHARACTER)
    .superRefine((value, context) => {
      for (const rule of rules) {
        const message = rule(value);
        if (message) context.addIssue(message);
      }
    });

export const optional = () => text(wrongText).nullish();

const moment = () =>
  z.iso
    .datetime({ offset: true, error: 'Give a moment such as 2026-11-27T09:30:00Z.' })
    .transform((value) => new Date(value));

export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `Give one of ${values.join(', ')}.`).nullish();

export const answer = z.strictObject(
  {
    key: text(wrongText),
    value: z
      .union([text(wrongText), z.number(), z.boolean()], 'Give a text, a number, true or false.')
      .transform(String),
  },
  'Give an object with key and value.',
);

const consent = z.strictObject(
  {
    text: text(),
    page: optional(),
    at: moment(),
    ip: optional(),
    recipients: z.array(text(), 'Give a list of names.').nullish(),
    method: z.enum(CONSENT_METHODS, `Give one of ${CONSENT_METHODS.join(', ')}.`),
  },
  'Give the consent that the person gave.',
);

/** The id of the niche that is named by id or slug; what names none stays, and is refused as such. */
export const idOfNiche = (named: string): string =>
  (nicheTree().byId(named) ?? nicheTree().bySlug(named))?._id ?? named;

const shape = z.strictObject(
  {
    niche: text((named) => wrongNiche(idOfNiche(named))),
    country: text(wrongCountry).nullish(),
    region: optional(),
    city: optional(),
    name: text(wrongText),
    phone: optional(),
    email: optional(),
    comment: optional(),
    convenientTime: optional(),
    temperature: oneOf(TEMPERATURES),
    contactKind: oneOf(CONTACT_KINDS),
    channel: oneOf(CHANNELS),
    type: oneOf(LEAD_TYPES),
    capturedAt: moment().nullish(),
    answers: z.array(answer, 'Give a list of answers.').max(100, 'At most 100 answers.').nullish(),
    consent,
  },
  'Send one lead as a JSON object.',
);

/**
 * The input of `submitLead` that a body says, with the same names; a niche also by its slug, and the country also by a
 * region that tells it. Throws InvalidInput with every wrong and every unknown field.
 */
export function readLeadBody(body: unknown, clientKey: string): SubmitLeadInput {
  const read = shape.safeParse(body);
  // Of what is no object only that is told.
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const place = isObject ? placeOf(body) : NOWHERE;
  const problems = [...(read.error?.issues.flatMap(problemsOf) ?? []), ...place.problems];
  if (!read.success || problems.length > 0) throw invalidInputs(problems);
  const { niche, ...facts } = read.data;
  return { ...facts, clientKey, nicheId: idOfNiche(niche), country: place.country, region: place.region };
}

export function problemsOf(issue: z.core.$ZodIssue): InputProblem[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ message: issue.message, path }];
  return issue.keys.map((key) => ({ message: 'There is no such field.', path: [...path, key] }));
}

interface Place {
  country: string;
  region: string | null;
  problems: InputProblem[];
}

export const NOWHERE: Place = { country: '', region: null, problems: [] };

/** The country that is named, else that of the region, which may be a code (KE, KE-30) or words (Nairobi, Kenya). */
export function placeOf({ country, region }: { country?: unknown; region?: unknown }): Place {
  const given = typeof region === 'string' && region.trim() !== '' ? region : null;
  const found = given === null ? null : (regionTree().byCode(given) ?? findRegion({ text: given }));
  const within = (code: string): Place => {
    // The country itself says nothing more as a region.
    const isWhole = found?.kind === 'COUNTRY' && found.code === code;
    return { country: code, region: isWhole ? null : given, problems: [] };
  };
  if (typeof country === 'string') return within(country);
  if (found) return within(found.countryCode);
  const message = 'Give the country, as two letters such as KE, or a region that the market knows.';
  return { ...NOWHERE, problems: [{ message, path: [given === null ? 'country' : 'region'] }] };
}
