import { checkEmail } from '../checks/email';
import { checkPhone, type Line } from '../checks/phone';
import { type ProofChannel } from '../rules';
import { hashIdentity } from '../vault/sealContact';

/** A phone or an address as a person gave it, read as those of leads are. */
export interface Identity {
  channel: ProofChannel;
  /** To write to. */
  to: string;
  /** By which leads with it are found. */
  hash: string;
  /** A phone that rings in a house or a firm, and takes no text messages. */
  isLandline: boolean;
  line: Line | null;
}

/** No country: a number is written with its own code. */
const NOWHERE = 'ZZ';

/** Null for what can be no phone with its country's code, and no e-mail address. */
export function readIdentity(written: string): Identity | null {
  return written.includes('@') ? emailOf(written) : phoneOf(written);
}

function emailOf(written: string): Identity | null {
  const { normalised, address } = checkEmail(written, NOWHERE);
  if (normalised === null || address === null) return null;
  return {
    channel: 'EMAIL',
    to: address,
    hash: hashIdentity({ phone: null, email: normalised }).emailHash!,
    isLandline: false,
    line: null,
  };
}

function phoneOf(written: string): Identity | null {
  const { e164, line } = checkPhone(written, NOWHERE);
  if (e164 === null) return null;
  return {
    channel: 'PHONE',
    to: e164,
    hash: hashIdentity({ phone: e164, email: null }).phoneHash!,
    isLandline: line === 'LANDLINE',
    line,
  };
}
