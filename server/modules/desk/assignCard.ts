import { type AssignCardInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { isMemberOf } from '../accounts';
import { openCard } from './findCard';
import { CardEvents, type CardRow, Cards } from './model';

/** Gives a card to a member of the viewer's business, or to nobody. Errors: NotFound, Conflict. */
export async function assignCard(viewer: Viewer, input: AssignCardInput): Promise<{ card: CardRow }> {
  const assigneeId = input.personId ?? null;
  return inTransaction(async () => {
    const card = await openCard(viewer, input.cardId);
    if (assigneeId !== null && !(await isMemberOf(viewer.organisationId, assigneeId))) throw notFound('member');
    if (card.assigneeId === assigneeId) return { card };
    const at = now();
    await Cards.updateOne({ _id: card._id }, { $set: { assigneeId, changedAt: at } });
    const event = { _id: newId('event'), cardId: card._id, at, kind: 'ASSIGNED' as const, personId: viewer.personId };
    await CardEvents.insertMany([{ ...event, from: null, to: null, assigneeId, text: null }]);
    return { card: { ...card, assigneeId, changedAt: at } };
  });
}
