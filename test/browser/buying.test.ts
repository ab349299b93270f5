import { markDaysBefore } from '../../server/modules/market/priceIndex/markDays';
import { after, DAY, now } from '../../server/platform/clock';
import { database } from '../../server/platform/database';
import { createSite, type Site } from '../kit/site';
import { buyListings } from '../kit/trading';
import { type Actor } from '../kit/world';
import { wallet } from '../market/buying';
import { consentGiven } from '../leads/submitting';
import { balanceOf, before, confirmation, confirmAt, onSale } from './market';

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

test('a business tops up on the labelled stand-in’s payment page and comes back to a credited wallet', async () => {
  const business = await site.world.business();
  const page = await site.visit(business, '/wallet');
  await balanceOf(page, '$0.00').waitFor();
  await page.getByRole('button', { name: 'Top up' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Top up the wallet' });
  await dialog.getByLabel('Amount, USD').fill('1');
  await dialog.getByRole('button', { name: 'Pay $1.00' }).click();
  await dialog.getByText('The smallest top-up is').waitFor();
  await dialog.getByLabel('Amount, USD').and(page.locator(':focus')).waitFor();
  await dialog.getByLabel('Amount, USD').fill('250');
  await dialog.getByRole('button', { name: 'Pay $250.00' }).press('Enter');
  await page.getByRole('heading', { name: 'Leadbourse wallet top-up' }).waitFor();
  await page
    .getByText(/stand-in/i)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Pay .* by card$/ }).press('Enter');
  await page.getByText('$250.00 is in your wallet').waitFor();
  await balanceOf(page, '$250.00').waitFor();
  await page.getByRole('button', { name: 'Top-up' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(await wallet(site.world, business)).toEqual({ available: 25_000, held: 0 });
});

test('filters stand in the address, and the back button takes the last one back', async () => {
  const business = await site.world.business();
  await onSale(site, agency, { temperature: 'HOT' });
  await onSale(site, agency, { temperature: 'COLD' });
  const page = await site.visit(business, '/market');
  const temperature = page.getByRole('group', { name: 'Temperature' });
  await temperature.getByRole('checkbox', { name: /^Hot/ }).press('Space');
  await page.waitForURL(/[?&]temperature=hot/);
  const table = page.getByRole('table', { name: 'Market' });
  await table.getByText('Cold').waitFor({ state: 'detached' });
  await table.getByText('Hot').first().waitFor();
  await page
    .getByRole('group', { name: 'Buyers' })
    .getByRole('checkbox', { name: /^Exclusive/ })
    .click();
  await page.waitForURL(/exclusive=yes/);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('exclusive'));
  expect(new URL(page.url()).search).toContain('hot');
  await page.reload();
  await page.getByRole('button', { name: /^Hot\s*: lift this filter$/ }).click();
  await table.getByText('Cold').first().waitFor();

  // What nobody understands in an address is said, until something else is chosen.
  await page.goto(`${site.address}/market?exclusive=true&temperature=lukewarm.hot&sort=foo&zzz=1&utm_source=x`);
  await page.getByRole('button', { name: /^Exclusive\s*: lift this filter$/ }).waitFor();
  const note = page.getByRole('status').filter({ hasText: 'temperature=lukewarm, sort=foo, zzz=1' });
  await note.waitFor();
  await note.getByRole('button').click();
  await note.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?exclusive=yes&temperature=hot&utm_source=x');
});

test('of filters that are pressed at one moment all count', async () => {
  await onSale(site, agency, { temperature: 'HOT' });
  await onSale(site, agency, { temperature: 'COLD' });
  const page = await site.visit(await site.world.business(), '/market');
  const boxes = page.getByRole('group', { name: 'Temperature' }).getByRole('checkbox');
  await boxes.nth(1).waitFor();
  // Both before the page is drawn anew.
  await boxes.evaluateAll((all) => all.slice(0, 2).forEach((box) => (box as unknown as { click(): void }).click()));
  await page
    .getByRole('group', { name: 'Buyers' })
    .getByRole('checkbox', { name: /^Exclusive/ })
    .click();
  await page.waitForURL(/[?&]exclusive=yes/);
  expect(new URL(page.url()).searchParams.get('temperature')?.split('.')).toHaveLength(2);
});

test('a business buys by keyboard: preview, price with its reasons, confirmation, and the card with the contact', async () => {
  const business = await site.world.business({ funds: '250.00' });
  const listingId = await onSale(site, agency, { name: 'Nafula Barasa', temperature: 'WARM', channel: 'REFERRAL' });
  const page = await site.visit(business, '/market?channel=referral');
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('listing') === listingId);
  const preview = page.getByRole('dialog');
  await preview.getByRole('heading', { name: 'Why it costs this' }).waitFor();
  expect(await preview.textContent()).not.toContain('Nafula Barasa');
  const confirm = confirmation(page);
  const press = preview.getByRole('button', { name: 'Buy', exact: true });
  // The back button closes the question about money first, and the preview stays; nothing is left to go forward to.
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await press.press('Enter');
    await confirm.getByText('Stays in the wallet').waitFor();
    await page.goBack();
    await confirm.waitFor({ state: 'detached' });
    await page.waitForURL((url) => url.searchParams.get('listing') === listingId);
    await preview.getByRole('heading', { name: 'Why it costs this' }).waitFor();
    await page.evaluate('history.forward()');
  }
  await press.press('Enter');
  await confirm.getByRole('table', { name: 'Price, line by line' }).waitFor();
  await confirm.getByText('Stays in the wallet').waitFor();
  await confirm.getByText('Why this price').click();
  await confirm.getByRole('list', { name: 'What you buy' }).getByRole('table').getByRole('row').first().waitFor();
  expect(await confirm.textContent()).toMatch(/Held until the dispute window ends: 7 days after the purchase, \w/);
  await confirm.getByRole('button', { name: 'Cancel' }).click();
  await confirm.waitFor({ state: 'detached' });
  // The price comes after the dialog and takes the keyboard to its button; a key that is still held buys nothing.
  await press.focus();
  await page.keyboard.down('Enter');
  const pay = confirm.getByRole('button', { name: 'Buy for $100.00' });
  await pay.and(page.locator(':focus')).waitFor();
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(await pay.isEnabled()).toBe(true);
  await page.keyboard.press('Enter');

  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  await balanceOf(page, '$150.00').waitFor();
  await page.getByRole('link', { name: 'Open the card' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nafula Barasa' }).waitFor();
  await page.getByRole('link', { name: /^Call \+254/ }).waitFor();
  expect(await wallet(site.world, business)).toEqual({ available: 15_000, held: 10_000 });
});

test('who has too little is told what is missing and led to a top-up of it; nothing is charged', async () => {
  const business = await site.world.business({ funds: '60.00' });
  const listingId = await onSale(site, agency);
  const page = await site.visit(business, `/market?listing=${listingId}`);
  const press = await confirmAt(page, '$100.00');
  expect(await press.isDisabled()).toBe(true);
  const confirm = confirmation(page);
  await confirm.getByText('Your wallet lacks $40.00.').waitFor();
  await confirm.getByRole('link', { name: 'Top up the wallet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Top up the wallet' });
  expect(await dialog.getByLabel('Amount, USD').inputValue()).toBe('40');
  expect(await wallet(site.world, business)).toEqual({ available: 6000, held: 0 });

  await dialog.getByRole('button', { name: 'Pay $40.00' }).click();
  await page.getByRole('button', { name: /^Pay .* by card$/ }).press('Enter');
  await page.getByText('$40.00 is in your wallet').waitFor();
  await page.getByRole('link', { name: 'Go on with your purchase' }).click();
  await page.waitForURL((url) => url.pathname === '/market' && url.searchParams.get('listing') === listingId);
  await (await confirmAt(page, '$100.00')).click();
  await page.getByText('Bought for $100.00. The contact is on its card.').waitFor();
  expect(await wallet(site.world, business)).toEqual({ available: 0, held: 10_000 });
});

test('money that is spent elsewhere while the press is on its way is told as missing; nothing is charged', async () => {
  const business = await site.world.business({ funds: '150.00' });
  const [first, second] = [await onSale(site, agency), await onSale(site, agency)];
  const page = await site.visit(business, `/market?listing=${first}`);
  const press = await confirmAt(page, '$100.00');
  await before(page, 'Buy', () => buyListings(site.world, business, [second]));
  await press.click();
  const hindrance = confirmation(page).getByRole('alert').filter({ hasText: 'Nothing was charged for it.' });
  await hindrance.getByText('Your wallet lacks $50.00').waitFor();
  await hindrance.getByRole('link', { name: 'Top up the wallet' }).waitFor();
  expect(await wallet(site.world, business)).toEqual({ available: 5000, held: 10_000 });
});

test('of two buyers of one exclusive lead the loser sees at once that another was faster, and paid nothing', async () => {
  const buyers = [await site.world.business({ funds: '300.00' }), await site.world.business({ funds: '300.00' })];
  const listingId = await onSale(site, agency);
  const pages = await Promise.all(buyers.map((buyer) => site.visit(buyer, `/market?listing=${listingId}`)));
  const presses = await Promise.all(pages.map((page) => confirmAt(page, '$100.00')));
  // Neither is told of the other before both have pressed.
  let pressed = 0;
  let go = (): void => undefined;
  const both = new Promise<void>((resolve) => (go = resolve));
  const press = async (): Promise<void> => {
    if (++pressed === 2) go();
    await both;
  };
  await Promise.all(pages.map((page) => before(page, 'Buy', press)));
  await Promise.all(presses.map((one) => one.click()));

  const told = await Promise.all(
    pages.map(async (page) => {
      const end = page.getByText(/^(Bought for \$100\.00|Another buyer was faster)/);
      await end.waitFor();
      return (await end.textContent())!.startsWith('Bought');
    }),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
  const loser = told.indexOf(false);
  await balanceOf(pages[loser]!, '$300.00').waitFor();
  await balanceOf(pages[1 - loser]!, '$200.00').waitFor();
  expect(await wallet(site.world, buyers[loser]!)).toEqual({ available: 30_000, held: 0 });
  expect(await wallet(site.world, buyers[1 - loser]!)).toEqual({ available: 20_000, held: 10_000 });
});

test('who looks at a lead while another buys it is told without a reload, and cannot press any more', async () => {
  const [slow, fast] = [await site.world.business({ funds: '300.00' }), await site.world.business({ funds: '300.00' })];
  const listingId = await onSale(site, agency);
  const page = await site.visit(slow, `/market?listing=${listingId}`);
  await confirmAt(page, '$100.00');
  await buyListings(site.world, fast, [listingId]);
  await confirmation(page).getByRole('listitem').getByText('Sold out').waitFor();
  await confirmation(page).getByRole('alert').getByText('Another buyer was faster').waitFor();
  expect(
    await confirmation(page)
      .getByRole('button', { name: /^Buy for/ })
      .count(),
  ).toBe(0);
});

test('whose press is overtaken by another buyer is told so before the answer, with no button to buy', async () => {
  const [slow, fast] = [await site.world.business({ funds: '300.00' }), await site.world.business({ funds: '300.00' })];
  const listingId = await onSale(site, agency);
  const page = await site.visit(slow, `/market?listing=${listingId}`);
  const press = await confirmAt(page, '$100.00');
  await before(page, 'Buy', async () => {
    await buyListings(site.world, fast, [listingId]);
    await confirmation(page).getByText('If another buyer was faster, you pay nothing').waitFor();
    expect(await press.count()).toBe(0);
  });
  await press.click();
  await confirmation(page).getByRole('alert').getByText('Another buyer was faster').waitFor();
  expect(await wallet(site.world, slow)).toEqual({ available: 30_000, held: 0 });
});

test('an open page hears that its business was suspended, and that it trades again', async () => {
  const business = await site.world.business({ funds: '300.00' });
  const page = await site.visit(business, `/market?listing=${await onSale(site, agency)}`);
  const press = await confirmAt(page, '$100.00');
  const govern = async (verb: 'suspendOrganisation' | 'reinstateOrganisation') =>
    site.world.ask(
      await site.world.admin(),
      `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { __typename } }`,
      { input: { organisationId: business.organisationId, reason: 'Its card was stolen.' } },
    );
  await govern('suspendOrganisation');
  await confirmation(page).getByRole('alert').getByText('Your organisation is suspended').waitFor();
  expect(await press.count()).toBe(0);
  await confirmation(page).getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('Its card was stolen.').waitFor();
  await page.getByRole('button', { name: 'Buy', exact: true }).waitFor({ state: 'detached' });
  await govern('reinstateOrganisation');
  await page.getByRole('dialog').getByRole('button', { name: 'Buy', exact: true }).waitFor();
});

test('a preview tells what is proven and what the checks found; what was bought is still yours after a reload', async () => {
  const business = await site.world.business({ funds: '250.00' });
  const proven = await onSale(site, agency, { consent: consentGiven({ method: 'DOUBLE_OPT_IN' }) });
  const consent = consentGiven({ ip: undefined });
  const listingId = await onSale(site, agency, { channel: 'MAILING', consent }, { maxSales: 2 });
  const page = await site.visit(business, `/market?channel=mailing&listing=${listingId}`);
  const preview = page.getByRole('dialog');
  const found = preview.getByRole('group', { name: 'What is proven, and what the checks found' });
  await found.getByRole('button', { name: 'Consent without IP address' }).press('Enter');
  await page.getByText(/^weight \d/).waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${site.address}/market?listing=${proven}`);
  await found.getByText('E-mail confirmed, the agency says').waitFor();
  await buyListings(site.world, business, [listingId]);
  await page.goto(`${site.address}/market?channel=mailing`);
  const row = page.getByRole('table', { name: 'Market' }).getByRole('row').nth(1);
  await row.getByText('Yours').waitFor();
  expect(await row.getByText('Exclusive').count()).toBe(0);
});

test('the back button leads from a closed preview to before it; rows have two stops of the Tab key', async () => {
  const business = await site.world.business();
  await onSale(site, agency, { channel: 'EVENT' });
  const page = await site.visit(business, '/wallet');
  await balanceOf(page, '$0.00').waitFor();
  await page.goto(`${site.address}/market?channel=event`);
  const table = page.getByRole('table', { name: 'Market' });
  await table.getByText('Exclusive').waitFor();
  expect(await table.locator('tbody tr').first().locator('a, input, [tabindex="0"]').count()).toBe(2);
  await table.getByRole('link').first().click();
  await page.getByRole('dialog').getByText('Why it costs this').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('listing'));
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('listing'));
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a place that is found by its name narrows what is chosen, and is not looked up once more', async () => {
  const business = await site.world.business();
  await onSale(site, agency);
  const page = await site.visit(business, '/market?region=KE');
  await page.getByRole('button', { name: /^Kenya\s*: lift this filter$/ }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.postDataJSON()?.operationName);
  });
  await page.getByRole('searchbox', { name: 'Find a place' }).fill('Nairobi');
  await page
    .getByRole('button', { name: /^Nairobi/ })
    .first()
    .click();
  await page.waitForURL((url) => (url.searchParams.get('region') ?? 'KE') !== 'KE');
  expect(new URL(page.url()).searchParams.get('region')).not.toContain('KE.');
  await page.getByRole('button', { name: /^Kenya\s*: lift this filter$/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('checkbox', { name: /^Kenya/ }).click();
  await page.getByRole('button', { name: /^Kenya\s*: lift this filter$/ }).waitFor();
  expect(asked).toContain('MarketPage');
  expect(asked).not.toContain('MarketRegionByCode');
});

test('listings are put in order, shown as cards, and what is new comes in by itself at the top', async () => {
  const business = await site.world.business();
  const dear = await onSale(site, agency, { channel: 'TEASER' }, { floor: '300.00' });
  const cheap = await onSale(site, agency, { channel: 'TEASER' }, { floor: '200.00' });
  const page = await site.visit(business, '/market?channel=teaser');
  const shown = page.locator('[data-listing]');
  await shown.nth(1).waitFor();
  await page.getByLabel('Order').selectOption('Highest price first');
  await page.waitForURL(/sort=price_high/);
  await page.locator(`tr:first-child [data-listing="${dear}"]`).waitFor();
  await page.getByLabel('Order').selectOption('Lowest price first');
  await page.locator(`tr:first-child [data-listing="${cheap}"]`).waitFor();
  await page.getByRole('button', { name: 'As cards' }).click();
  await page.locator(`li [data-listing="${cheap}"]`).waitFor();
  const late = await onSale(site, agency, { channel: 'TEASER' }, { floor: '250.00' });
  await page.locator(`li [data-listing="${late}"]`).waitFor();
});

/** Buys a lead of loans for cars in Mombasa, at that moment as far as the market index knows. */
async function soldAt(buyer: Actor, floor: string, heldAt: Date): Promise<void> {
  const listingId = await onSale(site, agency, { nicheId: 'niche_car-loan', city: 'Mombasa' }, { floor });
  const [sale] = await buyListings(site.world, buyer, [listingId]);
  const sales = database().collection<{ _id: string }>('sales');
  await sales.updateOne({ _id: sale!.saleId }, { $set: { heldAt } });
  await markDaysBefore.up();
  await site.world.runJob('market.countDays');
}

test('what leads of the chosen niche and place were sold for is told by a curve, and by day to who asks', async () => {
  const business = await site.world.business({ funds: '900.00' });
  const [first, second] = [after(now(), -3 * DAY), after(now(), -2 * DAY)];
  const page = await site.visit(business, '/market?niche=car-loan&region=KE');
  await page.getByText('Car loan · Kenya: nothing was sold in the last 30 days').waitFor();
  await soldAt(business, '120.00', first);
  await page.reload();
  await page.getByText('Car loan · Kenya: 1 lead was sold on').waitFor();
  await soldAt(business, '100.00', second);
  await soldAt(business, '150.00', second);
  await page.reload();
  const strip = page.getByRole('region', { name: 'Sold in the last 30 days: Car loan · Kenya' });
  const curve = strip.getByRole('img', {
    name: /First \$120\.00 on .+ Last \$125\.00 on .+ Lowest \$120\.00 on .+ Highest \$125\.00 on/,
  });
  await curve.waitFor();
  expect(await strip.locator('dd').allTextContents()).toEqual(['$120.00', '3']);
  await strip.getByRole('button', { name: 'By day' }).press('Enter');
  const rows = strip.getByRole('table').getByRole('row');
  await rows.nth(30).waitFor();
  const day = second.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  expect(await rows.filter({ hasText: '$125.00' }).locator('th, td').allTextContents()).toEqual([day, '2', '$125.00']);
  const visitor = await site.visit(null, '/');
  await visitor.getByRole('region', { name: 'Sold in the last 30 days: the whole market' }).getByRole('img').waitFor();
  // A page whose code for it cannot be had does without.
  await page.route('**/assets/IndexStrip-*.js', (route) => route.abort());
  await page.goto(`${site.address}/market?region=KE`);
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'Market' }).waitFor();
  expect(await strip.count()).toBe(0);
  site.complaints();
});

/** What a page has loaded of code so far, as it came over the wire. */
const CODE_BYTES = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.endsWith('.js'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/**
 * What the page loads by itself three seconds after its start, or when it is there and idle, never comes, however slow the
 * machine is until then.
 */
const NOTHING_LATER = `const wait = window.setTimeout;
  window.requestIdleCallback = () => 0;
  window.setTimeout = (work, ms, ...rest) => (ms === 3000 ? 0 : wait(work, ms, ...rest));`;

test('the market is there after at most 250 kB of code', async () => {
  const business = await site.world.business();
  await onSale(site, agency);
  const page = await site.visit(business, '/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.addInitScript(NOTHING_LATER);
  await page.goto(`${site.address}/market`);
  await page.getByRole('table', { name: 'Market' }).getByRole('link').first().waitFor();
  const bytes = await page.evaluate<number>(CODE_BYTES);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(250_000);
});
