import { type Signal } from '../leads';
import { type DisputeReason } from './rules';

type SignalCode = Signal['code'];

/**
 * Signals that a person does not leave by mistake: made-up names and numbers, links, throw-away addresses, what a form
 * saw of a robot that filled it, and what many leads of one shape have in common.
 */
export const ROBOT_SIGNALS: readonly SignalCode[] = [
  'CONSENTS_IN_STEPS',
  'CONSENT_SAME_NETWORK',
  'CONTACTS_IN_SEQUENCE',
  'EMAIL_DISPOSABLE',
  'FORM_TOKEN_MISSING',
  'FORM_TOO_FAST',
  'MANY_FROM_DEVICE',
  'MANY_FROM_NETWORK',
  'NAME_GENERATED',
  'NAME_GIBBERISH',
  'NAME_KEYBOARD_RUN',
  'NAME_LINK',
  'NAME_REPEATED',
  'NAME_SCRIPT_MIX',
  'NAMES_UNUSUAL',
  'NAME_OF_MANY',
  'NETWORK_DATA_CENTRE',
  'PHONE_SAME_DIGITS',
  'PHONE_SEQUENCE',
  'ROBOT_AGENT',
  'SAME_WORDS',
  'TRAP_FILLED',
  'VALUES_SAME',
];

/** The signal under which the person's own "it was not me" is stored with the lead. */
export const DENIAL_SIGNAL: SignalCode = 'DENIED_BY_PERSON';

/**
 * Of which claims each signal says something: a new one has to be thought of here. They are shown to both sides and to
 * those who decide, and decide nothing by themselves: so the table is the same for sales under every version of the rules.
 */
const BEARS_ON: Readonly<Record<SignalCode, readonly DisputeReason[]>> = {
  ANSWER_UNREADABLE: ['NOT_AS_LISTED'],
  CAPTURED_IMPOSSIBLE: ['NOT_AS_LISTED'],
  CAPTURED_OLD: ['NOT_AS_LISTED'],
  CITY_UNKNOWN: ['NOT_AS_LISTED'],
  COMPETITOR: ['COMPETITOR'],
  CONSENTS_AT_ONCE: ['BOT'],
  CONSENTS_IN_STEPS: ['BOT'],
  CONSENT_INCOMPLETE: ['NO_CONSENT'],
  CONSENT_MISSING: [],
  CONSENT_NO_IP: ['NO_CONSENT'],
  CONSENT_OLD: ['NO_CONSENT'],
  CONSENT_PAGE_UNREADABLE: ['NO_CONSENT'],
  CONSENT_REFUSED: [],
  CONSENT_SAME_NETWORK: ['BOT', 'NO_CONSENT'],
  CONSENT_TIME_IMPOSSIBLE: [],
  CONSENT_TIME_UNREADABLE: ['NO_CONSENT'],
  CONTACTS_IN_SEQUENCE: ['BOT'],
  CONTACT_MISSING: [],
  DENIED_BY_PERSON: ['NO_CONSENT'],
  DUPLICATE_ALIKE: [],
  EMAIL_DISPOSABLE: ['BOT', 'TYPO', 'PRANK'],
  EMAIL_DOMAIN_UNKNOWN: ['TYPO'],
  EMAIL_FICTION: ['TYPO', 'PRANK'],
  EMAIL_NO_REPLY: ['TYPO'],
  EMAIL_PLACEHOLDER: ['TYPO', 'PRANK'],
  EMAIL_ROLE: ['COMPETITOR'],
  EMAIL_SYNTAX: ['TYPO'],
  EMAIL_TYPO: ['TYPO'],
  FACT_UNREADABLE: ['NOT_AS_LISTED'],
  FORM_TOKEN_MISSING: ['BOT'],
  FORM_TOKEN_OLD: ['BOT'],
  FORM_TOO_FAST: ['BOT'],
  KIND_NOT_BORNE_OUT: ['NOT_AS_LISTED'],
  MANY_BY_FORM: ['BOT'],
  MANY_FROM_DEVICE: ['BOT'],
  MANY_FROM_NETWORK: ['BOT'],
  MANY_OF_CONTACT: ['BOT', 'PRANK'],
  NAMES_UNUSUAL: ['BOT'],
  NAME_ABUSE: ['PRANK'],
  NAME_COMPANY: ['COMPETITOR', 'NOT_AS_LISTED'],
  NAME_DIGITS: ['BOT'],
  NAME_EMPTY: ['PRANK'],
  NAME_FORMULA: ['BOT'],
  NAME_GENERATED: ['BOT', 'PRANK'],
  NAME_GIBBERISH: ['BOT', 'PRANK'],
  NAME_IS_CONTACT: ['PRANK'],
  NAME_JOKE: ['PRANK'],
  NAME_KEYBOARD_RUN: ['BOT', 'PRANK'],
  NAME_LINK: ['BOT'],
  NAME_NAMESAKE: ['PRANK'],
  NAME_NO_LETTERS: ['PRANK'],
  NAME_NOT_GIVEN: ['PRANK'],
  NAME_OF_MANY: ['BOT', 'PRANK'],
  NAME_PLACEHOLDER: ['PRANK'],
  NAME_REPEATED: ['BOT', 'PRANK'],
  NAME_SCRIPT_MIX: ['BOT'],
  NAME_TOO_LONG: [],
  NETWORK_DATA_CENTRE: ['BOT'],
  NICHE_RETIRED: [],
  NICHE_UNKNOWN: ['NOT_AS_LISTED'],
  PERSON_MAY_BE_KNOWN: ['DUPLICATE'],
  PHONE_DAMAGED: ['TYPO'],
  PHONE_FICTION: ['TYPO', 'PRANK'],
  PHONE_IMPOSSIBLE: ['TYPO'],
  PHONE_MANY_NAMES: ['PRANK'],
  PHONE_NOT_PERSONAL: ['TYPO', 'NOT_AS_LISTED'],
  PHONE_OTHER_COUNTRY: ['TYPO', 'NOT_AS_LISTED'],
  PHONE_OTHER_REGION: ['TYPO', 'NOT_AS_LISTED'],
  PHONE_SAME_DIGITS: ['BOT', 'TYPO', 'PRANK'],
  PHONE_SEQUENCE: ['BOT', 'TYPO', 'PRANK'],
  PHONE_SEVERAL: ['TYPO'],
  PHONE_VOIP: [],
  REGION_UNKNOWN: ['NOT_AS_LISTED'],
  ROBOT_AGENT: ['BOT'],
  SAME_WORDS: ['BOT'],
  SELLER_KNOWN: ['COMPETITOR'],
  SUPPRESSED: [],
  TEST_LEAD: ['BOT', 'PRANK'],
  TRAP_FILLED: ['BOT'],
  VALUES_SAME: ['BOT'],
};

/** Whether a signal says something about a claim; of one whose rule is gone nothing is known. */
export const bearsOn = (reason: DisputeReason, { code }: Pick<Signal, 'code'>): boolean =>
  (BEARS_ON[code] as readonly DisputeReason[] | undefined)?.includes(reason) ?? false;
