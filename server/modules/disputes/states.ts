/**
 * The states of a dispute and what may happen in each. Whatever this table does not list is a Conflict and writes
 * nothing; a test tries every pair.
 */
export const DISPUTE_STATES = ['OPEN', 'REVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_ACTIONS = [
  'ANSWER',
  'CONCEDE',
  'WITHDRAW',
  'ACCEPT',
  'REJECT',
  'ACCEPT_FOR_AGENCY_SILENCE',
  'REVIEW_FOR_AGENCY_SILENCE',
  'ACCEPT_FOR_ADJUDICATOR_SILENCE',
] as const;
export type DisputeAction = (typeof DISPUTE_ACTIONS)[number];

/**
 * OPEN: the agency's clock runs. REVIEW: the adjudicator's clock runs. The other three are final in this version; an
 * appeal will be an action of ACCEPTED and REJECTED.
 */
const MOVES: Readonly<Record<DisputeState, Partial<Record<DisputeAction, DisputeState>>>> = {
  OPEN: {
    ANSWER: 'REVIEW',
    CONCEDE: 'ACCEPTED',
    WITHDRAW: 'WITHDRAWN',
    ACCEPT_FOR_AGENCY_SILENCE: 'ACCEPTED',
    REVIEW_FOR_AGENCY_SILENCE: 'REVIEW',
  },
  REVIEW: { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED', ACCEPT_FOR_ADJUDICATOR_SILENCE: 'ACCEPTED' },
  ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: {},
};

/** The state that an action leads to; null where the table does not list it. */
export const stateAfter = (state: DisputeState, action: DisputeAction): DisputeState | null =>
  MOVES[state][action] ?? null;

/** The states in which somebody's clock runs and the money stays held. */
export const RUNNING_STATES = ['OPEN', 'REVIEW'] as const satisfies readonly DisputeState[];

export const isRunning = (state: DisputeState): boolean => state === 'OPEN' || state === 'REVIEW';
