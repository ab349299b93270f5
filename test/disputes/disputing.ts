import { type Actor, clientKey, type World } from '../kit/world';

/** What the three sides of a dispute do, as they do it: over the API. */

export const DISPUTE = `fragment DisputeParts on Dispute {
  id reason state isAutomatic rulesVersion openedAt decidedAt
  evidence { lookUp speaksFor isProof text }
  steps { by kind note person { id name } }
  clock { waitsFor dueAt isSilenceForBuyer }
  amounts { claimed { minor } refunded { minor } }
  sale { id state refunded { minor } }
}`;

const answerOf = (field: string, payload: string): string => `mutation ($input: ${payload}Input!) {
  ${field}(input: $input) {
    __typename
    ... on ${payload}Payload { dispute { ...DisputeParts } }
    ... on UserError { message path }
    ${payload === 'OpenDispute' ? '... on DisputeWindowClosed { windowEndedAt } ... on AlreadyDisputed { disputeId } ... on ProofMissing { needed }' : ''}
  }
} ${DISPUTE}`;

const OPEN = answerOf('openDispute', 'OpenDispute');
const ANSWER = answerOf('answerDispute', 'AnswerDispute');
const WITHDRAW = answerOf('withdrawDispute', 'WithdrawDispute');
const DECIDE = answerOf('decideDispute', 'DecideDispute');

type Input = Record<string, unknown>;

const CLAIM = 'The person has never heard of us and asked for nothing.';

export const openDispute = (world: World, buyer: Actor, saleId: string, input: Input = {}) =>
  world.ask(buyer, OPEN, { input: { saleId, reason: 'NOT_AS_LISTED', text: CLAIM, clientKey: clientKey(), ...input } });

export const answerDispute = (world: World, agency: Actor, disputeId: string, input: Input = {}) =>
  world.ask(agency, ANSWER, {
    input: { disputeId, text: 'The person filled in our form and agreed.', clientKey: clientKey(), ...input },
  });

export const withdrawDispute = (world: World, buyer: Actor, disputeId: string, input: Input = {}) =>
  world.ask(buyer, WITHDRAW, { input: { disputeId, clientKey: clientKey(), ...input } });

export const decideDispute = (world: World, adjudicator: Actor, disputeId: string, input: Input = {}) =>
  world.ask(adjudicator, DECIDE, {
    input: {
      disputeId,
      outcome: 'ACCEPTED',
      note: 'Both sides were heard and read.',
      clientKey: clientKey(),
      ...input,
    },
  });

export const readDispute = (world: World, viewer: Actor, id: string) =>
  world.ask(viewer, `query ($id: ID!) { dispute(id: $id) { ...DisputeParts } } ${DISPUTE}`, { id });

/** A log that carries "cannot be reached": an attempt that met somebody else. */
export const wrongPersonLog = (world: World) => [
  { at: world.clock.now().toISOString(), way: 'CALL', result: 'WRONG_PERSON' },
];
