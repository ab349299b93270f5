/** What an agency brought from one moment on and before another; null where the span has no end. */
export interface EarningSpan {
  agencyId: string;
  from: Date | null;
  to: Date | null;
}

/** What visits or calls of a niche brought an agency: all that is held, in dispute or released, and what of it is released. */
export interface TradeSum {
  nicheId: string;
  count: number;
  netMinor: bigint;
  releasedCount: number;
  releasedNetMinor: bigint;
}

/** What an agency has earned, and what businesses paid that is held, by other trade than sales; see `tradeBeside`. */
export interface OtherTrade {
  /** What is traded. */
  model: 'CLICK' | 'CALL';
  /** Held and in dispute, with the market's part and without; released, for the agency and the market; given back. */
  earned(agencyId: string): Promise<{
    heldMinor: bigint;
    heldNetMinor: bigint;
    netMinor: bigint;
    feeMinor: bigint;
    refundedMinor: bigint;
  }>;
  /** By niche, of what was billed in the span; what went back in whole is left out. */
  earnedByNiche(span: EarningSpan): Promise<TradeSum[]>;
  /** What a business has paid that is held or in dispute. */
  held(businessId: string): Promise<bigint>;
}

const others = new Set<OtherTrade>();

/** Lets a higher module count in what is earned and held by its own trade. Answers with how to stop. */
export function tradeBeside(trade: OtherTrade): () => void {
  others.add(trade);
  return () => void others.delete(trade);
}

export const otherTrades = (): OtherTrade[] => [...others];
