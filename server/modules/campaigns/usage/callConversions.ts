/** What the server of a business says of a call: a word for what it became, if it has one, and when. */
interface ToldOfCall {
  kind: string | null;
  at: Date;
}

/** What the module that puts calls through does for the door by which conversions of clicks are told. */
export interface CallConversions {
  /** When a call to a business began; null where no such call came to it. */
  beganAt(callId: string, businessId: string): Promise<Date | null>;
  /** Notes once what a call became. Throws Conflict for another kind of the same call. */
  note(callId: string, businessId: string, told: ToldOfCall): Promise<{ kind: string; at: Date; isRepeat: boolean }>;
}

let conversions: CallConversions | null = null;

/** Told by the module that puts calls through. Answers with how to take it back. */
export function setCallConversions(told: CallConversions): () => void {
  conversions = told;
  return () => void (conversions = null);
}

/** Null while nobody puts calls through. */
export const callConversions = (): CallConversions | null => conversions;
