import { type IncomingMessage } from 'node:http';
import { type WebSocket } from 'ws';
import { config } from '../config';
import { networkOf } from '../platform/network';
import { gaugeOf } from '../platform/metrics';

/** What one process gives: a page of the client follows a handful of things by one socket a tab. */
export const SOCKET_LIMITS = {
  /** Subscriptions at once on one socket. */
  operations: 50,
  operationsOfNobody: 5,
  socketsPerPerson: 20,
  /** All that come from one network, logged in or not; an office may stand behind one address. */
  socketsPerNetwork: 200,
  /** Sockets without a login. */
  nobodysPerNetwork: 10,
  nobodysMs: 60_000,
  /** Messages at once, and how many more a second: a tab that comes back subscribes anew to all it shows. */
  messages: 200,
  messagesPerSecond: 20,
};

/** "Try again later" of the WebSocket standard: clients do, after a while. */
const TOO_MANY = 1013;

/** Counts who is there by key. */
class Places {
  private readonly taken = new Map<string, number>();

  hasRoom(key: string, most: number): boolean {
    return (this.taken.get(key) ?? 0) < most;
  }

  /** Takes one place; answers with how to give it back. */
  take(key: string): () => void {
    this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    return () => {
      const left = this.taken.get(key)! - 1;
      if (left > 0) this.taken.set(key, left);
      else this.taken.delete(key);
    };
  }

  total(): number {
    let sum = 0;
    for (const count of this.taken.values()) sum += count;
    return sum;
  }
}

const networks = new Places();
const people = new Places();
const nobodies = new Places();
gaugeOf('leadbourse_sockets', 'Open sockets of this process', () => networks.total());

/** The address that a socket was asked for from: behind proxies that we trust, the one that they were asked from. */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const hops = [...forwarded.split(','), request.socket.remoteAddress ?? ''].map((hop) => hop.trim()).reverse();
  return hops.slice(0, config.trustProxy + 1).findLast((hop) => hop !== '') ?? '';
}

export const hasRoomFor = (request: IncomingMessage): boolean =>
  networks.hasRoom(networkOf(addressOf(request)), SOCKET_LIMITS.socketsPerNetwork);

/** Counts a socket that opened, until it closes, and ends it when it says too much too fast. */
export function admit(socket: WebSocket, request: IncomingMessage): void {
  socket.once('close', networks.take(networkOf(addressOf(request))));
  let left = SOCKET_LIMITS.messages;
  let seenAt = performance.now();
  socket.on('message', () => {
    const at = performance.now();
    left = Math.min(SOCKET_LIMITS.messages, left + ((at - seenAt) / 1000) * SOCKET_LIMITS.messagesPerSecond) - 1;
    seenAt = at;
    if (left >= 0) return;
    // What is still on its way is not read any more.
    socket.removeAllListeners('message');
    socket.close(TOO_MANY, 'Too many requests');
  });
}

/** Counts who a socket turned out to be, until it closes; closes it, and answers false, where there are enough of them. */
export function seat(socket: WebSocket, personId: string | null, address: string): boolean {
  const network = networkOf(address);
  const hasRoom = personId
    ? people.hasRoom(personId, SOCKET_LIMITS.socketsPerPerson)
    : nobodies.hasRoom(network, SOCKET_LIMITS.nobodysPerNetwork);
  if (!hasRoom) {
    socket.close(TOO_MANY, 'Too many connections');
    return false;
  }
  socket.once('close', personId ? people.take(personId) : nobodies.take(network));
  if (!personId) {
    const end = setTimeout(() => socket.close(4408, 'Log in to stay connected'), SOCKET_LIMITS.nobodysMs).unref();
    socket.once('close', () => clearTimeout(end));
  }
  return true;
}

/** Whether a socket may follow so many things at once. */
export const mayFollow = (count: number, isLoggedIn: boolean): boolean =>
  count <= (isLoggedIn ? SOCKET_LIMITS.operations : SOCKET_LIMITS.operationsOfNobody);
