import { type Page, type WebSocketRoute } from 'playwright-core';

const SLOW_MS = 2000;

/** From now on each request of the page takes two seconds longer. */
export async function slowDown(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue();
  });
}

export interface Sockets {
  /** Breaks the sockets that are open, and lets none through until they are mended. */
  cut(): Promise<void>;
  mend(): void;
}

/** A hand on the live connection of the page, from its next load on. */
export async function socketsOf(page: Page): Promise<Sockets> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  const service = { code: 1012, reason: 'restarts' };
  await page.routeWebSocket('**/graphql', async (socket) => {
    if (isCut) return socket.close(service);
    socket.connectToServer();
    open.add(socket);
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
  };
}
