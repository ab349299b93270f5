/**
 * `npm run pictures [-- address [part]]`: takes the pictures of docs/pictures from a server with demo data, as a demo login
 * of each role sees the main pages: wide in light and dark, and narrow. With a part of names, such as `campaigns`: those.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Page } from 'playwright-core';
import { openBrowser } from '../test/kit/browser';
import { DEMO_PASSWORD } from './demoData/logins';

const address = process.argv[2] ?? 'http://localhost:4000';
const part = process.argv[3] ?? '';
const folder = path.resolve(__dirname, '../docs/pictures');

/** Main pages by demo login; a page after `>` is the first link on it that leads there. */
const PAGES: Record<string, string[]> = {
  visitor: ['/', '/log-in', '/me', '/catcher', '/check-certificate'],
  business: [
    '/market',
    '/market > /market?',
    '/wallet',
    '/cards',
    '/cards?view=board',
    '/cards > /cards/',
    '/disputes',
    '/disputes > /disputes/dispute',
    '/disputes?kind=CALL > /disputes/dispute',
    '/market/wishes',
    '/campaigns',
    '/campaigns > /campaigns/campaign',
    '/campaigns/clicks',
    '/campaigns/clicks?view=report',
    '/campaigns/calls',
    '/organisation/own-list',
    '/organisation/webhooks',
  ],
  agency: [
    '/upload',
    '/upload > /upload/',
    '/leads',
    '/leads > /leads/',
    '/listings',
    '/campaigns',
    '/campaigns/links',
    '/campaigns/numbers',
    '/campaigns/clicks',
    '/campaigns/calls',
    '/earnings',
    '/earnings?view=map',
    '/forms',
    '/forms > /forms/',
    '/organisation/quality',
    '/organisation/keys',
  ],
  adjudicator: ['/disputes', '/disputes > /disputes/dispute'],
  admin: [
    '/admin/quarantine',
    '/admin/reviews',
    '/admin/organisations',
    '/admin/catalogue/prices',
    '/admin/catalogue/rules',
    '/admin/ledger',
    '/organisation',
  ],
};

const LOOKS = {
  light: { width: 1360, height: 850, scheme: 'light' },
  dark: { width: 1360, height: 850, scheme: 'dark' },
  narrow: { width: 390, height: 844, scheme: 'light' },
} as const;

async function logIn(page: Page, name: string): Promise<void> {
  await page.goto(`${address}/log-in`);
  await page.getByLabel('E-mail').fill(`${name}@leadbourse.example`);
  await page.getByRole('textbox', { name: 'Password' }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/log-in');
}

async function isQuiet(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

/** A session is renewed at most 30 times a minute, once with each page that is loaded. */
const PAGE_EVERY_MS = 2100;

async function load(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(PAGE_EVERY_MS);
  await page.goto(address + where);
  await isQuiet(page);
}

async function open(page: Page, place: string): Promise<void> {
  const [first, below] = place.split(' > ') as [string, string?];
  await load(page, first);
  if (!below) return;
  const link = await page.locator(`main a[href^="${below}"]:not([href*="new"])`).first().getAttribute('href');
  if (link === null) throw new Error(`${first} has no link to ${below}`);
  await load(page, link);
}

/** Such as business-cards-one-dark. */
const nameOf = (login: string, place: string, look: string): string => {
  const [first, below] = place.split(' > ') as [string, string?];
  const words = first.replaceAll(/\W+/g, '-').replace(/^-/, '') || 'front';
  return `${login}-${words}${below ? '-one' : ''}-${look}`;
};

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  for (const [login, all] of Object.entries(PAGES)) {
    const places = all.filter((place) => nameOf(login, place, '').includes(part));
    if (places.length === 0) continue;
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    if (login !== 'visitor') await logIn(page, login);
    for (const place of places) {
      for (const [look, { width, height, scheme }] of Object.entries(LOOKS)) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
        await open(page, place);
        const file = path.join(folder, `${nameOf(login, place, look)}.jpg`);
        await page.screenshot({ path: file, type: 'jpeg', quality: 72 });
        console.log(path.relative(process.cwd(), file));
      }
    }
    await context.close();
  }
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
