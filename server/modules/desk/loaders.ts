import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { type Connection } from '../../platform/pages';
import { type Contact } from '../leads';
import { cardContacts } from './contacts';
import { type CardEventRow, type CardRow, Cards } from './model';
import { mayWork } from './policy';
import { type HistoryPage, readHistories } from './readCards';
import { cardIdOf } from './rules';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  /** The viewer's card of a sale; null for everybody who may not work it. */
  cardOfSale: new DataLoader<string, CardRow | null>(async (saleIds) => {
    const rows = viewer ? await Cards.find({ _id: { $in: saleIds.map(cardIdOf) } }).lean<CardRow[]>() : [];
    const mine = new Map(rows.filter((row) => viewer && mayWork(viewer, row)).map((row) => [row.saleId, row]));
    return saleIds.map((id) => mine.get(id) ?? null);
  }),
  contactOfCard: new DataLoader<CardRow, Contact | null, string>(
    async (cards) => {
      const contacts = viewer ? await cardContacts(viewer, cards, 'card') : new Map<string, Contact>();
      return cards.map(({ _id }) => contacts.get(_id) ?? null);
    },
    { cacheKeyFn: ({ _id }) => _id },
  ),
  historyOfCard: new DataLoader<HistoryPage, Connection<CardEventRow>, string>(readHistories, {
    cacheKeyFn: JSON.stringify,
  }),
});

export type DeskLoaders = ReturnType<typeof loaders>;
