import { DAY, HOUR, MINUTE, SECOND } from '../../platform/clock';

export const RIGHTS = {
  codeMs: 10 * MINUTE,
  codeTries: 5,
  /** For so long after the code the person sees and decides. */
  sessionMs: 30 * MINUTE,
  /** No more phones and addresses proven in one go. */
  mostContacts: 6,
} as const;

export const RIGHTS_LIMIT = {
  askPerIp: { bucket: 'rights:ip', points: 60, seconds: HOUR / SECOND },
  /** Past this nothing is sent, and nobody told. */
  askPerContact: { bucket: 'rights:contact', points: 5, seconds: HOUR / SECOND },
  provePerIp: { bucket: 'rights:prove', points: 100, seconds: (15 * MINUTE) / SECOND },
  /** Whoever guesses codes of one contact, from wherever, gets no further in a year than by a hundredth. */
  provePerContact: { bucket: 'rights:guess', points: 30, seconds: DAY / SECOND },
  /** Erasures that one admin makes for people who wrote in. */
  erasePerAdmin: { bucket: 'rights:admin', points: 50, seconds: DAY / SECOND },
  readPerIp: { bucket: 'rights:read', points: 300, seconds: (15 * MINUTE) / SECOND },
} as const;

/** A letter that waits longer than this is sent no more. */
export const LETTER_MS = 7 * DAY;
