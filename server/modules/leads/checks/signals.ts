/**
 * Every signal that a check can give, with the weight by which it speaks against a lead. The sum of the weights decides
 * (`decide` in rules.ts). Evidence is what a buyer reads in a dispute, so it never repeats the contact; the cure is
 * what the agency reads in its report. Change a weight or a rule: raise RULE_VERSION, which every stored signal carries.
 */
export const RULE_VERSION = 7;

interface SignalRule {
  /** The RULE_VERSION with which the rule came, or last changed. */
  version: number;
  /** True where another weight would put something on sale that may not be, or means nothing: no admin sets it. */
  isFixed?: boolean;
  /** 0: worth knowing; from QUARANTINE_FROM a person looks; from REJECT_FROM the row is refused. */
  weight: number;
  /** The weight where the person can still be reached by another channel that is sound. */
  weightWhenReachable?: number;
  evidence: string;
  cure: string;
}

const RULES = {
  CONTACT_MISSING: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'There is neither a phone number nor an e-mail address.',
    cure: 'Give at least one way to reach the person.',
  },
  PHONE_IMPOSSIBLE: {
    version: 1,
    weight: 100,
    weightWhenReachable: 50,
    evidence: 'The phone number cannot exist in the numbering plan of {place}: {why}.',
    cure: 'Correct the number, or leave it out where an e-mail address is given.',
  },
  PHONE_DAMAGED: {
    version: 1,
    weight: 100,
    weightWhenReachable: 50,
    evidence: 'A spreadsheet has rounded the phone number to a few digits.',
    cure: 'Format the column as text in the spreadsheet and export it again.',
  },
  PHONE_SAME_DIGITS: {
    version: 1,
    weight: 60,
    evidence: 'The phone number is one digit typed again and again.',
    cure: 'Ask the person for the number again.',
  },
  PHONE_SEQUENCE: {
    version: 1,
    weight: 60,
    evidence: 'The phone number counts up or down, as numbers do that are made up.',
    cure: 'Ask the person for the number again.',
  },
  PHONE_NOT_PERSONAL: {
    version: 1,
    weight: 60,
    evidence: 'The number is a {line}, which reaches no person.',
    cure: 'Give the person’s own number.',
  },
  PHONE_VOIP: {
    version: 1,
    weight: 15,
    evidence: 'The number belongs to an internet telephony service.',
    cure: 'Nothing needs to be done if it is the person’s own.',
  },
  PHONE_OTHER_COUNTRY: {
    version: 1,
    weight: 15,
    evidence: 'The number belongs to {place}, the lead is from {region}.',
    cure: 'Check that the country of the lead is right.',
  },
  PHONE_FICTION: {
    version: 7,
    isFixed: true,
    weight: 0,
    evidence: 'The number is from a range reserved for fiction; nobody can be reached on it.',
    cure: 'Use it for trials only.',
  },
  EMAIL_SYNTAX: {
    version: 1,
    weight: 100,
    weightWhenReachable: 50,
    evidence: 'The e-mail address is not well formed: {why}.',
    cure: 'Correct the address, or leave it out where a phone number is given.',
  },
  EMAIL_DOMAIN_UNKNOWN: {
    version: 1,
    weight: 100,
    weightWhenReachable: 50,
    evidence: 'The domain of the e-mail address cannot exist: no such ending is registered.',
    cure: 'Correct the part after the @, or leave the address out where a phone number is given.',
  },
  EMAIL_TYPO: {
    version: 1,
    weight: 60,
    weightWhenReachable: 30,
    evidence: 'The domain of the e-mail address looks like a slip of {suggestion}.',
    cure: 'If {suggestion} was meant, correct it; the address is never changed for you.',
  },
  EMAIL_DISPOSABLE: {
    version: 1,
    weight: 70,
    weightWhenReachable: 45,
    evidence: 'The e-mail address is from a service of throw-away addresses.',
    cure: 'Ask the person for a lasting address.',
  },
  EMAIL_ROLE: {
    version: 1,
    weight: 25,
    weightWhenReachable: 10,
    evidence: 'The e-mail address is that of a role in a company ({role}), not of a person.',
    cure: 'Give the person’s own address where there is one.',
  },
  EMAIL_FICTION: {
    version: 1,
    isFixed: true,
    weight: 0,
    evidence: 'The domain of the e-mail address is reserved for examples; no mail arrives there.',
    cure: 'Use it for trials only.',
  },
  NAME_EMPTY: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The name is missing.',
    cure: 'Give the name that the person left.',
  },
  NAME_NO_LETTERS: {
    version: 1,
    weight: 100,
    evidence: 'The name has no letters.',
    cure: 'Give the name that the person left.',
  },
  NAME_LINK: {
    version: 1,
    weight: 100,
    evidence: 'There is a link in the place of the name, as robots leave them.',
    cure: 'Give the name that the person left.',
  },
  NAME_FORMULA: {
    version: 1,
    weight: 100,
    evidence: 'A formula of a spreadsheet stands in the place of the name.',
    cure: 'Give the name that the person left.',
  },
  NAME_IS_CONTACT: {
    version: 1,
    weight: 50,
    evidence: 'An e-mail address or a phone number stands in the place of the name.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_DIGITS: {
    version: 1,
    weight: 50,
    evidence: 'There are digits in the name.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_TOO_LONG: {
    version: 1,
    weight: 50,
    evidence: 'The name is longer than names are.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_KEYBOARD_RUN: {
    version: 1,
    weight: 60,
    evidence: 'The name is a run of neighbouring keys.',
    cure: 'Ask the person for the name again.',
  },
  NAME_REPEATED: {
    version: 1,
    weight: 60,
    evidence: 'The name is one letter typed again and again.',
    cure: 'Ask the person for the name again.',
  },
  NAME_GIBBERISH: {
    version: 1,
    weight: 45,
    evidence: 'The name cannot be spoken: a long word without a vowel.',
    cure: 'Ask the person for the name again.',
  },
  NAME_JOKE: {
    version: 7,
    weight: 60,
    evidence: 'The name is that of a celebrity or an invented figure.',
    cure: 'If it is the person’s real name, a moderator can release the lead.',
  },
  NAME_SCRIPT_MIX: {
    version: 1,
    weight: 45,
    evidence: 'One word of the name mixes letters of {scripts}.',
    cure: 'Check the spelling of the name.',
  },
  NAME_COMPANY: {
    version: 1,
    weight: 20,
    evidence: 'The name reads like that of a company.',
    cure: 'Give the name of the person who asked.',
  },
  TEST_LEAD: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'This is a trial entry, not a person.',
    cure: 'Nothing needs to be done.',
  },
  CONSENT_MISSING: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'There is no record of consent.',
    cure: 'Give the consent text shown, its page, time and method, for the row or for the whole batch.',
  },
  CONSENT_REFUSED: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The person did not agree: the row says no to consent.',
    cure: 'Leave out people who did not agree. If the column asks something else, map it to another meaning.',
  },
  CONSENT_INCOMPLETE: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The record of consent lacks {parts}.',
    cure: 'Add what is missing, for the row or for the whole batch.',
  },
  CONSENT_TIME_UNREADABLE: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The time of consent cannot be read.',
    cure: 'Write it as in 2026-11-20 or 2026-11-20 14:05, or give one time for the whole batch.',
  },
  CONSENT_TIME_IMPOSSIBLE: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The time of consent lies in the future.',
    cure: 'Correct the date.',
  },
  CONSENT_OLD: {
    version: 1,
    weight: 45,
    evidence: 'Consent was given more than two years ago.',
    cure: 'Ask the person again.',
  },
  CONSENT_NO_IP: {
    version: 1,
    weight: 5,
    evidence: 'The IP address from which consent was given was not recorded.',
    cure: 'Record it where your form can.',
  },
  REGION_UNKNOWN: {
    version: 1,
    isFixed: true,
    weight: 100,
    evidence: 'The country is not one of this market.',
    cure: 'Correct the country of the row or of the batch.',
  },
  CITY_UNKNOWN: {
    version: 1,
    weight: 0,
    evidence: 'The place given is not known, so the lead counts for the whole country.',
    cure: 'Check the spelling of the city.',
  },
  NICHE_UNKNOWN: {
    version: 1,
    weight: 0,
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
  FACT_UNREADABLE: {
    version: 1,
    weight: 0,
    evidence: 'The {field} given was not understood, so the usual one was taken.',
    cure: 'Use a value of the documentation.',
  },
  ANSWER_UNREADABLE: {
    version: 1,
    weight: 0,
    evidence: 'The answer to “{field}” does not fit the question and was left out.',
    cure: 'Give one of the answers that the form allows.',
  },
  COMPETITOR: {
    version: 6,
    weight: 45,
    evidence: 'The {what} is that of a business or an agency that trades in this branch on this market.',
    cure: 'If its own staff asked for themselves, a moderator can release the lead.',
  },
  SELLER_KNOWN: {
    version: 6,
    weight: 15,
    evidence: 'The {what} is that of a business or an agency of this market, which trades in other branches.',
    cure: 'Nothing needs to be done if a person of it asked for themselves.',
  },
  DUPLICATE_ALIKE: {
    version: 4,
    isFixed: true,
    weight: 100,
    evidence: 'The same person asked before, as their details show: {how}.',
    cure: 'Nothing needs to be done; the repeated request was noted on the first one.',
  },
  PERSON_MAY_BE_KNOWN: {
    version: 4,
    weight: 45,
    evidence: 'This may be a person who asked before: {how}.',
    cure: 'A moderator compares the two and decides.',
  },
  DENIED_BY_PERSON: {
    version: 6,
    isFixed: true,
    weight: 100,
    evidence: 'The person was asked and answered that it was not them.',
    cure: 'Nothing needs to be done; somebody else left this contact.',
  },
  SUPPRESSED: {
    version: 6,
    isFixed: true,
    weight: 100,
    evidence: 'This person asked not to be contacted.',
    cure: 'Leave this person out of your lists.',
  },
  PHONE_OTHER_REGION: {
    version: 7,
    weight: 5,
    evidence: 'The area code of the number is that of {place}, the lead is from {region}.',
    cure: 'Check that the city or region of the lead is right.',
  },
  PHONE_MANY_NAMES: {
    version: 7,
    weight: 45,
    evidence: 'The phone number was left under {count} different names within {days} days.',
    cure: 'Ask by phone who asked; a moderator can release the lead.',
  },
  NAME_GENERATED: {
    version: 7,
    weight: 60,
    evidence: 'The name is made of letters as programs make them up.',
    cure: 'Ask the person for the name again.',
  },
  VALUES_SAME: {
    version: 7,
    weight: 60,
    evidence: 'The same words stand in {count} fields that ask for different things.',
    cure: 'Check that the columns are mapped rightly, and ask the person again.',
  },
  CONTACTS_IN_SEQUENCE: {
    version: 7,
    weight: 30,
    evidence: 'The {what} of {count} leads that came one after the other count up by the same step.',
    cure: 'Check where these leads come from: numbers of people do not follow each other.',
  },
  ROBOT_AGENT: {
    version: 7,
    weight: 90,
    evidence: 'The form was sent by a program, not by a browser: {what}.',
    cure: 'Nothing needs to be done; a moderator can release the lead of a real person.',
  },
  NETWORK_DATA_CENTRE: {
    version: 7,
    weight: 30,
    evidence: 'The form was sent from the network of a company that rents out servers.',
    cure: 'Nothing needs to be done: people come that way too, though seldom.',
  },
  TRAP_FILLED: {
    version: 7,
    weight: 70,
    evidence: 'A field that people cannot see was filled.',
    cure: 'Nothing needs to be done; a moderator can release the lead of a real person.',
  },
  FORM_TOO_FAST: {
    version: 7,
    weight: 60,
    evidence: 'The form was filled within {seconds}; a person needs longer.',
    cure: 'Nothing needs to be done; a moderator can release the lead of a real person.',
  },
  FORM_TOKEN_MISSING: {
    version: 7,
    weight: 60,
    evidence: 'The form was sent without having been opened: its mark was missing, used before or of another form.',
    cure: 'Send the form from the page that it was shown on.',
  },
  FORM_TOKEN_OLD: {
    version: 7,
    weight: 20,
    evidence: 'The form was sent more than {hours} hours after it was opened.',
    cure: 'Nothing needs to be done.',
  },
  MANY_FROM_NETWORK: {
    version: 7,
    weight: 45,
    evidence: '{count} requests from one network address within {span}.',
    cure: 'Nothing needs to be done; a moderator looks whether they are people of one place.',
  },
  MANY_FROM_DEVICE: {
    version: 7,
    weight: 45,
    evidence: '{count} requests from one device within {span}.',
    cure: 'If people fill the form on a device of yours, set the channel of the form to what it is, such as an event.',
  },
  MANY_OF_CONTACT: {
    version: 7,
    weight: 20,
    evidence: 'The same contact was left {count} times within {span}.',
    cure: 'Nothing needs to be done.',
  },
  MANY_BY_FORM: {
    version: 7,
    weight: 15,
    evidence: '{count} requests by one form within {span}, more than campaigns bring.',
    cure: 'Look where the visitors of the form come from.',
  },
  SAME_WORDS: {
    version: 7,
    weight: 45,
    evidence: 'The same words were written in {count} requests by one form within {span}.',
    cure: 'Look where the visitors of the form come from.',
  },
} as const satisfies Record<string, SignalRule>;

export type SignalCode = keyof typeof RULES;

export const SIGNAL_CODES = Object.keys(RULES) as SignalCode[];

/** What one check found in one row, before it is stored. */
export interface Finding {
  code: SignalCode;
  weight: number;
  evidence: string;
  cure: string;
}

const fill = (text: string, words: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);

/** A finding of that code, its sentences filled with words that must not be personal data. */
export function finding(code: SignalCode, words: Record<string, string> = {}): Finding {
  const { weight, evidence, cure } = RULES[code];
  return { code, weight, evidence: fill(evidence, words), cure: fill(cure, words) };
}

/** The same findings at the weight they have when the person can still be reached by another channel. */
export const whenReachable = (findings: readonly Finding[]): Finding[] =>
  findings.map((found) => ({
    ...found,
    weight: (RULES[found.code] as SignalRule).weightWhenReachable ?? found.weight,
  }));

/** What admins are told of a rule. */
export function aboutRule(code: SignalCode): { version: number; weight: number; evidence: string; isFixed: boolean } {
  const { version, weight, evidence, isFixed = false }: SignalRule = RULES[code];
  return { version, weight, evidence, isFixed };
}

/** Fiction contacts are a warning where trials are allowed and a refusal in production. */
export const asRefusal = (found: Finding): Finding => ({ ...found, weight: 100 });
