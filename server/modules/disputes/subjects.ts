import { type Money } from '../../platform/money';
import { type ClickChoice, type Worth } from './choice';
import { type ContactAttempt, type Evidence } from './evidence';
import { type DisputeKind, type DisputeReason, type DisputeRules } from './rules';

/** One thing that a buyer paid an agency for, as far as a claim about it goes. */
export interface Subject {
  id: string;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  /** The lead that was sold; null where none was. */
  leadId: string | null;
  /** What the buyer paid, and what of that a dispute gave back. */
  grossMinor: bigint;
  refundedMinor: bigint;
  currency: string;
  /** How many clicks were paid for; null where it is one thing without parts. */
  count: number | null;
  /** Where its money is; null while it is not billed, or where there is none. */
  state: 'HELD' | 'DISPUTED' | 'REFUNDED' | 'RELEASED' | null;
  /** When it was sold or billed, and until when it may be disputed; without a meaning while `state` is null. */
  soldAt: Date;
  windowEndsAt: Date;
  /** From when it may be disputed at the soonest, where it is still being filled and is billed then; null for all else. */
  billedSoonAt: Date | null;
  /** The version of the rules of its kind that was in force when it was sold or billed. */
  rulesVersion: number;
  /** True where its money went back without a dispute: then its amounts say nothing of one. */
  isCancelled: boolean;
}

/** One finding; where parts are counted, with how many of them it proves by itself. */
export interface Finding extends Evidence {
  /** Then `isProof` is worked out: a finding decides a claim only where it proves all that is claimed. */
  provenCount?: number;
}

/** How a dispute ends for the money of its subject. */
export interface Settlement {
  subjectId: string;
  disputeId: string;
  /**
   * What goes back to the buyer, more than 0 and at most the gross: all of it is REFUNDED, of less the rest is shared out
   * anew between agency and market and HELD. Null: all of it is HELD again. Whatever is HELD is RELEASED in the same
   * transaction where its window is over at `at`.
   */
  refund: Money | null;
  /** What is given back fits all of these choices, where it was chosen. */
  named: readonly ClickChoice[];
  at: Date;
  /** The person who acted, or `system`. */
  actor: string;
}

/**
 * A kind of thing that can be disputed. The module that sells or bills it registers this at its start (`disputable`), and
 * all else is done by the machine of disputes: who may claim what and until when, clocks, silence, steps, decisions,
 * history, queues. The reasons and their rules stand in `usageRules.ts` (of sales in `saleRules.ts`) and are found by the
 * kind and the version that each subject bears: freeze `RULES_IN_FORCE[kind]` into it when it is billed.
 *
 * The module also adds `extend type Dispute { itsName: ItsType }` to its own SDL, and a `dispute` field to its type by
 * `loaders.disputeOf`. `S`: a module may bear what it read along with the subject, for `evidence`.
 */
export interface DisputedSubject<S extends Subject = Subject> {
  kind: DisputeKind;
  /** The subjects of these ids that exist, whosever they are. */
  load(ids: readonly string[]): Promise<Map<string, S>>;
  /** How many subjects a buyer paid for since a moment, and what they cost: what its claims are a share of. */
  boughtSince(buyerId: string, since: Date): Promise<{ count: number; grossMinor: bigint }>;
  /**
   * What is found for each of some reasons, in words that both sides may read: no personal data, no other organisation's
   * name. Reads only, outside of transactions. `callLog` is what the buyer brings of its own attempts, `named` which of
   * its parts it claims; null: all, or some that it only counts.
   */
  evidence(
    subject: S,
    asked: {
      reasons: readonly DisputeReason[];
      rules: DisputeRules;
      callLog: readonly ContactAttempt[];
      named: ClickChoice | null;
    },
  ): Promise<Map<DisputeReason, Finding[]>>;
  /** The paid parts that fit all of some choices, where the kind has parts. */
  worthOf?(subject: S, choices: readonly ClickChoice[]): Promise<Worth>;
  /**
   * HELD to DISPUTED, in the open transaction and by one guarded update that asks for `windowEndsAt > at`, so that of a
   * claim in time and a release exactly one wins. Throws Conflict where it is not so.
   */
  moveToDisputed(subjectId: string, at: Date): Promise<void>;
  /** Puts the money of a DISPUTED subject where it belongs, in the open transaction; the wallet is the last write. */
  settle(settlement: Settlement): Promise<void>;
  /** The ids of all that is DISPUTED, or of which money went back by a dispute: each must have its dispute (I18). */
  touched(): AsyncIterable<string>;
}

const subjects = new Map<DisputeKind, DisputedSubject>();

/** Lets things of a kind be disputed from now on. Answers with how to stop. */
export function disputable(subject: DisputedSubject): () => void {
  subjects.set(subject.kind, subject);
  return () => void subjects.delete(subject.kind);
}

/** The kind that disputes are about; null while its module has not started. */
export const subjectOf = (kind: DisputeKind): DisputedSubject | null => subjects.get(kind) ?? null;

/** The same of a kind of which disputes exist. */
export function knownSubject(kind: DisputeKind): DisputedSubject {
  const subject = subjects.get(kind);
  if (!subject) throw new Error(`disputes are about ${kind}, and no module knows it`);
  return subject;
}

export const allSubjects = (): DisputedSubject[] => [...subjects.values()];
