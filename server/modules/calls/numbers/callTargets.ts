import { type CallTargets } from '../../campaigns';
import { TrackedNumbers } from '../model';
import { isSetUp } from '../telephony/account';

/** Why no calls can be put through here; null where they can. */
export const hindranceOfCalls = (): string | null =>
  isSetUp()
    ? null
    : 'This market has no telephone provider yet (TWILIO_ACCOUNT_SID), so no campaign can be paid per call. Start one that is paid per click.';

/** Where calls of campaigns may go. */
export const callTargets: CallTargets = {
  hindrance: hindranceOfCalls,
  isOwn: async (phone) => (await TrackedNumbers.exists({ phone, state: { $in: ['ACTIVE', 'PAUSED'] } })) !== null,
};
