import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { config } from '../../server/config';
import { openBrowser } from './browser';
import { noteVisit } from './visits';
import { type Actor, createWorld, logIn, type World } from './world';

export interface Look {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

/** The product as its users have it: the server with its worker, listening, and a browser. */
export interface Site {
  world: World;
  /** Where it is, such as http://127.0.0.1:4321. */
  address: string;
  /** A browser of one's own, logged in as the actor, closed after the test; a visitor's when there is none. */
  visit(actor: Actor | null, path: string, look?: Look): Promise<Page>;
  /** What the pages complained of in their consoles so far; asking forgets it. */
  complaints(): string[];
  close(): Promise<void>;
}

export async function createSite(): Promise<Site> {
  const world = await createWorld({ runsWorker: true });
  const port = await world.app.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${port}`;
  // Links and payment pages lead to where the server listens, which is known only now.
  config.publicUrl = address;
  const browser = await openBrowser();
  const heard: string[] = [];
  const visited = new Set<string>();
  /** A session that one browser renewed is none for another: each has its own, as browsers have. */
  const cookieFor = async (actor: Actor): Promise<string> => {
    if (visited.has(actor.cookie)) return (await logIn(world, actor)).cookie;
    visited.add(actor.cookie);
    return actor.cookie;
  };
  return {
    world,
    address,
    async visit(actor, path, look = {}) {
      const context = await contextOf(browser, address, actor && (await cookieFor(actor)), look);
      noteVisit(context);
      const page = await context.newPage();
      listen(page, heard);
      await page.goto(address + path);
      return page;
    },
    complaints: () => heard.splice(0),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

async function contextOf(
  browser: Browser,
  address: string,
  cookie: string | null,
  look: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1360, height: look.height ?? 850 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Africa/Nairobi',
  });
  // A machine that does much else is slow, not wrong.
  context.setDefaultTimeout(60_000);
  if (cookie) {
    const [name, value] = cookie.split('=') as [string, string];
    const { hostname } = new URL(address);
    await context.addCookies([{ name, value, domain: hostname, path: '/graphql', httpOnly: true, sameSite: 'Strict' }]);
  }
  return context;
}

function listen(page: Page, heard: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
}
