import { DAY, HOUR, MINUTE, SECOND } from '../../platform/clock';

export const RIGHTS = {
  codeMs: 10 * MINUTE,
  codeTries: 5,
  /** Digits of a code for whose contact many were asked for already: nobody guesses it, however many tries there are. */
  longDigits: 9,
  /** For so long after the code the person sees and decides. */
  sessionMs: 30 * MINUTE,
  /** No more phones and addresses proven in one go. */
  mostContacts: 6,
} as const;

export const RIGHTS_LIMIT = {
  askPerIp: { bucket: 'rights:ip', points: 60, seconds: HOUR / SECOND },
  /** By contact and network, so that nobody uses up what the person asks for from elsewhere. */
  askPerContactHere: { bucket: 'rights:contact-ip', points: 5, seconds: HOUR / SECOND },
  /** From all networks together: what a mailbox bears. */
  askPerContact: { bucket: 'rights:contact', points: 20, seconds: HOUR / SECOND },
  /** Codes of six digits for one contact: with the tries of each, all that there is to guess. Later ones are long. */
  shortPerContact: { bucket: 'rights:short', points: 6, seconds: DAY / SECOND },
  provePerIp: { bucket: 'rights:prove', points: 100, seconds: (15 * MINUTE) / SECOND },
  /** Erasures that one admin makes for people who wrote in. */
  erasePerAdmin: { bucket: 'rights:admin', points: 50, seconds: DAY / SECOND },
  readPerIp: { bucket: 'rights:read', points: 300, seconds: (15 * MINUTE) / SECOND },
} as const;

/** A letter that waits longer than this is sent no more. */
export const LETTER_MS = 7 * DAY;
