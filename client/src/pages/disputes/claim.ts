import type {
  ClickChoiceInput,
  ClickPartBy,
  ClickPartFieldsFragment,
  ContactAttemptInput,
  ContactResult,
  ContactWay,
  DisputeKind,
  DisputeProspect,
  DisputeReason,
  OpenDisputeInput,
  ReasonFieldsFragment,
} from '../../generated/disputes';
import type { MoneyValue } from '../../app/format';

/** What a claim is about, whatever its kind. */
export interface Disputable {
  kind: DisputeKind;
  id: string;
  /** How the claim names it. */
  named: Pick<OpenDisputeInput, 'saleId' | 'clickBatchId' | 'callId'>;
  gross: MoneyValue;
  agency: { name: string };
  /** When it was sold; attempts to reach its person come after that. */
  heldAt: string;
  /** From when, where it is still being filled. */
  windowOpensAt?: string | null | undefined;
  windowEndsAt: string;
  /** How many clicks were billed; null where there is nothing to count. */
  billed: number | null;
  /** Its clicks by what can be named of them; left out where there are none. */
  parts?: readonly ClickPart[];
}

export type ClickPart = ClickPartFieldsFragment;

/** Clicks that are claimed by what they have in common. */
export interface Chosen {
  by: ClickPartBy;
  keys: string[];
}

const LIST_OF = { SUB_ID: 'subIds', LINK: 'linkIds', REGION: 'regionIds' } as const;

/** The same as it is sent. */
export const choiceInput = ({ by, keys }: Chosen): ClickChoiceInput => ({ [LIST_OF[by]]: keys });

/** How many clicks were chosen, and exactly what they cost, in minor units. */
export function sumOfChosen({ by, keys }: Chosen, parts: readonly ClickPart[]): { count: number; minor: number } {
  const chosen = parts.filter((part) => part.by === by && keys.includes(part.key));
  return {
    count: chosen.reduce((sum, { clicks }) => sum + clicks, 0),
    minor: chosen.reduce((sum, { amount }) => sum + Number(amount.minor), 0),
  };
}

/** One line of the call log as it is being written. */
export interface AttemptDraft {
  id: number;
  /** What a field of date and time holds, in the viewer's time zone; empty until it is set. */
  at: string;
  way: ContactWay;
  result: ContactResult;
}

export interface ClaimDraft {
  reason: DisputeReason | null;
  text: string;
  attempts: AttemptDraft[];
  /** How many clicks are claimed, as typed; null means all. */
  count: string | null;
  /** Which clicks are, where they are named. */
  chosen: Chosen | null;
}

export const NO_CLAIM: ClaimDraft = { reason: null, text: '', attempts: [], count: null, chosen: null };

export const WAYS: readonly ContactWay[] = ['CALL', 'MESSAGE', 'EMAIL'];
export const RESULTS: readonly ContactResult[] = ['NO_ANSWER', 'BUSY', 'NUMBER_UNAVAILABLE', 'WRONG_PERSON', 'BOUNCED'];

export type ReasonOption = ReasonFieldsFragment;

/** What would be decided of so many clicks: fewer may be proven where all of them are not. Null where nothing can be claimed. */
export const prospectOf = ({ wouldDecide, provenCount }: ReasonOption, count: number | null): DisputeProspect | null =>
  count !== null && provenCount !== null && count <= provenCount ? 'ACCEPTED_AT_ONCE' : wouldDecide;

/** What a log must show at the least, as the server says for a reason. */
export type NeededLog = NonNullable<ReasonOption['neededCallLog']>;

export const MAX_ATTEMPTS = 50;

/** A moment as a field of date and time writes it, in the viewer's time zone. */
export function localMinute(at: string | number): string {
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** True for a moment between the sale and now, to the minute that the field can hold. */
export const isBetween = ({ at }: AttemptDraft, heldAt: string): boolean =>
  at !== '' && at >= localMinute(heldAt) && at <= localMinute(Date.now());

/** The attempt as it is sent. One in the minute of the sale was made after it, whatever its seconds. */
export const attemptInput = ({ at, way, result }: AttemptDraft, heldAt: string): ContactAttemptInput => ({
  at: new Date(Math.max(new Date(at).getTime(), new Date(heldAt).getTime())).toISOString(),
  way,
  result,
});

/** How many attempts have their time, and on how many days they lie as the server counts them: in UTC. */
export function sumOf(attempts: readonly AttemptDraft[], heldAt: string): { attempts: number; days: number } {
  const dated = attempts.filter(({ at }) => at !== '');
  return { attempts: dated.length, days: new Set(dated.map((one) => attemptInput(one, heldAt).at.slice(0, 10))).size };
}

/** Whether a log is what a claim is opened with: one telling result, or enough attempts on enough days. */
export function isLogEnough(attempts: readonly AttemptDraft[], heldAt: string, needed: NeededLog): boolean {
  const sum = sumOf(attempts, heldAt);
  return (
    attempts.some(({ result }) => needed.results.includes(result)) ||
    (sum.attempts >= needed.attempts && sum.days >= needed.days)
  );
}
