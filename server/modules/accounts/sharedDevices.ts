import { networkOf } from '../../platform/network';
import { Sessions, type SessionRow } from './model';

/** Sessions of one organisation that are compared at most: the newest. */
const MOST_SESSIONS = 500;

/** Addresses of this machine and of local networks: behind them stand proxies, or everybody of a house. */
const LOCAL = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0:0:0:0::|fc|fd|fe80|$)/i;

/** What tells a device: its network and what its browser says of itself; null where that says nothing. */
function deviceOf({ ip, userAgent }: Pick<SessionRow, 'ip' | 'userAgent'>): string | null {
  const network = networkOf(ip);
  return userAgent === '' || LOCAL.test(network) ? null : `${network} ${userAgent}`;
}

async function devicesOf(organisationId: string, since: Date): Promise<Set<string>> {
  const rows = await Sessions.find({ organisationId, startedAt: { $gte: since } }, { ip: 1, userAgent: 1 })
    .sort({ startedAt: -1 })
    .limit(MOST_SESSIONS)
    .lean<Pick<SessionRow, 'ip' | 'userAgent'>[]>();
  return new Set(rows.flatMap((row) => deviceOf(row) ?? []));
}

/** Whether people of both organisations logged in from the same device since a moment: a hint, not a proof. */
export async function haveSharedDevice(one: string, other: string, since: Date): Promise<boolean> {
  const theirs = await devicesOf(other, since);
  if (theirs.size === 0) return false;
  return [...(await devicesOf(one, since))].some((device) => theirs.has(device));
}
