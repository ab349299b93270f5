import { type SignalRule } from './signalRule';

/** What speaks against the record of consent. */
export const consentRules = {
  CONSENT_MISSING: {
    version: 14,
    isFixed: true,
    weight: 100,
    evidence: 'There is no record of consent.',
    cure: 'Give the consent text shown, its page, time and method, for the row or for the whole batch.',
  },
  CONSENT_REFUSED: {
    version: 15,
    isFixed: true,
    weight: 100,
    evidence: 'The person did not agree: the text or the answer of consent says no.',
    cure: 'Leave out people who did not agree. If the column asks something else, map it to another meaning.',
  },
  CONSENT_CONTRADICTS: {
    version: 15,
    weight: 45,
    evidence: 'The text of consent says both that the person agrees and that they do not.',
    cure: 'Give the text that the person agreed to. If it is this one, a moderator can release the lead.',
  },
  CONSENT_INCOMPLETE: {
    version: 14,
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
  CONSENT_PAGE_UNREADABLE: {
    version: 8,
    weight: 10,
    evidence: 'What was given as the page of consent is no address of the web.',
    cure: 'Give the address of the page, such as https://example.com/form.',
  },
  CONSENT_PAGE_OF_MARKET: {
    version: 13,
    weight: 45,
    evidence: 'The page of consent is one of this market, but no form of it sent the lead.',
    cure: 'Give the page of your own at which the person agreed. What a form of the market is sent with is here already.',
  },
  CONSENT_PAGE_NOT_PUBLIC: {
    version: 13,
    weight: 45,
    evidence: 'The page of consent stands nowhere in the web: its address leads into a machine, a house or an example.',
    cure: 'Give the address at which people see the form.',
  },
  CONSENT_IP_NOT_PUBLIC: {
    version: 13,
    weight: 45,
    evidence: 'The IP address of the consent is that of no line: it lies within a machine, a house or an example.',
    cure: 'Record the address of the visitor; behind a proxy a server sees that of the proxy unless it is told otherwise.',
  },
  CONSENT_OLD: {
    version: 8,
    isFixed: true,
    weight: 100,
    evidence: 'Consent was given more than two years ago.',
    cure: 'Ask the person again.',
  },
  CONSENT_NO_IP: {
    version: 1,
    weight: 5,
    isOfForm: true,
    evidence: 'The IP address from which consent was given was not recorded.',
    cure: 'Record it where your form can.',
  },
} as const satisfies Record<string, SignalRule>;
