import { type SignalRule } from './signalRule';

/** What is known of the person from elsewhere: from earlier leads, from the organisations of the market, from themselves. */
export const peopleRules = {
  COMPETITOR: {
    version: 9,
    weight: 45,
    evidence: 'The {what} is that of a business or an agency that trades in this branch on this market.',
    cure: 'If its own staff asked for themselves, a moderator can release the lead.',
  },
  SELLER_KNOWN: {
    version: 15,
    weight: 15,
    evidence: 'The {what} is that of a business or an agency on this market that does not trade in this branch.',
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
    evidence:
      'Whoever has this phone or e-mail asked not to be contacted, or answered that a request with it was not theirs.',
    cure: 'Leave this phone and e-mail out of your lists.',
  },
  CONSENT_WITHDRAWN: {
    version: 10,
    isFixed: true,
    weight: 100,
    evidence: 'The person took a consent back on this market after this one was given.',
    cure: 'Contact the person no more. If they asked again since, send the time of that consent.',
  },
  AFTER_WITHDRAWAL: {
    version: 13,
    refutedOn: 'ANY',
    weight: 45,
    evidence: 'The consent to another request with this phone number or e-mail address was taken back.',
    cure: 'Ask the person by phone or e-mail whether the request is theirs; a moderator can release the lead.',
  },
  PHONE_OF_DENIED: {
    version: 9,
    refutedOn: 'PHONE',
    weight: 45,
    evidence: 'The person of an earlier request with this phone number said that it was not them.',
    cure: 'Ask the person by this phone whether the request is theirs; a moderator can release the lead.',
  },
  EMAIL_OF_DENIED: {
    version: 9,
    refutedOn: 'EMAIL',
    weight: 45,
    evidence: 'The person of an earlier request with this e-mail address said that it was not them.',
    cure: 'Ask the person by this address whether the request is theirs; a moderator can release the lead.',
  },
  PHONE_AFTER_DENIED: {
    version: 13,
    refutedOn: 'PHONE',
    weight: 45,
    evidence:
      'Whoever has the phone number that was given first said that it was not them; the one given later may be somebody else’s until the person has answered on each channel.',
    cure: 'Ask the person by this phone, and by e-mail if there is one, whether the request is theirs; a moderator can release the lead.',
  },
  EMAIL_AFTER_DENIED: {
    version: 13,
    refutedOn: 'EMAIL',
    weight: 45,
    evidence:
      'Whoever has the e-mail address that was given first said that it was not them; the one given later may be somebody else’s until the person has answered on each channel.',
    cure: 'Ask the person by this address, and by phone if there is one, whether the request is theirs; a moderator can release the lead.',
  },
  PHONE_MANY_NAMES: {
    version: 7,
    weight: 45,
    evidence: 'The phone number was left under {count} different names within {days} days.',
    cure: 'Ask by phone who asked; a moderator can release the lead.',
  },
} as const satisfies Record<string, SignalRule>;
