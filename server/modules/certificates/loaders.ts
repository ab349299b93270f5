import DataLoader from 'dataloader';
import { certificatesOfSales } from './issue';
import { type CertificateRow } from './model';

/** Reads of one request, each kind in as many commands however many are asked for. */
export const loaders = () => ({
  certificateOfSale: new DataLoader<string, CertificateRow | null>(async (saleIds) => {
    const found = await certificatesOfSales(saleIds);
    return saleIds.map((id) => found.get(id) ?? null);
  }),
});

export type CertificateLoaders = ReturnType<typeof loaders>;
