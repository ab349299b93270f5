import { type SubmitLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { after, now } from '../../platform/clock';
import { isKeyReused } from '../../platform/idempotency';
import { judgeSubmitted, submitLead } from '../leads';
import { inTurn } from '../market';
import { differences } from './differences';
import { leadDiffers, pingLapsed, postedOther } from './errors';
import { type Ping, pingFrom, type PingRow, Pings, type PostResult } from './model';
import { hashesOf, notePosted } from './people';
import { pingOfToken } from './pingToken';
import { POST_MS, type UnsoldReason } from './rules';
import { sellPosted } from './sellPosted';

/** A lead as it is posted: what the post leaves out is as the ping said. */
export type PostedLead = Omit<SubmitLeadInput, 'clientKey'>;

export interface PostAnswer extends Awaited<ReturnType<typeof submitLead>> {
  ping: Ping;
  result: PostResult;
}

/**
 * Takes the lead of a ping through all checks of `submitLead` and sells it at the bid. The ping is the key: however often
 * and from wherever it is sent, it is done once and answered the same; another lead under it is a Conflict. A post that
 * came in time and was cut off is gone on with for 10 minutes. What is refused here left nothing, so the ping may be
 * posted again; and where the checks refused the lead, a corrected one is taken within the bid's time. Throws PingUnknown, PingLapsed, LeadDiffers, InvalidInput, Conflict, TooManyRequests, Busy.
 */
export async function post(viewer: Viewer, token: string, leadOf: (ping: Ping) => PostedLead): Promise<PostAnswer> {
  const { organisationId: agencyId } = viewer;
  const known = await pingOfToken(agencyId, token);
  return inTurn([known._id], async () => {
    for (let ping = known; ;) {
      try {
        return await postAs(viewer, ping, leadOf(ping));
      } catch (error) {
        if (!isKeyReused(error)) throw error;
        const next = await afterRefusal(ping);
        if (!next) throw postedOther();
        ping = next;
      }
    }
  });
}

async function postAs(viewer: Viewer, ping: Ping, told: PostedLead): Promise<PostAnswer> {
  const input: SubmitLeadInput = { ...told, clientKey: keyOf(ping) };
  const hashes = hashesOf(viewer.organisationId, await begin(viewer, ping, input));
  const submitted = await submitLead(viewer, input);
  const { outcome, lead } = submitted;
  // What was done before was submitted before.
  const earlier = submitted.isRepeat ? await doneOf(ping) : null;
  if (earlier) return { ...submitted, ping, result: earlier };
  if (outcome !== 'REJECTED') await notePosted(hashes);
  const result =
    outcome === 'ACCEPTED' && lead
      ? await (isTooLate(ping) ? leave(ping, lead._id, 'TOO_LATE') : sellPosted(ping, lead, leave))
      : await leave(ping, lead?._id ?? null, outcome as UnsoldReason);
  return { ...submitted, ping, result, isRepeat: false };
}

/** Each lead that the checks refused has a key of its own, and so has the one that comes after it. */
const keyOf = ({ _id, refused = 0 }: Ping): string => (refused === 0 ? `post ${_id}` : `post ${_id} ${refused}`);

/** The ping as it stands for another lead after the checks refused one; null where it was posted for good, or is over. */
async function afterRefusal({ _id, refused = 0 }: Ping): Promise<Ping | null> {
  const { modifiedCount } = await Pings.updateOne(
    { _id, state: 'DONE', 'result.unsold': 'REJECTED', expiresAt: { $gt: now() }, ...countOf(refused) },
    { $set: { state: 'OPEN', postedAt: null, result: null, refused: refused + 1 } },
  );
  const row = await Pings.findById(_id).readConcern('local').lean<PingRow>();
  // Another send may have been faster, and posted the same.
  return row && (modifiedCount === 1 || (row.refused ?? 0) > refused) ? pingFrom(row) : null;
}

const countOf = (refused: number) => ({ refused: refused === 0 ? { $exists: false } : refused });

/** Marks the ping as posted, in time and with what was pinged; one that is marked already is gone on with. */
async function begin(viewer: Viewer, ping: Ping, input: SubmitLeadInput) {
  const judged = judgeSubmitted(viewer, input);
  if (ping.state !== 'OPEN') return judged;
  const at = now();
  const problems = at < ping.expiresAt ? differences(ping, judged) : [];
  if (problems.length > 0) throw leadDiffers(problems);
  const { matchedCount } = await Pings.updateOne(
    { _id: ping._id, state: 'OPEN', expiresAt: { $gt: at } },
    { $set: { state: 'POSTED', postedAt: at } },
  );
  // Another send may have been in time.
  if (matchedCount === 0 && (await stateOf(ping)) === 'OPEN') throw pingLapsed();
  return judged;
}

const stateOf = async ({ _id }: Ping): Promise<Ping['state'] | undefined> =>
  (await Pings.findById(_id, { state: 1 }).readConcern('local').lean<Pick<PingRow, 'state'>>())?.state;

/** What an earlier send of the post came to; null where none was done. Read as it is now, since it may have just been. */
async function doneOf({ _id }: Ping): Promise<PostResult | null> {
  const row = await Pings.findById(_id).readConcern('local').lean<PingRow>();
  return row?.state === 'DONE' ? pingFrom(row).result : null;
}

const isTooLate = ({ at }: Ping): boolean => now() >= after(at, POST_MS);

/** Makes it stand that nothing is sold; where another send was faster, what that came to. */
async function leave(ping: Ping, leadId: string | null, unsold: UnsoldReason): Promise<PostResult> {
  const result: PostResult = { leadId, sales: [], unsold, at: now() };
  const { matchedCount } = await Pings.updateOne(
    { _id: ping._id, state: 'POSTED' },
    { $set: { state: 'DONE', result } },
  );
  if (matchedCount === 1) return result;
  const earlier = await doneOf(ping);
  if (!earlier) throw new Error(`the post of ${ping._id} came to nothing`);
  return earlier;
}
