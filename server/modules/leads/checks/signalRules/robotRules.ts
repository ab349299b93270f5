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
    version: 20,
    weight: 45,
    evidence: 'The {what} of {count} leads {how}.',
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
    version: 9,
    weight: 45,
    evidence: 'The same words were written in {count} requests {where}.',
    cure: 'Check where these leads come from: different people do not write the same sentence.',
  },
  CONSENT_SAME_NETWORK: {
    version: 14,
    weight: 45,
    evidence: '{count} people gave consent from one network address within {span}.',
    cure: 'Check where these leads come from, and that your form records the address of the visitor, not its own.',
  },
  CONSENT_NEAR_NETWORK: {
    version: 14,
    weight: 15,
    evidence: '{count} people gave consent from addresses that lie side by side (one /24 network) within {span}.',
    cure: 'Check where these leads come from: people of many places are seldom on neighbouring addresses.',
  },
  CONSENTS_AT_ONCE: {
    version: 9,
    weight: 45,
    evidence: 'The consents of {count} leads that came together were given within a minute.',
    cure: 'Check where these leads come from, and that the time of consent is that of the visitor.',
  },
  CONSENTS_IN_STEPS: {
    version: 9,
    weight: 45,
    evidence: 'The consents of {count} leads that came together were given each as long after the one before.',
    cure: 'Check where these leads come from, and that the time of consent is that of the visitor.',
  },
  NAMES_UNUSUAL: {
    version: 8,
    weight: 45,
    evidence:
      'The letters of the name follow each other as in hardly any known name, and so in {count} leads that came together.',
    cure: 'Check where these leads come from; a moderator can release leads of real people.',
  },
  NAME_OF_MANY: {
    version: 9,
    weight: 45,
    evidence: 'The whole name stands on {count} leads that came together with contacts of their own.',
    cure: 'Check that the column of names is the right one, and where these leads come from: so many namesakes are rare.',
  },
} as const satisfies Record<string, SignalRule>;
