import { idFrom } from '../../platform/ids';
import { CardEvents, type CardEventKind } from './model';
import { cardIdOf } from './rules';

/** Writes a line of history once, however often its event is delivered. */
export async function tellCard(
  saleId: string,
  kind: CardEventKind,
  event: { id: string; at: Date },
  text: string | null,
): Promise<void> {
  const row = {
    cardId: cardIdOf(saleId),
    at: event.at,
    kind,
    personId: null,
    from: null,
    to: null,
    assigneeId: null,
    text,
  };
  await CardEvents.updateOne({ _id: idFrom('event', event.id, saleId) }, { $setOnInsert: row }, { upsert: true });
}
