import { randomBytes } from 'node:crypto';
import { HOUR, now } from '../../../platform/clock';
import { isSignatureOf, signText } from '../../../platform/seal';

/** How long a page may lie open before what it sends counts as sent without a token. */
export const TOKEN_LIFE_MS = 24 * HOUR;

/** What a page was shown with; none of it can be made up or moved to another form. */
export interface FormToken {
  /** Random, and good for one sending. */
  mark: string;
  issuedAt: Date;
  ageMs: number;
  /** Which wording of the consent the page showed (consentShown.ts). */
  consentVersion: string;
}

const PURPOSE = 'form-token';

const SHAPE = /^([0-9a-z]{1,12})\.([\w-]{20,40})\.([0-9a-f]{16})\.([\w-]{43})$/;

const signed = (formId: string, parts: readonly string[]): string => [formId, ...parts].join('|');

/** A token for one showing of a form. */
export function newToken(formId: string, consentVersion: string): string {
  const parts = [now().getTime().toString(36), randomBytes(18).toString('base64url'), consentVersion];
  return [...parts, signText(PURPOSE, signed(formId, parts))].join('.');
}

/** What a token says; null for one that is not ours or is another form's. Of whether it was used it says nothing. */
export function readToken(formId: string, text: string): FormToken | null {
  const [, issued, mark, consentVersion, signature] = SHAPE.exec(text) ?? [];
  if (!issued || !mark || !consentVersion || !signature) return null;
  if (!isSignatureOf(PURPOSE, signed(formId, [issued, mark, consentVersion]), signature)) return null;
  const issuedAt = new Date(parseInt(issued, 36));
  // Clocks of two processes may differ by a little.
  return { mark, issuedAt, consentVersion, ageMs: Math.max(0, now().getTime() - issuedAt.getTime()) };
}
