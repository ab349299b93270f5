import { type SubmitLeadInput } from '../../generated/graphql';
import { config } from '../../config';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { sha256 } from '../../platform/seal';
import { judgeRow, type JudgedRow } from './judgeRow';
import { batchOf, requireSound, rowOf } from './submitLead';

/** What a lead turns out to be, before it is submitted. */
export interface JudgedLead {
  facts: JudgedRow['facts'];
  /** SHA-256 of the phone in E.164 and of the e-mail in lower case, in hexadecimal digits; null where there is none. */
  phoneSha256: string | null;
  emailSha256: string | null;
}

/** What the checks of `submitLead` that need no database make of its input; nothing is stored. Throws InvalidInput. */
export function judgeSubmitted(viewer: Viewer, input: SubmitLeadInput): JudgedLead {
  requireSound(input);
  const { facts, identity } = judgeRow(rowOf(input), batchOf(viewer, input), now(), config.allowsFictionContacts);
  const digest = (value: string | null): string | null => (value === null ? null : sha256(value));
  return { facts, phoneSha256: digest(identity.phone), emailSha256: digest(identity.email) };
}
