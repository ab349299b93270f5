import { type Locator, type Page } from 'playwright-core';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';

/** A business lets a wish buy, an agency asks for a bid and sells at it by the requests of its page. */

let site: Site;
let buyer: Actor;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  buyer = await site.world.business({ name: 'Simba Insurance', funds: '500.00' });
  agency = await site.world.agency({ name: 'Acacia Leads' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

async function choose(page: Page, within: Locator, label: string, typed: string, option: string): Promise<void> {
  await within
    .getByRole('combobox', { name: label })
    .or(within.getByRole('textbox', { name: label }))
    .fill(typed);
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape').catch(() => undefined);
}

/** What a shell would send for a request that the page gives to paste. */
async function sendAsPasted(request: string): Promise<any> {
  const headers = Object.fromEntries(
    [...request.matchAll(/-H '([\w-]+): ([^']+)'/g)].map(([, name, value]) => [name, value]),
  );
  const [, address] = /^curl (\S+)/.exec(request)!;
  const [, body] = /-d '([^']+)'/.exec(request)!;
  return (await fetch(address!, { method: 'POST', headers: headers as Record<string, string>, body: body! })).json();
}

test('a wish is made, buys what an agency offers, and is watched, paused and resumed', async () => {
  const page = await site.visit(buyer, '/market');
  await page.getByRole('link', { name: 'Automatic buying' }).click();
  await page.getByRole('heading', { name: 'Nothing is bought by itself' }).waitFor();
  await page.getByRole('button', { name: 'New wish' }).click();
  const dialog = page.getByRole('dialog', { name: 'New buying wish' });
  await dialog.getByRole('button', { name: 'Save, buy nothing yet' }).click();
  await dialog.getByText('Choose what to buy: at least one niche.').waitFor();
  await dialog.getByText('Choose where to buy: at least one region.').waitFor();
  await dialog.getByLabel('Name', { exact: false }).first().fill('Motor, Britain');
  await choose(page, dialog, 'Niches', 'Motor', 'Insurance › Motor insurance');
  await choose(page, dialog, 'Regions', 'United Kingdom', 'United Kingdom');
  await dialog.getByLabel('Highest price').fill('100');
  await dialog.getByLabel('Leads a day').fill('2');
  await dialog.getByLabel('Budget a day').fill('150');
  await dialog.getByText('spends no more than $150.00 a day').waitFor();
  await dialog.getByRole('checkbox', { name: 'Buy by itself, for up to $150.00 a day' }).check();
  // Another amount is another consent.
  await dialog.getByLabel('Budget a day').fill('180');
  await dialog.getByRole('checkbox', { name: 'Buy by itself, for up to $180.00 a day' }).check();
  await dialog.getByRole('button', { name: 'Save and buy' }).click();
  await dialog.waitFor({ state: 'detached' });
  const wish = page.getByRole('region', { name: 'Motor, Britain' });
  await wish.getByText('Buys', { exact: true }).waitFor();
  await wish.getByText('$0.00 of $180.00').waitFor();

  await sellTo();

  await page.reload();
  await wish.getByText('1 of 2').waitFor();
  await wish.getByRole('button', { name: 'What it bought: Motor, Britain' }).click();
  await wish.getByText('Motor insurance, London').waitFor();
  await wish.getByRole('button', { name: 'Pause Motor, Britain' }).click();
  await wish.getByText('Paused', { exact: true }).waitFor();
  await wish.getByRole('button', { name: 'Resume Motor, Britain' }).click();
  const question = page.getByRole('dialog', { name: 'Resume Motor, Britain' });
  await question.getByText('buys up to 2 leads a day').waitFor();
  await question.getByRole('button', { name: 'Agree to $180.00 a day' }).click();
  await wish.getByText('Buys', { exact: true }).waitFor();
  await wish.getByRole('button', { name: 'Delete Motor, Britain' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('heading', { name: 'Nothing is bought by itself' }).waitFor();
  await page.context().close();
});

/** The agency makes a key, pings and posts by the requests of its page, and sees what became of it. */
async function sellTo(): Promise<void> {
  const theirs = await site.visit(agency, '/organisation/keys');
  await theirs.getByText('Nothing was pinged yet.').waitFor();
  await theirs.getByRole('button', { name: 'New key' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'New API key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ping and post');
  await dialog.getByRole('checkbox', { name: /ping and post/ }).check();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await theirs.getByRole('status').filter({ hasText: '“Ping and post” is made' }).waitFor();
  const requestOf = (title: string) => theirs.getByRole('group', { name: `Request: ${title}` }).innerText();
  const { pingId, bid } = await sendAsPasted(await requestOf('How to ask for a bid'));
  expect(bid.buyers).toBe(1);
  const posted = await sendAsPasted((await requestOf('How to sell at the bid')).replace('PING_ID', pingId));
  expect(posted).toMatchObject({ outcome: 'ACCEPTED', sale: { buyers: 1, sales: [{ price: bid.price }] } });
  await theirs.getByRole('button', { name: 'Look again' }).click();
  const row = theirs.getByRole('listitem').filter({ hasText: 'Motor insurance, London' });
  await row.getByText('Sold', { exact: true }).waitFor();
  await row.getByRole('link', { name: 'The lead' }).click();
  await theirs.getByRole('heading', { level: 1, name: /^A••• H•••/ }).waitFor();
  await theirs.context().close();
}
