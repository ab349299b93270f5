/** A column of the statement's file that tells by name what a ref of an entry tells by id. */
export interface NamedRef {
  column: string;
  role: string;
  /** The names of all that an organisation's entries may be about, by id: one read, however long its statement is. */
  namesFor(organisationId: string): Promise<ReadonlyMap<string, string>>;
}

const named = new Set<NamedRef>();

/** The ledger keeps ids and knows nothing of what they stand for: a module tells its names. Answers with how to stop. */
export function nameRefs(ref: NamedRef): () => void {
  named.add(ref);
  return () => void named.delete(ref);
}

export interface NameColumn {
  column: string;
  nameIn(refs: Readonly<Record<string, string>>): string;
}

/** The columns of names in the statement of an organisation. */
export const nameColumns = (organisationId: string): Promise<NameColumn[]> =>
  Promise.all(
    [...named].map(async ({ column, role, namesFor }) => {
      const names = await namesFor(organisationId);
      return { column, nameIn: (refs) => names.get(refs[role] ?? '') ?? '' };
    }),
  );
