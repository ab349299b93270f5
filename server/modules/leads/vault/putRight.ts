import { checkEmail } from '../checks/email';
import { slipsBetween } from '../matching/closeness';
import { type ProofChannel } from '../rules';

/** Of so many digits those of one number hardly stand in another one. */
const LEAST_DIGITS = 6;

/**
 * Whether a phone or an e-mail is plainly another one put right, and not just another one: whoever knows the other channel
 * of somebody can send a repeat with a contact of their own.
 */
export const isPutRight = (channel: ProofChannel, former: string, later: string, country: string): boolean =>
  channel === 'EMAIL' ? isAddressPutRight(former, later, country) : isNumberPutRight(former, later);

/** The address that was probably meant, or one slip beside either. */
function isAddressPutRight(former: string, later: string, country: string): boolean {
  const wanted = later.toLowerCase();
  return [checkEmail(former, country).meant, former].some(
    (address) => address !== null && slipsBetween(address.toLowerCase(), wanted, 1) <= 1,
  );
}

/** The number with its code, with what was cut off its end, or with one slip less. */
function isNumberPutRight(former: string, later: string): boolean {
  const written = former.replace(/\D/g, '').replace(/^0+/, '');
  const right = later.replace(/\D/g, '');
  if (written.length < LEAST_DIGITS) return false;
  // How long the code of the country is, or whether it was written, is not told: every ending counts that may be the number.
  const endings = [...right].map((_, from) => right.slice(from)).filter(({ length }) => length >= LEAST_DIGITS);
  return (
    right.endsWith(written) ||
    endings.some((ending) => ending.startsWith(written) || slipsBetween(ending, written, 1) <= 1)
  );
}
