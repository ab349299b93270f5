interface Shelf {
  /** Takes leads off sale in the open transaction. */
  takeOff: (leadIds: readonly string[]) => Promise<void>;
  /** Of these leads those that are sold to as many as they were for. */
  soldOutAmong: (leadIds: readonly string[]) => Promise<Set<string>>;
  /** Of these leads those that are sold to anybody. */
  soldAmong: (leadIds: readonly string[]) => Promise<Set<string>>;
}

let known: Shelf | null = null;

/**
 * Where leads are on sale is known higher up, which says here how they are taken off: in the very transaction in which a
 * lead leaves the market, so that of a purchase at the same moment one of the two is first, and the other sees it.
 */
export function setShelf(shelf: Shelf | null): void {
  known = shelf;
}

export const takeOffSale = async (leadIds: readonly string[]): Promise<void> => known?.takeOff(leadIds);

export const soldOutAmong = async (leadIds: readonly string[]): Promise<Set<string>> =>
  leadIds.length > 0 && known ? known.soldOutAmong(leadIds) : new Set();

export const soldAmong = async (leadIds: readonly string[]): Promise<Set<string>> =>
  leadIds.length > 0 && known ? known.soldAmong(leadIds) : new Set();
