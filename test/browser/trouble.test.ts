import { type Page } from 'playwright-core';
import { signUp } from '../accounts/flows';
import { until } from '../kit/until';
import { createSite, type Site } from '../kit/site';
import { buyListings, soldLead } from '../kit/trading';
import { type Actor, logIn } from '../kit/world';
import { openDispute } from '../disputes/disputing';
import { acceptedLead } from '../leads/submitting';
import { joins, wallet } from '../market/buying';
import { balanceOf, confirmation, confirmAt, isOperation, onSale } from './market';
import { loseAnswers, slowDown, socketsOf } from './network';

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
// A browser tells its console of each answer that did not come; anything else is a fault of the page.
afterEach(() =>
  expect(site.complaints().filter((text) => !/Failed to load resource|WebSocket/.test(text))).toEqual([]),
);

/** A business with $300.00 that is one press away from a lead of $100.00. */
async function aboutToBuy() {
  const buyer = await site.world.business({ funds: '300.00' });
  const listingId = await onSale(site, agency);
  const page = await site.visit(buyer, `/market?listing=${listingId}`);
  return { buyer, listingId, page, press: await confirmAt(page, '$100.00') };
}

/** The keys of the purchases that the page sends from now on. */
function sentKeys(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (isOperation(request, 'Buy')) keys.push(request.postDataJSON().variables.input.clientKey);
  });
  return keys;
}

const invitationsOf = (actor: Actor): Promise<unknown[]> => site.world.ask(actor, '{ invitations { email } }');

const boughtOnce = { available: 20_000, held: 10_000 };

test('while the server is slow a second press buys nothing more, and the button shows that it works', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const keys = sentKeys(page);
  await slowDown(page);
  await press.dblclick({ noWaitAfter: true });
  await confirmation(page).getByRole('status').getByText('Buying…').waitFor();
  expect(await press.isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(keys).toHaveLength(1);
  expect(await wallet(site.world, buyer)).toEqual(boughtOnce);
});

test('a slow server shows skeletons, then the page', async () => {
  const buyer = await site.world.business({ funds: '300.00' });
  await onSale(site, agency);
  const page = await site.visit(buyer, '/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await slowDown(page);
  await page.getByRole('link', { name: 'Market' }).click();
  await page.getByTestId('skeleton').waitFor();
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
});

test('while a filter’s answer is on its way nothing of the former search is selected, and one request is enough for it', async () => {
  const buyer = await site.world.business({ funds: '300.00' });
  const [hot, cold] = [
    await onSale(site, agency, { temperature: 'HOT' }),
    await onSale(site, agency, { temperature: 'COLD' }),
  ];
  const page = await site.visit(buyer, '/market');
  const boxOf = (id: string) =>
    page
      .getByRole('row')
      .filter({ has: page.locator(`[data-listing="${id}"]`) })
      .locator('input');
  await boxOf(cold).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    for (const operation of ['MarketNiches', 'MarketPage']) if (isOperation(request, operation)) asked.push(operation);
  });
  await slowDown(page);
  const niches = page.getByRole('group', { name: 'Niche' });
  await niches.getByRole('checkbox').first().click();
  await page.getByRole('group', { name: 'Filters that are on' }).getByRole('button').first().waitFor();
  await page.locator('[data-loading="true"][aria-busy="true"] table').waitFor();
  await boxOf(cold).click({ force: true });
  await page.locator('[data-loading="false"] table').waitFor();
  expect(asked).toEqual(['MarketPage']);
  expect(await boxOf(cold).isChecked()).toBe(false);
  await boxOf(cold).click();
  const bar = page.getByRole('region', { name: 'Selected leads' });
  await bar.getByText('1 lead selected').waitFor();

  await page.getByRole('group', { name: 'Temperature' }).getByRole('checkbox', { name: /^Hot/ }).click();
  await bar.getByText('1 of them is not in this search.').waitFor();
  await boxOf(hot).waitFor();
  await bar.getByRole('button', { name: 'Unselect it' }).click();
  await bar.waitFor({ state: 'detached' });
});

/** Lets the market's clock run over the end of every quote; logins of before are over by then too. */
async function quotesEnd(): Promise<void> {
  await site.world.clock.move('11m');
  agency = await logIn(site.world, agency);
}

const findOut = (page: Page) => confirmation(page).getByRole('button', { name: 'Find out what became of it' });

test('when the server goes away in the middle of a purchase it is told; asking buys nothing, and the next press buys once', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const keys = sentKeys(page);
  await page.route('**/graphql', (route) => route.abort());
  await press.click();
  await confirmation(page).getByRole('alert').getByText('asking buys nothing').waitFor();
  await findOut(page).click();
  await confirmation(page).getByText('The server did not answer.').waitFor();
  await page.unroute('**/graphql');
  await findOut(page).click();
  await confirmation(page).getByText('It was not bought, and nothing was charged.').waitFor();
  expect(await wallet(site.world, buyer)).toEqual({ available: 30_000, held: 0 });
  await press.click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(await wallet(site.world, buyer)).toEqual(boughtOnce);
});

test('a purchase whose answer is lost is found done after its price is over, the dialog closed and the page loaded anew', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const keys = sentKeys(page);
  await loseAnswers(page, 'Buy');
  await press.click();
  await findOut(page).waitFor();
  expect(
    await confirmation(page)
      .getByRole('button', { name: /Buy for|Get a new quote|Cancel/ })
      .count(),
  ).toBe(0);
  expect(await wallet(site.world, buyer)).toEqual(boughtOnce);

  await page.keyboard.press('Escape');
  await confirmation(page).waitFor({ state: 'detached' });
  await page.unroute('**/graphql');
  await page.clock.install();
  await page.goto(`${site.address}/market`);
  const note = page.getByRole('status').filter({ hasText: 'your purchase of 1 lead for $100.00 did not come' });
  await note.getByRole('button', { name: 'Find out what became of it' }).click();
  await page.clock.fastForward('11:00');
  await quotesEnd();
  await findOut(page).click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(new Set(keys).size).toBe(1);
  await page.getByRole('button', { name: 'Back to the market' }).click();
  await note.waitFor({ state: 'detached' });
  expect(await wallet(site.world, await logIn(site.world, buyer))).toEqual(boughtOnce);
});

test('a purchase that never reached the server is found not done when its price is over, and another may be made', async () => {
  const { buyer, page, press } = await aboutToBuy();
  await page.route('**/graphql', (route) => route.abort());
  await press.click();
  await findOut(page).waitFor();
  await page.unroute('**/graphql');
  await quotesEnd();
  await findOut(page).click();
  await press.click();
  await confirmation(page).getByRole('button', { name: 'Get a new quote' }).click();
  await confirmation(page).getByRole('button', { name: 'Buy for $100.00' }).click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(await wallet(site.world, await logIn(site.world, buyer))).toEqual(boughtOnce);
});

test('a purchase whose answer was lost comes before another lead, which waits by its name and is gone on with', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const second = await onSale(site, agency);
  await loseAnswers(page, 'Buy');
  await press.click();
  await findOut(page).waitFor();
  await page.unroute('**/graphql');
  await page.goto(`${site.address}/market?listing=${second}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Buy', exact: true }).click();
  await confirmation(page)
    .getByRole('status')
    .getByText(/waits for it: Motor insurance, /)
    .waitFor();
  await findOut(page).click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  await page.getByRole('button', { name: 'Go on with it' }).press('Enter');
  await confirmation(page).getByRole('button', { name: 'Buy for $100.00' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(await wallet(site.world, buyer)).toEqual({ available: 10_000, held: 20_000 });
});

/** Presses while the answer to the operation is lost, reads that it is, and presses again. */
async function pressOverLoss(page: Page, operation: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await loseAnswers(page, operation);
  await dialog.getByRole('button', { name }).click();
  await dialog.getByRole('alert').getByText('The server did not answer.').waitFor();
  await page.unroute('**/graphql');
  await dialog.getByRole('button', { name }).click();
}

test('what an agency does to its stock is done once where the answer was lost and the button is pressed again', async () => {
  const seller = await site.world.agency();
  for (let made = 0; made < 2; made++) await acceptedLead(site.world, seller);
  const page = await site.visit(seller, '/leads');
  await page.getByRole('row').nth(2).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await page.getByRole('button', { name: 'Make a lot…' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Made once');
  await pressOverLoss(page, 'CreateLot', 'Make the draft');
  await page.getByText(/^“Made once” is a draft/).waitFor();
  await pressOverLoss(page, 'ListNewLot', 'Put the lot on sale');
  await page.getByText(/^“Made once” is on sale for/).waitFor();

  await page.getByRole('link', { name: 'See the lot' }).click();
  await page.getByRole('dialog', { name: 'Made once' }).waitFor();
  await page.keyboard.press('Escape');
  await page
    .getByRole('row', { name: /Made once/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await pressOverLoss(page, 'WithdrawListings', 'Withdraw 1 listing');
  await page.getByText('1 listing was withdrawn.').waitFor();
  const { nodes } = await site.world.ask(seller, '{ myListings { nodes { name status } } }');
  expect(nodes).toEqual([{ name: 'Made once', status: 'WITHDRAWN' }]);
});

test('a token that is over in the middle of a purchase is renewed, and the purchase goes through', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const keys = sentKeys(page);
  await page.route('**/graphql', async (route, request) => {
    const headers = request.headers();
    // The first try carries a token that nobody takes.
    if (isOperation(request, 'Buy') && keys.length === 1) headers.authorization = 'Bearer over';
    await route.continue({ headers });
  });
  await press.click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(await wallet(site.world, buyer)).toEqual(boughtOnce);
});

test('a session that is ended in the middle of a purchase is taken up by a login over it, and the purchase goes on', async () => {
  const { buyer, page, press } = await aboutToBuy();
  const keys = sentKeys(page);
  const elsewhere = await logIn(site.world, buyer);
  await site.world.ask(elsewhere, 'mutation { logOut(input: { everywhere: true }) { __typename } }');
  const address = page.url();
  await press.click();
  const dialog = page.getByRole('dialog', { name: 'Your session is over' });
  await dialog.getByRole('textbox', { name: 'Password' }).press('Escape');
  await dialog.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('do not belong together').waitFor();
  expect(await dialog.getByLabel('E-mail').inputValue()).toBe(buyer.email);
  await dialog.getByRole('textbox', { name: 'Password' }).fill(buyer.password);
  await page.keyboard.press('Enter');
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  await balanceOf(page, '$200.00').waitFor();
  expect(page.url()).toBe(address);
  expect(new Set(keys).size).toBe(1);
  expect(await wallet(site.world, await logIn(site.world, buyer))).toEqual(boughtOnce);
});

test('what was typed when a session ended is still there after the login', async () => {
  const owner = await site.world.business();
  const page = await site.visit(owner, '/organisation');
  await page.getByLabel('E-mail address').fill('amina@example.com');
  const elsewhere = await logIn(site.world, owner);
  await site.world.ask(elsewhere, 'mutation { logOut(input: { everywhere: true }) { __typename } }');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session is over' });
  await dialog.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'amina@example.com is invited' }).waitFor();
});

/** In a further tab of the browser: logs out who is logged in there. */
async function logsOutElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(`${site.address}/profile`);
  await other.getByRole('button', { name: /account of/ }).click();
  await other.getByRole('menuitem', { name: 'Log out' }).click();
  // The next person of this browser is not led to where the former one was.
  await other.getByRole('heading', { level: 1, name: /^Pay only for people/ }).waitFor();
  expect(new URL(other.url()).pathname).toBe('/');
}

test('who logs out in one tab is logged out in all: a contact that another tab showed is gone at once', async () => {
  const buyer = await site.world.business({ funds: '300.00' });
  const { saleId } = await soldLead(site.world, { agency, buyer });
  const page = await site.visit(buyer, `/cards/${saleId.replace('sale_', 'card_')}`);
  const call = page.getByRole('link', { name: /^Call / });
  await call.waitFor();
  await logsOutElsewhere(page);
  await page.getByRole('status').getByText('You logged out in another tab').waitFor();
  expect(new URL(page.url()).pathname).toBe('/log-in');
  expect(await call.count()).toBe(0);
});

test('a login as somebody else in another tab takes the former one’s page away, and nothing is sent from it', async () => {
  const [first, second] = [await site.world.business({ name: 'Savanna Cover' }), await site.world.business()];
  const page = await site.visit(first, '/organisation');
  await page.getByLabel('E-mail address').fill('amina@example.com');
  const house = { kind: 'BUSINESS', name: 'Second House', country: 'KE' };
  const token = await signUp(site.world, { name: 'Known', email: second.email }, house);
  const other = await page.context().newPage();
  await other.goto(`${site.address}/confirm#token=${token}`);
  await other.getByRole('textbox', { name: 'Password' }).fill(second.password);
  await other.keyboard.press('Enter');
  await other.getByRole('button', { name: /^Second House: account of / }).waitFor();

  await page.getByText('Somebody else logged in in another tab of this browser.').waitFor();
  expect(await page.getByText('Savanna Cover').count()).toBe(0);
  // The other stays logged in, and is whom the tab shows when it is loaded anew.
  await page.reload();
  await page.getByRole('button', { name: /: account of / }).waitFor();
  await other.reload();
  await other.getByRole('button', { name: /^Second House: account of / }).waitFor();
  expect(await invitationsOf(await logIn(site.world, first))).toEqual([]);
});

/** One login in two businesses; a browser that works in the first. */
async function inTwoBusinesses() {
  const owner = await site.world.business({ name: 'Savanna Cover', funds: '300.00' });
  const other = await site.world.business({ name: 'Kilima Health', funds: '500.00' });
  await joins(site.world, owner, other);
  const page = await site.visit(owner, '/wallet');
  await balanceOf(page, '$300.00').waitFor();
  return { owner, other, page };
}

async function moveToKilima(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Savanna Cover: account of/ }).click();
  await page.getByRole('menuitem', { name: /^Kilima Health/ }).click();
  await balanceOf(page, '$500.00').waitFor();
}

test('who changes to another business sees its money and no more of the former one’s, and hears what happens there', async () => {
  const { other, page } = await inTwoBusinesses();
  const listingId = await onSale(site, agency);
  await moveToKilima(page);
  await page.waitForURL(/\/market/);
  expect(await page.getByText('$300.00').count()).toBe(0);
  await buyListings(site.world, other, [listingId]);
  await balanceOf(page, '$400.00').waitFor();
});

test('two tabs of one browser work in two organisations, each in its own', async () => {
  const { page } = await inTwoBusinesses();
  const second = await page.context().newPage();
  await second.goto(`${site.address}/wallet`);
  await moveToKilima(second);

  let renewals = 0;
  await page.route('**/graphql', async (route, request) => {
    const headers = request.headers();
    if (isOperation(request, 'OwnOrganisation') && renewals++ === 0) headers.authorization = 'Bearer over';
    await route.continue({ headers });
  });
  await page.getByRole('button', { name: /^Savanna Cover: account of/ }).click();
  await page.getByRole('menuitem', { name: 'Organisation' }).click();
  await page.getByRole('heading', { level: 1, name: 'Savanna Cover' }).waitFor();
  expect(renewals).toBeGreaterThan(1);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Savanna Cover' }).waitFor();
  await balanceOf(page, '$300.00').waitFor();
});

test('what is somebody else’s, and an id of nothing, is not here; the way on leads to the start page', async () => {
  const [owner, stranger] = [await site.world.business({ funds: '300.00' }), await site.world.business()];
  const { saleId } = await soldLead(site.world, { agency, buyer: owner });
  const { dispute } = await openDispute(site.world, owner, saleId);
  const card = saleId.replace('sale_', 'card_');
  const page = await site.visit(stranger, '/wallet');
  await balanceOf(page, '$0.00').waitFor();
  for (const path of [
    '/nonsense',
    `/cards/${card}`,
    '/cards/card_nonsense',
    '/cards/%00%27',
    `/disputes/${dispute.id}`,
    '/disputes/nonsense',
    `/disputes/new?sale=${saleId}`,
    '/admin/ledger',
    '/leads',
    '/upload',
    '/upload/batch_nonsense',
  ]) {
    await page.goto(site.address + path);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await until(async () => (await page.title()) === 'There is nothing here · Leadbourse');
  }
  await page.getByRole('button', { name: 'Go to the start page' }).click();
  await page.waitForURL((url) => !url.pathname.includes('upload'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  const moderating = await site.visit(await site.world.admin('MODERATOR'), `/disputes/${dispute.id}`);
  await moderating.getByRole('heading', { name: 'There is nothing here' }).waitFor();
});

test('parameters that make no sense are passed over, and a listing of nothing says so beside the market', async () => {
  const buyer = await site.world.business();
  await onSale(site, agency);
  const page = await site.visit(buyer, '/market?temperature=boiling&from=x&hours=-3&sort=%3Cb%3E');
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  // A niche or a place that nobody knows narrows to nothing: it never widens to everything.
  await page.goto(`${site.address}/market?niche=none`);
  await page.getByText('Nobody knows “none”').waitFor();
  await page.getByRole('button', { name: 'Clear all' }).first().click();
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  await page.goto(`${site.address}/market?listing=nonsense`);
  await page.getByRole('dialog').getByText('This listing is not on sale').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'See what is on sale' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  for (const path of ['/wallet?entry=nonsense&topUp=none&result=x', '/cards?status=%00&niche=-', '/disputes?state=x']) {
    await page.goto(site.address + path);
    await page.getByRole('heading', { level: 1, name: /Wallet|Cards|Disputes/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  }
});

test('a page that was opened while the live connection was down catches up when it comes', async () => {
  const buyer = await site.world.business({ funds: '500.00' });
  const listingId = await onSale(site, agency);
  const page = await site.visit(buyer, '/profile');
  await balanceOf(page, '$500.00').waitFor();
  const sockets = await socketsOf(page);
  await sockets.cut();
  await page.goto(`${site.address}/wallet`);
  await balanceOf(page, '$500.00').waitFor();
  await buyListings(site.world, buyer, [listingId]);
  const away = page.getByRole('status').filter({ hasText: 'The live connection is away' });
  await away.waitFor();
  sockets.mend();
  await balanceOf(page, '$400.00').waitFor();
  await page.getByRole('button', { name: 'Purchase' }).waitFor();
  await away.waitFor({ state: 'detached' });
});

test('who goes offline is told at once, and what was missed is fetched with the net', async () => {
  const buyer = await site.world.business({ funds: '500.00' });
  const listingId = await onSale(site, agency);
  const page = await site.visit(buyer, '/wallet');
  await balanceOf(page, '$500.00').waitFor();
  const net = page.context();
  const told = page.getByRole('status').filter({ hasText: 'You are offline.' });
  await net.setOffline(true);
  await told.waitFor();
  await buyListings(site.world, buyer, [listingId]);
  await net.setOffline(false);
  await told.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Purchase' }).waitFor();
  await balanceOf(page, '$400.00').waitFor();

  // A visitor has no live connection: what cannot be read tells of it, what can be tells that it is over.
  const visiting = await site.visit(null, '/log-in');
  await visiting.getByLabel('E-mail').fill(buyer.email);
  await visiting.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
  await visiting.route('**/graphql', (route) => route.abort());
  await visiting.keyboard.press('Enter');
  const away = visiting.getByRole('status').filter({ hasText: 'connection is away' });
  await away.waitFor();
  await visiting.unroute('**/graphql');
  await visiting.keyboard.press('Enter');
  await away.waitFor({ state: 'detached' });
});

test('after the connection broke the page fetches what it missed and hears what comes next', async () => {
  const buyer = await site.world.business({ funds: '500.00' });
  const [missed, heard] = [await onSale(site, agency, { channel: 'EXHIBITION' }), await onSale(site, agency)];
  const page = await site.visit(buyer, '/profile');
  await balanceOf(page, '$500.00').waitFor();
  const sockets = await socketsOf(page);
  await page.goto(`${site.address}/market?channel=exhibition`);
  await balanceOf(page, '$500.00').waitFor();
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  // Who is not at the top is asked before anything new comes in.
  await page.setViewportSize({ width: 1360, height: 320 });
  await page.evaluate('scrollTo(0, 999)');

  await sockets.cut();
  await buyListings(site.world, buyer, [missed]);
  const late = await onSale(site, agency, { channel: 'EXHIBITION' });
  sockets.mend();
  await balanceOf(page, '$400.00').waitFor();
  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await page.locator(`[data-listing="${late}"]`).waitFor();

  await buyListings(site.world, buyer, [heard]);
  await balanceOf(page, '$300.00').waitFor();
});

test('a market that cannot reach the server says so after a try or two, and goes on by itself', async () => {
  const business = await site.world.business();
  await onSale(site, agency, { temperature: 'HOT' });
  const page = await site.visit(business, '/market');
  const table = page.getByRole('table', { name: 'Market' });
  await table.getByRole('link').first().waitFor();
  let asked = 0;
  await page.route('**/graphql', (route, request) => {
    if (isOperation(request, 'MarketPage')) asked += 1;
    return route.abort();
  });
  await page.getByRole('group', { name: 'Temperature' }).getByRole('checkbox', { name: /^Hot/ }).click();
  await page.getByText('This could not be shown').first().waitFor();
  expect(asked).toBeLessThan(4);
  await page.unroute('**/graphql');
  await table.getByText('Hot').first().waitFor();
});

test('a connection that went silent without closing is found out, and what it hid is fetched', async () => {
  const buyer = await site.world.business({ funds: '500.00' });
  const listingId = await onSale(site, agency);
  const page = await site.visit(buyer, '/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sockets = await socketsOf(page);
  await page.goto(`${site.address}/wallet`);
  await balanceOf(page, '$500.00').waitFor();
  await sockets.isOpen();
  sockets.deafen();
  await buyListings(site.world, buyer, [listingId]);
  // As when a laptop is back in its net: the page asks whether the server still hears it.
  await page.evaluate("window.dispatchEvent(new Event('online'))");
  await balanceOf(page, '$400.00').waitFor();
});
