import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { createSite, type Site } from '../kit/site';
import { buyListings } from '../kit/trading';
import { type Actor } from '../kit/world';
import { wallet } from '../market/buying';
import { balanceOf, before, confirmation, onSale } from './market';

/** Purchases of more than one lead, searches that are kept, and files that are taken along. */

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Market' }).getByRole('link');

/** What a press of the button saves, as text. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('several leads are selected by keyboard and bought at once; who was faster on one takes nothing from the others', async () => {
  const business = await site.world.business({ funds: '500.00' });
  const rival = await site.world.business({ funds: '500.00' });
  const told = { channel: 'SOCIAL_POST' };
  const [first] = [
    await onSale(site, agency, told),
    await onSale(site, agency, told),
    await onSale(site, agency, told),
  ];
  const page = await site.visit(business, '/market?channel=social_post');
  await rowsOf(page).nth(2).waitFor();
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const bar = page.getByRole('region', { name: 'Selected leads' });
  await bar.getByText('3 leads selected').waitFor();
  await bar.getByText('$300.00').waitFor();
  await bar.getByRole('button', { name: 'Buy' }).press('Enter');
  const confirm = confirmation(page);
  await confirm.getByLabel('Buy the others').check();
  await before(page, 'Buy', () => buyListings(site.world, rival, [first]));
  await confirm.getByRole('button', { name: 'Buy for $300.00' }).press('Enter');
  await page.getByText(/^2 of 3 bought for \$/).waitFor();
  await page.getByText('Another buyer was faster').waitFor();
  const { held } = await wallet(site.world, business);
  expect(held).toBe(20_000);
  await balanceOf(page, '$300.00').waitFor();
});

test('what is taken while one confirms is counted no more: neither in the price nor in what stays in the wallet', async () => {
  const business = await site.world.business({ funds: '500.00' });
  const rival = await site.world.business({ funds: '500.00' });
  const told = { channel: 'COLD_CALL' };
  const ids = [await onSale(site, agency, told), await onSale(site, agency, told), await onSale(site, agency, told)];
  const page = await site.visit(business, '/market?channel=cold_call');
  await rowsOf(page).nth(2).waitFor();
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByRole('region', { name: 'Selected leads' }).getByRole('button', { name: 'Buy' }).press('Enter');
  const confirm = confirmation(page);
  await confirm.getByLabel('Buy the others').check();
  const stays = confirm.locator('dt:text-is("Stays in the wallet") + dd');
  await stays.getByText('$200.00').waitFor();
  await buyListings(site.world, rival, [ids[0]!]);
  await confirm.getByRole('button', { name: 'Buy for $200.00' }).waitFor();
  await confirm.getByRole('row', { name: /^1 that is not to be had any more .*100\.00$/ }).waitFor();
  await stays.getByText('$300.00').waitFor();
  // Bought in another tab of the same business.
  await buyListings(site.world, business, ids.slice(1));
  await confirm.getByRole('alert').getByText('Your business has').waitFor();
  expect(await stays.count()).toBe(0);
  expect(await confirm.getByText('In the wallet now').count()).toBe(0);
  expect(await confirm.getByRole('table', { name: 'Price, line by line' }).count()).toBe(0);
});

test('the best of a search are bought within a budget', async () => {
  const business = await site.world.business({ funds: '500.00' });
  for (let n = 0; n < 3; n++) await onSale(site, agency, { channel: 'EXHIBITION' });
  const page = await site.visit(business, '/market?channel=exhibition');
  await rowsOf(page).nth(2).waitFor();
  await page.getByRole('button', { name: 'Buy the best' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buy the best of this search' });
  await dialog.getByLabel('How many at most').fill('lots');
  await dialog.getByLabel('Budget, USD').fill('250');
  await dialog.getByRole('button', { name: 'See the price' }).click();
  await dialog.getByText('A number from 1 to 100').waitFor();
  await dialog.getByLabel('How many at most').fill('3');
  await page.keyboard.press('Enter');
  await confirmation(page).getByRole('button', { name: 'Buy for $200.00' }).press('Enter');
  await page.getByText('All 2 bought for $200.00.').waitFor();
  expect(await wallet(site.world, business)).toEqual({ available: 30_000, held: 20_000 });
});

test('a search is kept under a name, opened from another one, and forgotten again', async () => {
  const business = await site.world.business();
  await onSale(site, agency, { temperature: 'HOT', channel: 'CONFERENCE' });
  const page = await site.visit(business, '/market?channel=conference&temperature=hot&sort=price_low&view=cards');
  await page.locator('[data-listing]').first().waitFor();
  const searches = page.getByRole('button', { name: 'Saved searches' });
  await searches.click();
  await page.getByLabel('Save this search as').fill('Hot from conferences');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Hot from conferences\s*1$/ }).waitFor();
  // A name that is there already says what saving under it does.
  await page.getByLabel('Save this search as').fill('Hot from conferences');
  await page.getByText('You have a search with this name. Saving replaces it.').waitFor();
  await page.getByRole('button', { name: 'Replace' }).press('Enter');
  await page.getByText('Saving replaces it.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Hot from conferences\s*1$/ }).waitFor();
  await page.goto(`${site.address}/market`);
  await rowsOf(page).first().waitFor();
  await searches.click();
  await page.getByRole('button', { name: /^Hot from conferences/ }).click();
  await page.waitForURL(/channel=conference/);
  // With its order and its look.
  const kept = Object.fromEntries(new URL(page.url()).searchParams);
  expect(kept).toEqual({ channel: 'conference', temperature: 'hot', sort: 'price_low', view: 'cards' });
  await searches.click();
  const bin = page.getByRole('button', { name: 'Delete the search Hot from conferences' });
  const question = page.getByRole('group', { name: 'Delete “Hot from conferences”?' });
  await bin.click();
  await question.getByRole('button', { name: 'Keep' }).click();
  await bin.click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No search is saved yet.').waitFor();
});

test('cards and the wallet are taken along as files', async () => {
  const business = await site.world.business({ funds: '250.00' });
  const listingId = await onSale(site, agency, { name: 'Wanjiru Achieng' });
  await buyListings(site.world, business, [listingId]);
  const page = await site.visit(business, '/cards');
  await page
    .getByRole('link', { name: /Nairobi/ })
    .first()
    .waitFor();
  expect(await saved(page, 'All cards as CSV')).toContain('Wanjiru Achieng');
  await page.goto(`${site.address}/cards?status=WON`);
  await page.getByText('No card matches the filter').waitFor();
  expect(await saved(page, 'These cards as CSV')).not.toContain('Wanjiru Achieng');
  await page.goto(`${site.address}/cards?status=NEW,WON&niche=motor-insurance`);
  expect(await saved(page, 'These cards as CSV')).toContain('Wanjiru Achieng');
  // Of what nobody knows, no contact is given out.
  await page.goto(`${site.address}/cards?status=NEW,GONE&niche=moter-insurance`);
  await page.getByText('filters we do not know: Status “NEW,GONE”, Niche “moter-insurance”').waitFor();
  expect(await page.getByRole('button', { name: 'These cards as CSV' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Show cards without them' }).click();
  expect(await saved(page, 'All cards as CSV')).toContain('Wanjiru Achieng');
  await page.goto(`${site.address}/disputes?reason=SPAM`);
  await page.getByText('This address has a filter we do not know: Reason “SPAM”').waitFor();
  await page.getByRole('button', { name: 'Take it out of the address' }).click();
  await page.waitForURL(`${site.address}/disputes`);
  await page.goto(`${site.address}/wallet?entry=use:none`);
  await page.getByText('The movement that this address names is not among those shown').waitFor();
  await page.getByRole('button', { name: 'Take it out of the address' }).click();
  await page.waitForURL(`${site.address}/wallet`);
  await page.getByRole('heading', { level: 1, name: 'Wallet' }).waitFor();
  expect(await saved(page, 'Statement as CSV')).toContain('-100.00');
});
