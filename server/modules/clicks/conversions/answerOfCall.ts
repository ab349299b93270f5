import { type Response } from 'express';
import { Problem } from '../../../http/problems';
import { now } from '../../../platform/clock';
import { callConversions } from '../../campaigns';
import { type CallSaid } from './conversionBody';
import { requireMoment } from './requireMoment';

/** Notes what a business's server says of a call of it; another's reads as none. */
export async function answerOfCall(
  { call, kind, at }: CallSaid,
  businessId: string,
  response: Response,
): Promise<void> {
  const calls = callConversions();
  const beganAt = calls && (await calls.beganAt(call, businessId));
  if (!beganAt)
    throw new Problem(
      'call-unknown',
      'No call of this id came to a campaign of yours. Send its id as it stands in "calls".',
    );
  requireMoment(at, beganAt, 'call');
  const noted = await calls.note(call, businessId, { kind, at: at ?? now() });
  response.status(noted.isRepeat ? 200 : 201).json({ call, ...noted });
}
