import { type Client as SocketClient, createClient } from 'graphql-ws';
import { tellAway, tellBack } from './away';
import { currentToken, renewToken } from './token';

/**
 * The server answers each ping; a connection where none comes within this time is dead, whatever it says of itself. Both
 * together are how long a page may believe in a net that went away without a word.
 */
const PONG_WITHIN_MS = 4000;
const PING_EVERY_MS = 7000;
const LONGEST_WAIT_MS = 8000;
/** Most breaks are over sooner, and nothing is said of them. */
const QUIET_MS = 1500;
/** The server closes with this when the session of the socket is over, or its token not good. */
const REFUSED = 4403;

export interface Socket {
  client: SocketClient;
  /** A request did not reach the server: the connection is looked at. */
  doubt(): void;
  /** A request reached the server, which is all that is known where no page listens. */
  reached(): void;
  dispose(): void;
}

/**
 * A connection for subscriptions that comes back by itself: after a server that restarts, a laptop that wakes up, a net
 * that went away without a word. `onReconnect` is told when it is back.
 */
export function openSocket(onReconnect: () => void): Socket {
  let hasMissed = false;
  let isRefused = false;
  let open: WebSocket | null = null;
  let isSought = false;
  let pong: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const waiting = sleeper();
  const heardPong = (): void => {
    clearTimeout(pong);
    pong = undefined;
  };
  const expectPong = (): void => {
    pong ??= setTimeout(() => {
      tellAway();
      client.terminate();
    }, PONG_WITHIN_MS);
  };
  const ask = (): void => {
    open?.send(JSON.stringify({ type: 'ping' }));
    expectPong();
  };
  const isOpen = (): boolean => open?.readyState === WebSocket.OPEN;
  const back = (): void => {
    clearTimeout(quiet);
    quiet = undefined;
    isSought = false;
    tellBack();
    // What happened while nobody listened is fetched.
    if (hasMissed) onReconnect();
    hasMissed = false;
  };
  const client = createClient({
    url: async () => {
      // Asked for before the socket opens: a login may have to be waited for.
      if (isRefused || isStale()) await renewToken().catch(() => null);
      isRefused = false;
      return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
    },
    connectionParams: bearer,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      hasMissed = true;
      isSought = true;
      if (retries > 0) tellAway();
      // The try itself may take long to fail.
      if (!isRefused) quiet ??= setTimeout(tellAway, QUIET_MS);
      await waiting.sleep(Math.min(500 * 2 ** retries, LONGEST_WAIT_MS) * (0.7 + Math.random() * 0.6));
    },
    keepAlive: PING_EVERY_MS,
    on: {
      connected: (socket) => {
        open = socket as WebSocket;
        back();
      },
      ping: (isReceived) => {
        if (!isReceived) expectPong();
      },
      pong: (isReceived) => {
        if (!isReceived) return;
        heardPong();
        back();
      },
      closed: (event) => {
        heardPong();
        open = null;
        hasMissed = true;
        isRefused = (event as CloseEvent).code === REFUSED;
      },
    },
  });
  const probe = (): void => {
    if (document.visibilityState === 'hidden') return;
    waiting.wake();
    if (isOpen()) ask();
  };
  const returned = (): void => {
    // A socket may have lived through it, but what the page asked for meanwhile did not come.
    hasMissed = true;
    probe();
    if (!isOpen() && !isSought) back();
  };
  window.addEventListener('online', returned);
  document.addEventListener('visibilitychange', probe);
  return {
    client,
    doubt() {
      if (isOpen()) ask();
      else if (!isSought) {
        hasMissed = true;
        tellAway();
      }
    },
    reached() {
      if (!isOpen() && !isSought) tellBack();
    },
    dispose() {
      clearTimeout(quiet);
      heardPong();
      tellBack();
      window.removeEventListener('online', returned);
      document.removeEventListener('visibilitychange', probe);
      void client.dispose();
    },
  };
}

export function bearer(): Record<string, string> {
  const token = currentToken();
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** A wait that can be cut short. */
function sleeper() {
  let wake = (): void => undefined;
  return {
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}

/** True when the token is over its time or nearly so. */
function isStale(): boolean {
  const token = currentToken();
  if (!token) return false;
  const [, body] = token.split('.');
  try {
    const { exp } = JSON.parse(atob(body!.replaceAll('-', '+').replaceAll('_', '/'))) as { exp: number };
    return exp * 1000 < Date.now() + 20_000;
  } catch {
    return true;
  }
}
