/** Dispute and sale share the part of their ids after the prefix: one dispute a sale, kept by the primary key itself. */
export const disputeIdOf = (saleId: string): string => saleId.replace(/^sale_/, 'dispute_');
