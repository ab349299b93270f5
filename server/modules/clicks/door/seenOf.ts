import { type IncomingMessage } from 'node:http';
import { newId } from '../../../platform/ids';
import { networkOf } from '../../../platform/network';
import { purposeHash } from '../../../platform/seal';
import { netOf } from '../../../platform/visitor/addresses';
import { type RawClick, type TrackedLink } from '../model';
import { type Found } from '../links/placeFor';
import { SUB_ID } from '../links/rules';

const LONGEST_AGENT = 300;

/** What a browser says that loads a page ahead, by the headers of those that say it. */
const isAhead = ({ headers }: IncomingMessage): boolean =>
  /\b(?:prefetch|prerender|preview)\b/i.test(
    ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => String(headers[name] ?? '')).join(' '),
  );

type Asking = IncomingMessage & { ip?: string | undefined };

const agentOf = ({ headers }: Asking): string => (headers['user-agent'] ?? '').slice(0, LONGEST_AGENT);

/**
 * By what the same visitor is known again, for as long as line and browser stay the same: of IPv6 a phone changes the last
 * 64 bits of its address by itself, every day and oftener. Kept with the visit, so what is worked out anew sees the same.
 */
export const visitorOf = (request: Asking): string =>
  purposeHash('visitor', `${networkOf(request.ip ?? '')} ${agentOf(request)}`);

/** What is kept of a visit: no address, and of the query the sub-id alone. */
export function seenOf(
  request: Asking & { query: Record<string, unknown> },
  link: TrackedLink,
  { place, closedBy }: Pick<Found, 'place' | 'closedBy'>,
  { visitor, at }: { visitor: string; at: Date },
): RawClick {
  const { s } = request.query;
  return {
    _id: newId('click'),
    at,
    linkId: link._id,
    agencyId: link.agencyId,
    campaignId: place?.campaign._id ?? link.campaignId,
    regionId: place?.regionId ?? link.regionId,
    // Another one is not cut or mended: part of it could be that of another source. The visitor is sent on all the same.
    subId: typeof s === 'string' && SUB_ID.test(s) ? s : '',
    net: netOf(request.ip ?? ''),
    visitor,
    agent: agentOf(request),
    isHead: request.method === 'HEAD',
    isPrefetch: isAhead(request),
    isSent: place !== null,
    ...(closedBy ? { closedBy } : {}),
  };
}
