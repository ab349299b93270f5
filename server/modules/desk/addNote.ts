import { type AddNoteInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { keyReused } from '../../platform/idempotency';
import { idFrom } from '../../platform/ids';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { openCard } from './findCard';
import { CardEvents, type CardEventRow, type CardRow, Cards } from './model';
import { noteText } from './noteText';

/** Writes a note; the same client key writes it once. Errors: InvalidInput, NotFound, Conflict. */
export async function addNote(viewer: Viewer, input: AddNoteInput): Promise<{ note: CardEventRow; card: CardRow }> {
  const text = noteText(input.text, ['text']);
  const _id = idFrom('note', input.cardId, viewer.personId, input.clientKey);
  try {
    return await inTransaction(async () => {
      const card = await openCard(viewer, input.cardId);
      const at = now();
      const kind = 'NOTE_ADDED' as const;
      const note = {
        _id,
        cardId: card._id,
        at,
        kind,
        personId: viewer.personId,
        from: null,
        to: null,
        assigneeId: null,
        text,
      };
      await CardEvents.insertMany([note]);
      await Cards.updateOne({ _id: card._id }, { $set: { changedAt: at } });
      return { note, card: { ...card, changedAt: at } };
    });
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    // As it is now: the note that refused ours may not count as majority-written yet.
    const note = await CardEvents.findById(_id).readConcern('local').lean<CardEventRow>();
    if (note?.text !== text) throw keyReused();
    return { note, card: await openCard(viewer, input.cardId) };
  }
}
