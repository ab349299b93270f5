import { type Signal } from '../leads';
import { type DisputeReason } from './rules';

type SignalCode = Signal['code'];

/**
 * Signals that a person does not leave by mistake: made-up names and numbers, links, throw-away addresses, what a form
 * saw of a robot that filled it, and what many leads of one shape have in common.
 */
export const ROBOT_SIGNALS: readonly SignalCode[] = [
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
 * Which signals of a lead say something about a claim. They are shown to both sides and to those who decide, and decide
 * nothing by themselves: so the list is the same for sales under every version of the rules.
 */
const BEARING: Readonly<Record<DisputeReason, readonly SignalCode[]>> = {
  DUPLICATE: ['PERSON_MAY_BE_KNOWN'],
  BOT: [
    ...ROBOT_SIGNALS,
    'CONSENTS_AT_ONCE',
    'FORM_TOKEN_OLD',
    'MANY_BY_FORM',
    'MANY_OF_CONTACT',
    'NAME_DIGITS',
    'NAME_FORMULA',
    'TEST_LEAD',
  ],
  TYPO: [
    'PHONE_IMPOSSIBLE',
    'PHONE_DAMAGED',
    'PHONE_SAME_DIGITS',
    'PHONE_SEQUENCE',
    'PHONE_NOT_PERSONAL',
    'PHONE_OTHER_COUNTRY',
    'PHONE_OTHER_REGION',
    'PHONE_FICTION',
    'EMAIL_SYNTAX',
    'EMAIL_DOMAIN_UNKNOWN',
    'EMAIL_TYPO',
    'EMAIL_DISPOSABLE',
    'EMAIL_FICTION',
  ],
  COMPETITOR: ['COMPETITOR', 'SELLER_KNOWN', 'NAME_COMPANY', 'EMAIL_ROLE'],
  PRANK: [
    'NAME_JOKE',
    'PHONE_MANY_NAMES',
    'MANY_OF_CONTACT',
    'TEST_LEAD',
    'NAME_KEYBOARD_RUN',
    'NAME_REPEATED',
    'NAME_GIBBERISH',
    'NAME_GENERATED',
    'NAME_NO_LETTERS',
    'NAME_IS_CONTACT',
    'PHONE_SAME_DIGITS',
    'PHONE_SEQUENCE',
    'PHONE_FICTION',
    'EMAIL_DISPOSABLE',
    'EMAIL_FICTION',
  ],
  NOT_AS_LISTED: [
    'CITY_UNKNOWN',
    'NICHE_UNKNOWN',
    'FACT_UNREADABLE',
    'ANSWER_UNREADABLE',
    'PHONE_OTHER_COUNTRY',
    'PHONE_OTHER_REGION',
    'PHONE_NOT_PERSONAL',
    'NAME_COMPANY',
  ],
  NO_CONSENT: [
    'CONSENT_OLD',
    'CONSENT_NO_IP',
    'CONSENT_SAME_NETWORK',
    'CONSENT_INCOMPLETE',
    'CONSENT_TIME_UNREADABLE',
    'DENIED_BY_PERSON',
  ],
};

export const bearsOn = (reason: DisputeReason, { code }: Pick<Signal, 'code'>): boolean =>
  BEARING[reason].includes(code);
