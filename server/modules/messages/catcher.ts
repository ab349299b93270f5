import { config } from '../../config';
import { type Viewer } from '../../graphql/viewer';
import { after, DAY, now } from '../../platform/clock';
import { CAUGHT, CaughtMessages, type Message, type MessageRow } from './model';
import { openMessage, sealMessage } from './sealMessage';

/** For so long whoever develops can look at what would have been sent. */
const KEPT_MS = DAY;
const MOST_SHOWN = 100;

export interface CaughtMessage extends Message {
  id: string;
  at: Date;
}

/** Keeps what would have been sent, sealed as contacts are. A message that is delivered twice is caught once. */
export async function catchMessage(id: string, message: Message): Promise<void> {
  const at = now();
  const row = { channel: message.channel, createdAt: at, expiresAt: after(at, KEPT_MS) };
  const sealed = sealMessage(CAUGHT, id, message);
  await CaughtMessages.updateOne({ _id: id }, { $setOnInsert: { ...row, sealed } }, { upsert: true });
}

/**
 * What was caught within a day, the latest first; null where nothing is caught: in production, and for strangers where a
 * market in development is open to the network, since links to logins are among it.
 */
export async function caughtMessages(viewer: Viewer | null): Promise<CaughtMessage[] | null> {
  if (config.isProduction) return null;
  if (config.isOpenToNetwork && viewer?.organisationKind !== 'PLATFORM') return null;
  const rows = await CaughtMessages.find({ expiresAt: { $gt: now() } })
    .sort({ createdAt: -1, _id: -1 })
    .limit(MOST_SHOWN)
    .lean<MessageRow[]>();
  return rows.map((row) => ({ id: row._id, at: row.createdAt, ...openMessage(CAUGHT, row)! }));
}
