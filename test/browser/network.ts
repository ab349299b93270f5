import { type Page, type WebSocketRoute } from 'playwright-core';
import { isOperation } from './market';

const SLOW_MS = 2000;

/** From now on each request of the page takes two seconds longer. */
export async function slowDown(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue();
  });
}

/** Lets the operation through to the server, and its answers nowhere. */
export const loseAnswers = (page: Page, operation: string): Promise<unknown> =>
  page.route('**/graphql', async (route, request) => {
    if (!isOperation(request, operation)) return route.continue();
    await route.fetch();
    return route.abort();
  });

/** Holds the operation back from the server, each time, until what is answered with is called. */
export async function holdBack(page: Page, operation: string): Promise<() => void> {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/graphql', async (route, request) => {
    if (isOperation(request, operation)) await held;
    await route.fallback();
  });
  return letThrough;
}

export interface Sockets {
  /** Breaks the sockets that are open, and lets none through until they are mended. */
  cut(): Promise<void>;
  mend(): void;
  /** Waits until the page has a socket that the server has greeted. */
  isOpen(): Promise<void>;
  /** Keeps the sockets that are open, and lets nothing more through them. */
  deafen(): void;
}

/** A hand on the live connection of the page, from its next load on. */
export async function socketsOf(page: Page): Promise<Sockets> {
  const open = new Set<WebSocketRoute>();
  const deaf = new Set<WebSocketRoute>();
  let greeted = (): void => undefined;
  const greeting = new Promise<void>((resolve) => (greeted = resolve));
  let isCut = false;
  const service = { code: 1012, reason: 'restarts' };
  await page.routeWebSocket('**/graphql', async (socket) => {
    if (isCut) return socket.close(service);
    const server = socket.connectToServer();
    open.add(socket);
    server.onMessage((message) => {
      if (!deaf.has(socket)) socket.send(message);
      greeted();
    });
  });
  return {
    async cut() {
      isCut = true;
      for (const socket of open) await socket.close(service);
      open.clear();
    },
    mend() {
      isCut = false;
    },
    isOpen: () => greeting,
    deafen() {
      for (const socket of open) {
        deaf.add(socket);
        socket.onMessage(() => undefined);
      }
    },
  };
}
