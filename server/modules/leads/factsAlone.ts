import { type InputProblem, invalidInputs } from '../../platform/errors';
import { nicheTree } from '../catalog';
import { checkAnswers, type CoarseAnswer } from './checks/answers';
import {
  type Channel,
  type ContactKind,
  contactKindOf,
  type LeadType,
  leadTypeOf,
  type Temperature,
  temperatureOf,
} from './facts';
import { findPlace } from './findPlace';
import { wrongCountry, wrongNiche, wrongQuestion } from './wrongInput';

/** What an agency tells of a lead without its person. */
export interface FactsTold {
  nicheId: string;
  country: string;
  region?: string | null | undefined;
  city?: string | null | undefined;
  temperature?: Temperature | null | undefined;
  contactKind?: ContactKind | null | undefined;
  channel?: Channel | null | undefined;
  type?: LeadType | null | undefined;
  answers?: readonly { key: string; value: string }[] | null | undefined;
}

/** The facts of a lead of whose person nothing is known. */
export interface FactsAlone {
  nicheId: string;
  regionId: string;
  countryCode: string;
  temperature: Temperature;
  contactKind: ContactKind;
  channel: Channel;
  type: LeadType;
  /** Never: whose lead comes now has not been asked by this market yet. */
  isVerified: boolean;
  answers: CoarseAnswer[];
}

/**
 * Reads what is told of a lead without its person as the checks read a whole lead: a place by its names, answers as bands
 * and choices, and what is left out by the same rules. Answers in words, which may say anything of anybody, are refused.
 * Throws InvalidInput with all wrong fields.
 */
export function factsAlone(told: FactsTold): FactsAlone {
  const problems: InputProblem[] = [];
  const note = (message: string | null, ...path: string[]): void => {
    if (message !== null) problems.push({ message, path });
  };
  note(wrongNiche(told.nicheId), 'niche');
  note(wrongCountry(told.country), 'country');
  const place = placeOf(told);
  if (problems.length === 0) note(place.wrong?.message ?? null, ...(place.wrong?.path ?? []));
  const answers = readAnswers(told, note);
  if (problems.length > 0) throw invalidInputs(problems);
  const channel = told.channel ?? 'OTHER';
  const kindFacts = { channel, hasPhone: true, hasEmail: true, isFull: answers.isFull, hasWish: false };
  return {
    nicheId: told.nicheId,
    regionId: place.regionId,
    countryCode: place.country,
    temperature: told.temperature ?? temperatureOf({ channel, hasConvenientTime: false }),
    // What the agency says is borne out by the lead itself, when it comes.
    contactKind: told.contactKind ?? contactKindOf(kindFacts, null),
    channel,
    type: told.type ?? leadTypeOf(channel),
    isVerified: false,
    answers: answers.coarse,
  };
}

function placeOf({ country, region, city }: FactsTold) {
  const values = { ...(region ? { region } : {}), ...(city ? { city } : {}), answers: {} };
  const batch = { _id: '', agencyId: '', personId: '', nicheId: '', country, at: new Date(0), defaults: {} };
  const place = findPlace({ row: 1, values }, batch);
  const isUnknown = place.region === null || place.findings.length > 0;
  return {
    country: place.country,
    regionId: place.region?._id ?? `region_${country}`,
    wrong: isUnknown
      ? { message: 'The market knows no such place there.', path: [city ? 'city' : region ? 'region' : 'country'] }
      : null,
  };
}

type Note = (message: string | null, ...path: string[]) => void;

function readAnswers({ nicheId, country, answers }: FactsTold, note: Note) {
  const fields = nicheTree().byId(nicheId)?.fields ?? [];
  const given = answers ?? [];
  const verdict = checkAnswers(fields, Object.fromEntries(given.map(({ key, value }) => [key, value])), country);
  const read = new Set(verdict.coarse.map(({ key }) => key));
  for (const [place, { key, value }] of given.entries()) {
    const path = ['answers', `${place}`];
    const field = fields.find((one) => one.key === key);
    note(wrongQuestion(nicheId, key), ...path, 'key');
    if (!field || value.trim() === '') continue;
    if (!field.isCoarse || field.kind === 'TEXT')
      note('The answer to this question may say who the person is, so it comes with the post.', ...path, 'key');
    else if (!read.has(key)) note('The answer is none to this question.', ...path, 'value');
  }
  return verdict;
}
