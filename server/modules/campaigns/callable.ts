import { conflict, invalidInput } from '../../platform/errors';
import { readPhone } from './callTarget';
import { type CampaignTermsKept } from './model';

/** What the module that puts calls through knows of where they may go. */
export interface CallTargets {
  /** Why no campaign can be paid per call here; null where they can. */
  hindrance(): string | null;
  /** Whether a number is one of the market's own: a call to it would go round in a circle. */
  isOwn(e164: string): Promise<boolean>;
}

let targets: CallTargets | null = null;

/** Told by the module that puts calls through. Answers with how to take it back. */
export function setCallTargets(told: CallTargets): () => void {
  targets = told;
  return () => void (targets = null);
}

/**
 * Throws Conflict where calls cannot be put through here, InvalidInput where they would come back to the market, or the
 * phone, of long ago, is none of those that the market calls now.
 */
export async function requireCallable({ model, phone }: Pick<CampaignTermsKept, 'model' | 'phone'>): Promise<void> {
  if (model !== 'CALL' || phone === undefined) return;
  const hindrance = targets ? targets.hindrance() : 'Calls are not put through by this server.';
  if (hindrance) throw conflict(hindrance);
  readPhone(phone, 'US');
  if (await targets!.isOwn(phone))
    throw invalidInput('This is one of the market’s own numbers. Give the phone that you answer.', ['terms', 'phone']);
}
