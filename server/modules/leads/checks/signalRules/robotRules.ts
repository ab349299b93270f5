import { type SignalRule } from './signalRule';

/** What tells of programs: how a form was sent, how often, and what rows have in common. */
export const robotRules = {
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
