import DataLoader from 'dataloader';
import { type CardRefundRow } from './model';
import { cardRefundsOf } from './reads';

export const loaders = () => ({
  cardRefundsByTopUp: new DataLoader<string, CardRefundRow[]>((ids) => cardRefundsOf(ids)),
});
