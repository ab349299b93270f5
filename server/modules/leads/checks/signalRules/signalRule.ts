import { type ProofChannel } from '../../rules';

export interface SignalRule {
  /** The RULE_VERSION with which the rule came, or last changed. */
  version: number;
  /** True where another weight would put something on sale that may not be, or means nothing: no admin sets it. */
  isFixed?: boolean;
  /** 0: worth knowing; from QUARANTINE_FROM a person looks; from REJECT_FROM the row is refused. */
  weight: number;
  /** The weight where the person can still be reached by another channel that is sound. */
  weightWhenReachable?: number;
  /** True of what is told to the agency though it weighs nothing: what was not understood of its row. */
  isTold?: boolean;
  /** True where it tells of the form that brought the lead: so of all leads of it, and of none in particular. */
  isOfForm?: boolean;
  /**
   * Of rules that judge a contact by its form alone, or by what was said on another: the channel on which the person
   * refutes it, by answering there to a message of this market.
   */
  refutedOn?: ProofChannel | 'ANY';
  evidence: string;
  cure: string;
}
