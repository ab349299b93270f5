import { type Actor, clientKey, type World } from '../kit/world';

/** What a business does with its cards, as it does it: over the API. */

const CARD = `fragment CardParts on Card {
  id status nextStatuses lostReason isClosed
  dealValue { minor currency }
  assignee { id }
  sale { id state }
}`;

type Input = Record<string, unknown>;

export const cardIdOf = (saleId: string): string => saleId.replace('sale_', 'card_');

export const readCard = (world: World, viewer: Actor, id: string) =>
  world.ask(viewer, `query ($id: ID!) { card(id: $id) { ...CardParts } } ${CARD}`, { id });

/** The contact of a card; each call is a look that is recorded. */
export const lookAt = (world: World, viewer: Actor, id: string) =>
  world.ask(viewer, 'query ($id: ID!) { card(id: $id) { contact { name phone email } } }', { id });

export const readHistory = async (world: World, viewer: Actor, id: string) => {
  const card = await world.ask(
    viewer,
    `query ($id: ID!) { card(id: $id) { history(first: 50) { nodes { kind from to text person { id } assignee { id } } } } }`,
    { id },
  );
  return card.history.nodes;
};

export const setCardStatus = (world: World, viewer: Actor, cardId: string, input: Input) =>
  world.ask(
    viewer,
    `mutation ($input: SetCardStatusInput!) {
      setCardStatus(input: $input) {
        __typename ... on SetCardStatusPayload { card { ...CardParts } } ... on UserError { message path }
      }
    } ${CARD}`,
    { input: { cardId, ...input } },
  );

export const addNote = (world: World, viewer: Actor, cardId: string, text: string, key = clientKey()) =>
  world.ask(
    viewer,
    `mutation ($input: AddNoteInput!) {
      addNote(input: $input) {
        __typename ... on AddNotePayload { note { id text } card { id } } ... on UserError { message path }
      }
    }`,
    { input: { cardId, text, clientKey: key } },
  );

export const assignCard = (world: World, viewer: Actor, cardId: string, personId: string | null) =>
  world.ask(
    viewer,
    `mutation ($input: AssignCardInput!) {
      assignCard(input: $input) {
        __typename ... on AssignCardPayload { card { ...CardParts } } ... on UserError { message path }
      }
    } ${CARD}`,
    { input: { cardId, personId } },
  );
