import DataLoader from 'dataloader';
import { type Sale } from './sales/model';
import { salesById } from './sales/readSales';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  saleById: new DataLoader<string, Sale | null>(async (ids) => {
    const found = await salesById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
});

export type MarketLoaders = ReturnType<typeof loaders>;
