/** What the rules find of a call, in the order in which they look: the first that holds is the finding. */
export const VERDICTS = [
  'BILLED',
  'NOT_OPEN',
  'OUT_OF_HOURS',
  'OVER_BUDGET',
  'CALLED_TOO_OFTEN',
  'TOO_MANY_UNPAID',
  'UNANSWERED',
  'BUSY',
  'FAILED',
  'TOO_SHORT',
  'HIDDEN_NUMBER',
  'OUT_OF_REGION',
  'OVERLAP',
  'REPEAT_CALLER',
] as const;
export type Verdict = (typeof VERDICTS)[number];

const REFUSALS = [
  'NOT_OPEN',
  'OUT_OF_HOURS',
  'OVER_BUDGET',
  'CALLED_TOO_OFTEN',
  'TOO_MANY_UNPAID',
] as const satisfies readonly Verdict[];
/** Why a call was not put through. */
export type Refusal = (typeof REFUSALS)[number];

/** Nobody talked, so nothing can have come of the call itself. */
export const NOBODY_TALKED: readonly Verdict[] = [...REFUSALS, 'UNANSWERED', 'BUSY'];

/** Each finding in words that both sides understand. */
export const WHY: Readonly<Record<Verdict | 'PENDING', string>> = {
  PENDING:
    'The call goes on, or its last news is waited for: it is judged seconds after its end, or once it is known how an earlier call of the caller ended.',
  BILLED: 'Both talked for the minimum length or longer: billed.',
  NOT_OPEN:
    'The number or its campaign took no calls at that moment, so the caller heard so and nobody was put through.',
  OUT_OF_HOURS: 'The campaign is closed at that hour, so the caller heard so and nobody was put through.',
  OVER_BUDGET: 'A budget of the campaign, or the money set aside for it, was spent, so nobody was put through.',
  CALLED_TOO_OFTEN:
    'The caller had rung the business 5 times within an hour, or 15 within a day, and it was billed for none of these: so the line was busy for them and the phone of the business did not ring.',
  TOO_MANY_UNPAID:
    'Within an hour 30 calls by this number, or 90 by all numbers of the agency, had rung the business unpaid, and fewer than one in ten was billed; callers without a number, or with one of elsewhere, are counted apart. So the line was busy and the phone of the business did not ring.',
  UNANSWERED: 'The business did not answer.',
  BUSY: 'The phone of the business was busy.',
  FAILED: 'The phone of the business could not be reached, or the provider lost the call.',
  TOO_SHORT: 'Both talked for less than the minimum length of the campaign.',
  HIDDEN_NUMBER: 'The caller showed no number, so nobody can tell whether it is a new caller.',
  OUT_OF_REGION: 'The caller’s number is of a country that the campaign did not buy from.',
  OVERLAP: 'Another call of the same caller was under way at that moment.',
  REPEAT_CALLER: 'The business was billed for the same caller within 30 days.',
};
