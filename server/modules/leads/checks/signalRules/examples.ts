import { type PlaceIn, type SignalCode } from '../signals';

type FilledCode = { [Code in SignalCode]: [PlaceIn<Code>] extends [never] ? never : Code }[SignalCode];

/** Words as a check fills in, for each place of each rule: so that a rule reads as a sentence where there is no lead. */
const EXAMPLES: { [Code in FilledCode]: Record<PlaceIn<Code>, string> } = {
  PHONE_IMPOSSIBLE: { place: 'Kenya', why: 'it is too short' },
  PHONE_NOT_PERSONAL: { line: 'premium-rate number' },
  PHONE_OTHER_COUNTRY: { place: 'Tanzania', region: 'Kenya' },
  EMAIL_SYNTAX: { why: 'there is no @' },
  EMAIL_TYPO: { suggestion: 'gmail.com' },
  EMAIL_ROLE: { role: 'info' },
  NAME_NOT_GIVEN: { words: 'n/a' },
  NAME_PLACEHOLDER: { what: 'a trial entry' },
  NAME_SCRIPT_MIX: { scripts: 'Latin and Cyrillic' },
  CONSENT_INCOMPLETE: { parts: 'the method and the time' },
  CITY_UNKNOWN: { counted: 'the whole country' },
  CITY_OTHER_REGION: { counted: 'the region' },
  KIND_NOT_BORNE_OUT: { claimed: 'INTERESTED', kind: 'QUICK' },
  TIME_OF_OTHER_ZONE: { place: 'America/Los_Angeles', other: 'America/New_York' },
  FACT_UNREADABLE: { field: 'channel' },
  ANSWER_UNREADABLE: { field: 'Year of the car' },
  COMPETITOR: { what: 'e-mail domain' },
  SELLER_KNOWN: { what: 'e-mail domain' },
  DUPLICATE_ALIKE: { how: 'the name is a slip away from the other, the e-mail address is the same' },
  PERSON_MAY_BE_KNOWN: { how: 'the name sounds the same, the phone number is a slip away from the other' },
  PHONE_OTHER_REGION: { place: 'Texas', region: 'California' },
  PHONE_MANY_NAMES: { count: '3', days: '90' },
  VALUES_SAME: { count: '3' },
  CONTACTS_IN_SEQUENCE: { what: 'phone numbers', count: '12', how: 'that came together count up by the same step' },
  ROBOT_AGENT: { what: 'it calls itself a robot' },
  FORM_TOO_FAST: { seconds: '2 seconds' },
  FORM_TOKEN_OLD: { hours: '24' },
  MANY_FROM_NETWORK: { count: '14', span: '10 minutes' },
  MANY_FROM_DEVICE: { count: '5', span: '10 minutes' },
  MANY_OF_CONTACT: { count: '4', span: '24 hours' },
  MANY_BY_FORM: { count: '150', span: '10 minutes' },
  SAME_WORDS: { count: '6', where: 'by one form within 24 hours' },
  CONSENT_SAME_NETWORK: { count: '14', span: '10 minutes' },
  CONSENT_NEAR_NETWORK: { count: '44', span: 'an hour' },
  CONSENTS_AT_ONCE: { count: '40' },
  CONSENTS_IN_STEPS: { count: '20' },
  NAMES_UNUSUAL: { count: '25' },
  NAME_OF_MANY: { count: '30' },
};

export interface RuleExample {
  place: string;
  text: string;
}

const ALL: Partial<Record<SignalCode, Record<string, string>>> = EXAMPLES;

/** An example for each place of the rule's sentence. */
export const examplesOf = (code: SignalCode): RuleExample[] =>
  Object.entries(ALL[code] ?? {}).map(([place, text]) => ({ place, text }));
