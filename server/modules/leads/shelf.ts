/** Takes leads off sale in the open transaction. */
type TakeOff = (leadIds: readonly string[]) => Promise<void>;

let takeOff: TakeOff | null = null;

/**
 * Where leads are on sale is known higher up, which says here how they are taken off: in the very transaction in which a
 * lead leaves the market, so that of a purchase at the same moment one of the two is first, and the other sees it.
 */
export function setShelf(shelf: TakeOff | null): void {
  takeOff = shelf;
}

export const takeOffSale = async (leadIds: readonly string[]): Promise<void> => takeOff?.(leadIds);
