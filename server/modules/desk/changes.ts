import { onChange } from '../../platform/changes';
import { badUserInput } from '../../platform/errors';
import { publish, subscribeTo } from '../../platform/pubsub';
import { type Viewer } from '../../graphql/viewer';
import { findCard } from './findCard';
import { type CardEventRow } from './model';

const channelOf = (cardId: string): string => `card:${cardId}`;

/** Tells this process's subscribers of every event of a card, whichever process wrote it. Answers with how to stop. */
export const followCards = (): (() => void) =>
  onChange<CardEventRow>('card_events', ({ document }) => {
    if (document) publish(channelOf(document.cardId), document);
  });

/** The events of a card from now on; they end with the first after the card was taken from the viewer. */
export async function cardEvents(viewer: Viewer, cardId: string): Promise<AsyncIterable<CardEventRow>> {
  const mayHear = async (): Promise<boolean> => (await findCard(viewer, cardId)) !== null;
  if (!(await mayHear())) throw badUserInput('There is no such card.');
  const events = subscribeTo<CardEventRow>(channelOf(cardId));
  const end = () => events.return!();
  const iterator: AsyncIterableIterator<CardEventRow> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      const event = await events.next();
      return event.done || (await mayHear()) ? event : end();
    },
    return: end,
  };
  return iterator;
}
