import { type Client as SocketClient, createClient } from 'graphql-ws';
import { tellAway, tellBack } from './away';
import { currentToken, renewToken } from './token';

/** The server answers each ping; a connection where none comes within this time is dead, whatever it says of itself. */
const PONG_WITHIN_MS = 5000;
const PING_EVERY_MS = 15_000;
const LONGEST_WAIT_MS = 8000;
/** The server closes with this when the session of the socket is over, or its token not good. */
const REFUSED = 4403;

export interface Socket {
  client: SocketClient;
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
  let pong: ReturnType<typeof setTimeout> | undefined;
  const waiting = sleeper();
  const expectPong = (): void => {
    clearTimeout(pong);
    pong = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
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
      if (retries > 0) tellAway();
      await waiting.sleep(Math.min(500 * 2 ** retries, LONGEST_WAIT_MS) * (0.7 + Math.random() * 0.6));
    },
    keepAlive: PING_EVERY_MS,
    on: {
      connected: (socket) => {
        open = socket as WebSocket;
        tellBack();
        // What happened while nobody listened is fetched.
        if (hasMissed) onReconnect();
        hasMissed = false;
      },
      ping: (isReceived) => {
        if (!isReceived) expectPong();
      },
      pong: () => clearTimeout(pong),
      closed: (event) => {
        clearTimeout(pong);
        open = null;
        hasMissed = true;
        isRefused = (event as CloseEvent).code === REFUSED;
      },
    },
  });
  const probe = (): void => {
    if (document.visibilityState === 'hidden') return;
    waiting.wake();
    if (open?.readyState !== WebSocket.OPEN) return;
    open.send(JSON.stringify({ type: 'ping' }));
    expectPong();
  };
  window.addEventListener('online', probe);
  document.addEventListener('visibilitychange', probe);
  return {
    client,
    dispose() {
      tellBack();
      window.removeEventListener('online', probe);
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
