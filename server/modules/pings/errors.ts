import { conflict, UserError } from '../../platform/errors';

/** The same for an id that was made up, changed, or is another agency's. */
export const pingUnknown = (): UserError =>
  new UserError(
    'PingUnknown',
    'There is no such ping of yours with a bid. Ping again and send the "pingId" of the answer as it is.',
  );

export const pingLapsed = (): UserError =>
  new UserError('PingLapsed', 'A bid stands for 2 minutes, and these are over. Nothing was done; ping again.');

/** What the lead is otherwise than the ping said, field by field. */
export const leadDiffers = (problems: readonly { message: string; path: string[] }[]): UserError =>
  new UserError(
    'LeadDiffers',
    'The lead is not what was pinged, so the bid is not for it. Nothing was done: post what was pinged, or send it to /api/leads.',
    { problems },
  );

/** A post has no client key: its ping is the key. */
export const postedOther = (): UserError =>
  conflict('This ping was posted before with another lead. Nothing was done; ping again for this one.');
