import { type Page } from 'playwright-core';
import { database } from '../../server/platform/database';
import { listLead } from '../kit/trading';
import { createSite, type Site } from '../kit/site';
import { type Actor, logIn } from '../kit/world';
import { acceptedLead } from '../leads/submitting';

/** Code that a page loads when it needs it does not come: what is there stays, it is told, and it goes on. */

let site: Site;
let business: Actor;
beforeAll(async () => {
  site = await createSite();
  business = await site.world.business({ name: 'Savanna Cover', funds: '300.00' });
  const agency = await site.world.agency({ name: 'Baobab Media' });
  await listLead(site.world, agency, await acceptedLead(site.world, agency), { floor: '100.00' });
  await site.world.settle();
});
afterAll(() => site.close());

/** A browser on the market to which the named files do not come until they are let through. */
async function withoutCode(files: RegExp): Promise<{ page: Page; letThrough(): Promise<void> }> {
  const page = await site.visit(await logIn(site.world, business), '/profile');
  await page.getByRole('heading', { name: 'Profile and sessions' }).waitFor();
  await page.context().route(files, (route) => route.abort());
  await page.goto(`${site.address}/market`);
  await page.getByRole('row').nth(1).waitFor();
  return { page, letThrough: () => page.context().unroute(files) };
}

test('a page without the code of its notices stays', async () => {
  const { page } = await withoutCode(/assets\/esm-/);
  await page.waitForEvent('requestfailed', (request) => /esm-/.test(request.url()));
  await page.getByRole('row').nth(1).click();
  await page.getByRole('dialog').getByText('Motor insurance').first().waitFor();
  await page.context().close();
});

test('a page that was opened while the server was away is there when it is back, with nothing pressed', async () => {
  const { page, letThrough } = await withoutCode(/assets\/DeskPage-|\/health$/);
  await page.getByRole('link', { name: 'Cards' }).click();
  await page.getByText('This page could not be shown').waitFor();
  await letThrough();
  await page.getByRole('heading', { name: 'Cards', level: 1 }).waitFor();
  await page.context().close();
});

test('a preview whose code does not come is told over the market, which stays; trying again opens it', async () => {
  const { page, letThrough } = await withoutCode(/assets\/ListingDrawer-/);
  await page.getByRole('row').nth(1).click();
  const notice = page.getByRole('alert').filter({ hasText: 'nothing was bought, charged or sent' });
  await notice.waitFor();
  await page.getByRole('heading', { name: 'Market', level: 1, includeHidden: true }).waitFor();
  await letThrough();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog').getByText('Motor insurance').first().waitFor();
  await page.context().close();
});

test('a session that ends while the code of its dialog does not come is told all the same', async () => {
  const { page } = await withoutCode(/assets\/LossDialog-/);
  await database()
    .collection('sessions')
    .updateMany({ organisationId: business.organisationId }, { $set: { endedAt: new Date() } });
  const notice = page.getByRole('alert').filter({ hasText: /session/ });
  await page
    .getByRole('checkbox', { name: /Insurance/ })
    .first()
    .click();
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Load the page anew' }).click();
  await page.waitForURL(/\/log-in\?to=/);
  await page.context().close();
});
