/** A dispute and its subject share what follows the prefix in their ids: one dispute each, kept by the primary key itself. */
export const disputeIdOf = (subjectId: string): string => subjectId.replace(/^[a-z]+_/, 'dispute_');
