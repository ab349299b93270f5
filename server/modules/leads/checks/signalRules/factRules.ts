import { type SignalRule } from './signalRule';

/** What was not understood of the place, the niche, the facts and the answers. */
export const factRules = {
  REGION_UNKNOWN: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The country is not one of this market.',
    cure: 'Correct the country of the row or of the batch.',
  },
  CITY_UNKNOWN: {
    version: 17,
    weight: 0,
    isTold: true,
    evidence: 'The place given is not known, so the lead counts for {counted}.',
    cure: 'Check the spelling of the city.',
  },
  CITY_OTHER_REGION: {
    version: 17,
    // Towns of one name are many, and the catalogue knows the large ones.
    weight: 0,
    isTold: true,
    evidence:
      'The city given is not known in the region given but elsewhere in the country, so the lead counts for {counted}.',
    cure: 'Check that the city and the region of the lead belong together.',
  },
  NICHE_UNKNOWN: {
    version: 1,
    weight: 0,
    isTold: true,
    evidence: 'The niche given is not one of this market, so the lead counts for that of its batch.',
    cure: 'Use a niche of the catalogue where the row is of another niche.',
  },
  NICHE_RETIRED: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'Leads of the niche given are no longer sold on this market.',
    cure: 'Use another niche of the catalogue.',
  },
  KIND_NOT_BORNE_OUT: {
    version: 8,
    weight: 0,
    isTold: true,
    evidence: 'It was called {claimed}; by what is known of it, it is {kind}.',
    cure: 'INTERESTED needs a comment of at least 3 words and 15 letters, a convenient time or the full questionnaire; REGISTRATION needs an e-mail address.',
  },
  CAPTURED_IMPOSSIBLE: {
    version: 8,
    isFixed: true,
    weight: 100,
    evidence: 'The time when the contact was left lies in the future.',
    cure: 'Correct the date.',
  },
  CAPTURED_OLD: {
    version: 8,
    weight: 45,
    evidence: 'The contact was left more than two years ago.',
    cure: 'Ask the person again, or correct the date.',
  },
  TIME_OF_OTHER_ZONE: {
    version: 11,
    weight: 45,
    evidence:
      'A time given names no zone and would lie in the future by the clock of {place}, so it was read by that of {other}.',
    cure: 'Write the zone with the time, as in 2026-11-20T14:05+03:00 or 2026-11-20 14:05 UTC.',
  },
  DATE_ORDER_MIXED: {
    version: 11,
    weight: 0,
    isTold: true,
    evidence: 'A date can only be read with day and month in the other order than the rest of its column shows.',
    cure: 'Write all dates of a column in one order, best as in 2026-11-20.',
  },
  FACT_UNREADABLE: {
    version: 1,
    weight: 0,
    isTold: true,
    evidence: 'The {field} given was not understood, so the usual one was taken.',
    cure: 'Use a value of the documentation.',
  },
  ANSWER_UNREADABLE: {
    version: 1,
    weight: 0,
    isTold: true,
    evidence: 'The answer to “{field}” does not fit the question and was left out.',
    cure: 'Give one of the answers that the form allows.',
  },
} as const satisfies Record<string, SignalRule>;
