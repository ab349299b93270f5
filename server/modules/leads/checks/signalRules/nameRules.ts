import { type SignalRule } from './signalRule';

/** What the name tells, and whether the whole is a trial. */
export const nameRules = {
  NAME_EMPTY: {
    version: 9,
    isFixed: true,
    weight: 100,
    evidence: 'The name is missing.',
    cure: 'Give the name that the person left.',
  },
  NAME_NOT_GIVEN: {
    version: 13,
    // Without a name a lead is none, so no weight may put it on sale unseen; with a sound contact it can be had.
    isFixed: true,
    weight: 45,
    evidence: 'In the place of the name stands “{words}”, which says that none was given.',
    cure: 'Give the name that the person left.',
  },
  NAME_NO_LETTERS: {
    version: 13,
    // As where words say that none was given.
    isFixed: true,
    weight: 45,
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
    version: 16,
    weight: 50,
    evidence: 'An e-mail address or a phone number stands in the place of the name.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_DIGITS: {
    version: 16,
    weight: 50,
    evidence: 'There are digits in the name.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_TOO_LONG: {
    version: 16,
    weight: 50,
    evidence: 'The name is longer than names are.',
    cure: 'Check that the columns are mapped rightly.',
  },
  NAME_KEYBOARD_RUN: {
    version: 13,
    weight: 60,
    evidence: 'The name is a run of neighbouring keys or letters.',
    cure: 'Ask the person for the name again.',
  },
  NAME_REPEATED: {
    version: 1,
    weight: 60,
    evidence: 'The name is one letter typed again and again.',
    cure: 'Ask the person for the name again.',
  },
  NAME_GIBBERISH: {
    version: 9,
    weight: 45,
    evidence: 'The name cannot be spoken: a word of it has no vowel.',
    cure: 'Ask the person for the name again.',
  },
  NAME_JOKE: {
    version: 19,
    weight: 60,
    evidence: 'The name is that of a celebrity or an invented figure, or a play on words.',
    cure: 'If it is the person’s real name, a moderator can release the lead.',
  },
  NAME_NAMESAKE: {
    version: 19,
    weight: 20,
    evidence:
      'The name is also that of a celebrity, an invented figure or a form’s example, or a play on words; many bear it, or the e-mail address does.',
    cure: 'Nothing needs to be done if it is the person’s own name.',
  },
  NAME_COURTESY: {
    version: 12,
    weight: 15,
    evidence: 'The name is also a word of thanks, as people end a message by; some bear it.',
    cure: 'Nothing needs to be done if it is the person’s own name.',
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
    version: 15,
    isFixed: true,
    weight: 100,
    evidence: 'This is a trial entry, not a person.',
    cure: 'Nothing needs to be done.',
  },
  NAME_GENERATED: {
    version: 7,
    weight: 60,
    evidence: 'The name is made of letters as programs make them up.',
    cure: 'Ask the person for the name again.',
  },
  NAME_ABUSE: {
    version: 14,
    weight: 60,
    evidence: 'Abuse stands in the place of the name.',
    cure: 'Ask the person for the name. If it is one, a moderator can release the lead.',
  },
  NAME_PLACEHOLDER: {
    version: 19,
    weight: 50,
    evidence: 'In the place of the name stands no name but {what}.',
    cure: 'Give the name that the person left. If it is one, a moderator can release the lead.',
  },
} as const satisfies Record<string, SignalRule>;
