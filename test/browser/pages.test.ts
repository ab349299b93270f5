import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { createSite, type Look, type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { type Trade, trade } from './trade';

/** Every main page of every role: nothing in the console, nothing that axe finds serious, nothing wider than the page. */

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS: Record<string, Look> = { wide: {}, dark: { scheme: 'dark' }, narrow: { width: 390, height: 844 } };

let site: Site;
let actors: Record<string, Actor | null>;
let ids: Trade;
beforeAll(async () => {
  site = await createSite();
  ids = await trade(site.world);
  actors = {
    visitor: null,
    agency: ids.agency,
    business: ids.business,
    admin: await site.world.admin('ADMIN'),
  };
});
afterAll(() => site.close());

/** Addresses by role; a name in braces is an id of what was traded. */
const PAGES: [role: string, paths: string[]][] = [
  ['visitor', ['/', '/log-in', '/sign-up', '/forgot-password']],
  [
    'business',
    [
      '/market',
      '/market?listing={listingId}',
      '/wallet',
      '/cards',
      '/cards/{cardId}',
      '/disputes',
      '/disputes/{disputeId}',
      '/disputes/new?sale={saleId}',
      '/organisation',
      '/profile',
    ],
  ],
  [
    'agency',
    [
      '/upload',
      '/upload/{batchId}',
      '/leads',
      '/leads/{leadId}',
      '/listings',
      '/earnings',
      '/disputes',
      '/disputes/{disputeId}',
    ],
  ],
  [
    'admin',
    [
      '/disputes',
      '/disputes/{disputeId}',
      '/admin/quarantine',
      '/admin/organisations',
      '/admin/organisations/record',
      '/admin/catalogue/niches',
      '/admin/catalogue/regions',
      '/admin/catalogue/prices',
      '/admin/ledger',
      '/admin/ledger/entries',
      '/admin/ledger/health',
    ],
  ],
];

/** Waits until a page has what it shows: no skeleton is left, and its heading is there. */
async function isShown(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<any>("axe.run(document, { resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }: any) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html.slice(0, 160)).join(' | ')}`);
}

describe.each(PAGES)('the pages of the %s', (role, paths) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.visit(actors[role]!, '/');
    await isShown(page);
  });
  afterAll(() => page.context().close());

  test.each(paths)('%s', async (path) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: keyof Omit<Trade, 'agency' | 'business'>) => ids[name]);
    const faults: string[] = [];
    await page.goto(site.address + address);
    for (const [name, { width = 1360, height = 850, scheme = 'light' }] of Object.entries(LOOKS)) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
      await isShown(page);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the page`);
      for (const fault of await seriousFaults(page)) faults.push(`${name}: ${fault}`);
    }
    expect(page.url()).toBe(site.address + address);
    expect([...faults, ...site.complaints()]).toEqual([]);
  });
});
