import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { money, toMinor } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { addNote } from './addNote';
import { assignCard } from './assignCard';
import { cardEvents } from './changes';
import { findCard } from './findCard';
import { type CardRow } from './model';
import { readCards } from './readCards';
import { type ClosedBecause, nextStatuses, whyClosed } from './rules';
import { setCardStatus } from './setCardStatus';

/** Rows that a card points to and that are never deleted: one missing is our fault, not the caller's. */
async function present<T>(row: Promise<T | null> | T | null | undefined, what: string): Promise<T> {
  const found = await row;
  if (found === null || found === undefined) throw new Error(`a card points to a ${what} that does not exist`);
  return found;
}

const leadOfCard = ({ leadId }: CardRow, { loaders }: Context) => present(loaders.leadById.load(leadId), 'lead');

const saleOfCard = ({ saleId }: CardRow, { loaders }: Context) => present(loaders.saleById.load(saleId), 'sale');

const closedBecause = async (card: CardRow, context: Context): Promise<ClosedBecause | null> =>
  whyClosed(await saleOfCard(card, context), await leadOfCard(card, context));

const personOf = (personId: string | null, { loaders }: Context) =>
  personId === null ? null : loaders.personById.load(personId);

export const resolvers: Resolvers = {
  Query: {
    cards: access.business()((_parent, { filter, ...page }, { viewer }) => readCards(viewer, filter ?? {}, page)),
    card: access.business()((_parent, { id }, { viewer }) => findCard(viewer, id)),
  },
  Mutation: {
    setCardStatus: access.business()(
      outcome('SetCardStatusPayload', (_parent, { input }, { viewer }) => setCardStatus(viewer, input)),
    ),
    addNote: access.business()(outcome('AddNotePayload', (_parent, { input }, { viewer }) => addNote(viewer, input))),
    assignCard: access.business(
      'OWNER',
      'MANAGER',
    )(outcome('AssignCardPayload', (_parent, { input }, { viewer }) => assignCard(viewer, input))),
  },
  Subscription: {
    cardTold: subscription(access.business(), (_parent, { cardId }, { viewer }) => cardEvents(viewer, cardId)),
  },
  Card: {
    id: ({ _id }) => _id,
    sale: (card, _args, context) => saleOfCard(card, context),
    lead: (card, _args, context) => leadOfCard(card, context),
    contact: (card, _args, { loaders }) => loaders.contactOfCard.load(card),
    isClosed: async (card, _args, context) => (await closedBecause(card, context)) !== null,
    closedBecause: (card, _args, context) => closedBecause(card, context),
    nextStatuses: async (card, _args, context) =>
      (await closedBecause(card, context)) ? [] : [...nextStatuses(card.status)],
    dealValue: ({ dealMinor, dealCurrency }) =>
      dealMinor === null || dealCurrency === null ? null : money(toMinor(dealMinor), dealCurrency),
    niche: ({ nicheId }) => present(nicheTree().byId(nicheId), 'niche'),
    region: ({ regionId }) => present(regionTree().byId(regionId), 'region'),
    agency: ({ agencyId }, _args, { loaders }) => present(loaders.organisationById.load(agencyId), 'agency'),
    assignee: ({ assigneeId }, _args, context) => personOf(assigneeId, context),
    history: ({ _id }, page, { loaders }) => loaders.historyOfCard.load({ cardId: _id, kind: null, page }),
    notes: ({ _id }, page, { loaders }) => loaders.historyOfCard.load({ cardId: _id, kind: 'NOTE_ADDED', page }),
  },
  CardEvent: {
    id: ({ _id }) => _id,
    person: ({ personId }, _args, context) => personOf(personId, context),
    assignee: ({ assigneeId }, _args, context) => personOf(assigneeId, context),
  },
  Sale: { card: ({ _id }, _args, { loaders }) => loaders.cardOfSale.load(_id) },
};
