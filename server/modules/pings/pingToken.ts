import { isSignatureOf, signText } from '../../platform/seal';
import { log } from '../../platform/log';
import { pingUnknown } from './errors';
import { type Ping, pingFrom, type PingRow, Pings } from './model';

const PURPOSE = 'ping';

/** All of a ping that its agency was promised, as one text: the same for the row as made and as read back. */
function promised(ping: Ping): string {
  const { bid } = ping;
  return JSON.stringify([
    ping._id,
    ping.agencyId,
    ping.at.toISOString(),
    ping.expiresAt.toISOString(),
    [ping.nicheId, ping.regionId, ping.countryCode, ping.temperature, ping.contactKind, ping.channel, ping.type],
    ping.isVerified,
    ping.answers.map(({ key, text }) => [key, text]),
    ping.maxSales,
    String(ping.floorMinor),
    [ping.phoneHash, ping.emailHash],
    bid && [String(bid.priceMinor), bid.lines.map(({ code, amountMinor }) => [code, String(amountMinor)])],
    ping.wishIds,
  ]);
}

/** The id by which the agency posts: it says nothing, and is good for this ping as it is only. */
export const tokenOf = (ping: Ping): string => `${ping._id}.${signText(PURPOSE, promised(ping))}`;

/** The agency's ping that a token is of. Throws PingUnknown for what was made up, changed or is another agency's. */
export async function pingOfToken(agencyId: string, token: string): Promise<Ping> {
  const [id = '', signature = ''] = token.split('.');
  const row = await Pings.findOne({ _id: id, agencyId }).lean<PingRow>();
  if (!row || row.state === 'NO_BID') throw pingUnknown();
  const ping = pingFrom(row);
  if (!isSignatureOf(PURPOSE, promised(ping), signature)) {
    log.warn({ pingId: id }, 'a ping was posted under a signature that is not its own');
    throw pingUnknown();
  }
  return ping;
}
