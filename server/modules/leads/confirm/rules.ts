import { DAY, HOUR, MINUTE } from '../../../platform/clock';

export const CONFIRMATION_STATES = ['OPEN', 'CONFIRMED', 'DENIED', 'WITHDRAWN'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** What a person can answer, from where, and what it makes. An answer from where it leads does nothing twice. */
export const ANSWERS = {
  confirmRequest: { from: ['OPEN'], to: 'CONFIRMED' },
  denyRequest: { from: ['OPEN'], to: 'DENIED' },
  withdrawConsent: { from: ['OPEN', 'CONFIRMED'], to: 'WITHDRAWN' },
} as const satisfies Record<string, { from: readonly ConfirmationState[]; to: ConfirmationState }>;

export type Answer = keyof typeof ANSWERS;

/** What an answer does where the question stands now. */
export function effectOf(answer: Answer, state: ConfirmationState): 'DO' | 'DONE_BEFORE' | 'REFUSE' {
  const { from, to }: { from: readonly ConfirmationState[]; to: ConfirmationState } = ANSWERS[answer];
  if (state === to) return 'DONE_BEFORE';
  return from.includes(state) ? 'DO' : 'REFUSE';
}

export const CONFIRM = {
  linkMs: 72 * HOUR,
  codeMs: 10 * MINUTE,
  codeTries: 5,
  /** Who sends a form again is asked again when the question before is as old. */
  askAgainMs: 10 * MINUTE,
  /** Somebody who denies is left alone for so long, at the address or phone that was asked. */
  deniedMs: 90 * DAY,
  /** So many contacts of one lead and channel are ever asked, its own with them: nobody writes to many strangers by one. */
  mostContacts: 4,
  /** No more leads in one call. */
  mostLeads: 50,
} as const;

/** Each takes one of `points` for `seconds`. */
export const CONFIRM_LIMIT = {
  perLead: { bucket: 'confirm:lead', points: 3, seconds: DAY / 1000 },
  /** Messages to one address or phone, whichever agencies ask; past that nothing is sent, and nobody told. */
  perContact: { bucket: 'confirm:contact', points: 5, seconds: DAY / 1000 },
  /** Calls of the mutation, of up to 50 leads each. */
  perAgency: { bucket: 'confirm:agency', points: 500, seconds: DAY / 1000 },
  codesPerLink: { bucket: 'confirm:codes', points: 3, seconds: HOUR / 1000 },
  perIp: { bucket: 'confirm:ip', points: 300, seconds: (15 * MINUTE) / 1000 },
} as const;
