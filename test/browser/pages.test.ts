import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { createSite, type Look, type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { act, apiKeyOf } from '../accounts/flows';
import { type Trade, trade } from './trade';

/** Every main page of every role: nothing in the console, nothing that axe finds serious, nothing wider than the page, no text with a place left open. */

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Both widths and both schemes, in two looks: looking at each page once more tells nothing that these do not. */
const LOOKS: Record<string, Look> = {
  wide: {},
  'narrow and dark': { width: 390, height: 844, scheme: 'dark' },
};
const DARK_COLOURS = { runOnly: ['color-contrast'] };

let site: Site;
let actors: Record<string, Actor | null>;
let ids: Trade;
beforeAll(async () => {
  site = await createSite();
  ids = await trade(site.world);
  const admin = await site.world.admin('ADMIN');
  const suspended = await site.world.business({ name: 'Kilima Health' });
  const suspension = { organisationId: suspended.organisationId, reason: 'invented claims' };
  await act(site.world, admin, 'suspendOrganisation', suspension);
  await apiKeyOf(site.world, ids.agency);
  const { id: apiKeyId } = await apiKeyOf(site.world, ids.agency, { name: 'An old page' });
  await act(site.world, ids.agency, 'revokeApiKey', { apiKeyId });
  actors = {
    visitor: null,
    agency: ids.agency,
    'pending agency': await site.world.agency({ isApproved: false }),
    business: ids.business,
    'suspended business': suspended,
    admin,
  };
});
afterAll(() => site.close());

type Shown = [path: string, heading: RegExp, opener?: string];

/**
 * Addresses by role, each with the heading that it has to show, and a button that opens something over it; a name in braces
 * is an id of what was traded.
 */
const PAGES: [role: string, pages: Shown[]][] = [
  [
    'visitor',
    [
      ['/', /^Pay only for people/],
      ['/log-in', /^Log in$/],
      ['/sign-up', /^Sign up$/],
      ['/forgot-password', /^Set a new password$/],
      ['/check-certificate', /^Check a certificate$/],
      ['/me', /^Your data on this market$/],
      ['/catcher', /^Catcher$/],
      ['/f/{formId}', /./],
    ],
  ],
  [
    'business',
    [
      ['/market', /^Market$/, 'Buy the best'],
      ['/market?view=cards', /^Market$/],
      ['/market?listing={listingId}', /^Market$/],
      ['/market/wishes', /^Automatic buying$/, 'New wish'],
      ['/campaigns', /^Campaigns$/],
      ['/campaigns/new', /^Start a campaign$/],
      ['/campaigns/clicks', /^Clicks and report$/],
      ['/campaigns/clicks?view=batches', /^Clicks and report$/],
      ['/campaigns/calls', /^Calls and report$/],
      ['/campaigns/{campaignId}', /^Motor insurance$/, 'End Motor insurance'],
      ['/campaigns/{campaignId}?view=applications', /^Motor insurance$/, 'Decline Acacia Leads'],
      ['/campaigns/{campaignId}?view=clicks', /^Motor insurance$/],
      ['/campaigns/{campaignId}?view=batches', /^Motor insurance$/],
      ['/campaigns/{campaignId}?view=report', /^Motor insurance$/],
      ['/campaigns/{campaignId}/change', /^Change Motor insurance$/],
      ['/campaigns/{callCampaignId}', /^Roofs$/],
      ['/campaigns/{callCampaignId}?view=calls', /^Roofs$/],
      ['/campaigns/{callCampaignId}?view=calls&call={callId}', /^Roofs$/],
      ['/campaigns/{callCampaignId}?view=report', /^Roofs$/],
      ['/campaigns/{callCampaignId}/change', /^Change Roofs$/],
      ['/wallet', /^Wallet$/, 'Top up'],
      ['/cards', /^Cards$/],
      ['/cards?view=board', /^Cards$/],
      ['/cards/{cardId}', /^Wanjikũ Kamau$/],
      ['/disputes', /^Disputes$/],
      ['/disputes/{disputeId}', /^.+: .+, .+$/],
      ['/disputes/new?sale={saleId}', /^Dispute a lead$/],
      ['/disputes/new?call={callId}', /^Dispute a call$/],
      ['/organisation', /^Savanna Cover$/, 'Leave Savanna Cover'],
      ['/organisation/own-list', /^Own list$/],
      ['/organisation/webhooks', /^Webhooks$/, 'New address'],
      ['/profile', /^Profile and sessions$/],
    ],
  ],
  ['suspended business', [['/market', /^Market$/]]],
  [
    'agency',
    [
      ['/upload', /^Upload leads$/],
      ['/upload/{batchId}', /^.+, Kenya$/],
      ['/campaigns', /^Campaigns$/],
      ['/campaigns/{campaignId}', /^Motor insurance$/],
      ['/campaigns/{campaignId}?view=links', /^Motor insurance$/],
      ['/campaigns/links', /^Tracked links$/, 'New tracked link'],
      ['/campaigns/clicks', /^Clicks and report$/],
      ['/campaigns/clicks?view=batches', /^Clicks and report$/],
      ['/campaigns/clicks?view=report', /^Clicks and report$/],
      ['/campaigns/{callCampaignId}?view=numbers', /^Roofs$/],
      ['/campaigns/numbers', /^Tracked numbers$/, 'New tracked number'],
      ['/campaigns/calls', /^Calls and report$/],
      ['/campaigns/calls?call={callId}', /^Calls and report$/],
      ['/campaigns/calls?view=report', /^Calls and report$/],
      ['/forms', /^Forms$/],
      ['/forms/new', /^New form$/],
      ['/forms/{formId}', /^Spring campaign$/],
      ['/leads', /^Leads$/],
      ['/leads/{leadId}', /^W••• K•••/],
      ['/listings', /^Listings$/],
      ['/organisation/keys', /^API keys$/, 'New key'],
      ['/organisation/connections', /^Connections$/],
      ['/organisation/quality', /^Your quality$/],
      ['/earnings', /^Earnings$/],
      ['/earnings?view=charts', /^Earnings$/],
      ['/earnings?view=map', /^Earnings$/],
      ['/disputes', /^Disputes$/],
      ['/disputes/{disputeId}', /^.+: .+, .+$/],
    ],
  ],
  ['pending agency', [['/upload', /^Upload leads$/]]],
  [
    'admin',
    [
      ['/disputes', /^Dispute queue$/],
      ['/disputes/{disputeId}', /^.+: .+, .+$/],
      ['/campaigns', /^Campaigns$/],
      ['/campaigns/{campaignId}', /^Motor insurance$/],
      ['/campaigns/{campaignId}?view=clicks', /^Motor insurance$/],
      ['/campaigns/{campaignId}?view=report', /^Motor insurance$/],
      ['/campaigns/{callCampaignId}?view=calls&call={callId}', /^Roofs$/],
      ['/admin/quarantine', /^Quarantine$/],
      ['/admin/reviews', /^Reviews$/],
      ['/admin/leads/{leadId}', /^W••• K•••/],
      ['/admin/organisations', /^Organisations$/, 'Suspend Savanna Cover'],
      ['/admin/organisations/record', /^Record$/],
      ['/admin/organisations/people', /^Erase a person$/],
      ['/admin/catalogue/niches', /^Niches$/],
      ['/admin/catalogue/regions', /^Regions$/],
      ['/admin/catalogue/prices', /^Prices$/],
      ['/admin/catalogue/rules', /^Rules$/],
      ['/admin/ledger', /^Accounts$/],
      ['/admin/ledger/entries', /^Entries$/],
      ['/admin/ledger/health', /^Health$/],
    ],
  ],
];

/** Waits until a page has what it shows: its heading is there, no skeleton is left, and what lies over it has its name. */
async function isShown(page: Page, heading: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, includeHidden: true }).waitFor();
  if (OPENS_OVER.test(page.url())) await page.getByRole('dialog').first().waitFor();
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.locator('[role="dialog"]:not([aria-labelledby], [aria-label])').first().waitFor({ state: 'detached' });
}

/** Addresses that open something over their page, which comes later than the page. */
const OPENS_OVER = /[?&]listing=|\/campaigns\/.*[?&]call=/;

async function seriousFaults(page: Page, rules: object = {}): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const options = JSON.stringify({ resultTypes: ['violations'], ...rules });
  const { violations } = await page.evaluate<any>(`axe.run(document, ${options})`);
  return violations
    .filter(({ impact }: any) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html.slice(0, 160)).join(' | ')}`);
}

const addressOf = (path: string): string =>
  site.address + path.replace(/\{(\w+)\}/g, (_, name: keyof Omit<Trade, 'agency' | 'business'>) => ids[name]);

/** As a link within the product leads there: the first page of each role is loaded by its address, a hosted form is too. */
async function goTo(page: Page, address: string): Promise<void> {
  if (address.includes('/f/')) return void (await page.goto(address));
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

async function lookAt(page: Page, { width = 1360, height = 850, scheme = 'light' }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  // A hosted form knows its scheme from the browser alone.
  const own = 'html:not([data-mantine-color-scheme])';
  await page.locator(`html[data-mantine-color-scheme="${scheme}"], ${own}`).waitFor();
}

/** Words that are no words: a place in a text that nothing was filled into, such as {name}. */
const unfilledIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>('document.body.innerText.match(/\\{+\\w+\\}+/g) ?? []');

/** What is wrong with the dialog that a button opens; its cross has a name. */
async function faultsOver(page: Page, opener: string): Promise<string[]> {
  await lookAt(page, { scheme: 'dark' });
  await page.getByRole('main').getByRole('button', { name: opener }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).waitFor();
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  const inDark = await seriousFaults(page, DARK_COLOURS);
  await lookAt(page, {});
  const inLight = await seriousFaults(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return [...inDark, ...inLight].map((fault) => `${opener}: ${fault}`);
}

describe.each(PAGES)('the pages of the %s', (role, pages) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.visit(actors[role]!, pages[0]![0]);
    await isShown(page, pages[0]![1]);
  });
  afterAll(() => page.context().close());

  // Every row has all three, or the third would be taken for jest's `done`.
  const rows = pages.map(([path, heading, opener = null]) => [path, heading, opener] as const);
  test.each(rows)('%s', async (path, heading, opener) => {
    const faults: string[] = [];
    await goTo(page, addressOf(path));
    for (const [name, look] of Object.entries(LOOKS)) {
      await lookAt(page, look);
      await isShown(page, heading);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the page`);
      for (const place of await unfilledIn(page)) faults.push(`${name}: ${place} is not filled`);
      for (const fault of await seriousFaults(page)) faults.push(`${name}: ${fault}`);
    }
    expect(page.url()).toBe(addressOf(path));
    if (opener) faults.push(...(await faultsOver(page, opener)));
    expect([...faults, ...site.complaints()]).toEqual([]);
  });
});
