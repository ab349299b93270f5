/** So many records under one key tell nobody apart any more: it takes no further ones. */
export const FULL_FROM = 10;

/** So many candidates are compared with one record at most, those of the rarest keys first. */
const MOST_COMPARED = 12;

/** Records by their candidate keys. However many there are, a look-up costs no more than keys × FULL_FROM. */
export class KeyIndex<T> {
  private readonly byKey = new Map<string, T[]>();

  /** Adds a record, and answers the keys that had room for it. */
  add(record: T, keys: readonly string[]): string[] {
    return keys.filter((key) => {
      const records = this.byKey.get(key);
      if (!records) this.byKey.set(key, [record]);
      else if (records.length < FULL_FROM) records.push(record);
      else return false;
      return true;
    });
  }

  /** The keys that are not full. */
  withRoom(keys: readonly string[]): string[] {
    return keys.filter((key) => (this.byKey.get(key)?.length ?? 0) < FULL_FROM);
  }

  /** The records that share a key, at most MOST_COMPARED: those that share the most, and the rarest, first. */
  sharing(keys: readonly string[]): T[] {
    const ranks = new Map<T, number>();
    for (const key of keys) {
      const records = this.byKey.get(key) ?? [];
      for (const record of records) ranks.set(record, (ranks.get(record) ?? 0) + 1 / records.length);
    }
    const ranked = [...ranks];
    if (ranked.length > MOST_COMPARED) ranked.sort(([, a], [, b]) => b - a);
    return ranked.slice(0, MOST_COMPARED).map(([record]) => record);
  }
}
