import { type Locator, type Page } from 'playwright-core';
import { applyTo, clicksOf, createLink, follow, kenyan } from '../clicks/clicking';
import { tell } from '../clicks/converting';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';

/** A business has visitors sent to its page: it starts a campaign, decides who sends them, and watches what it pays. */

let site: Site;
let business: Actor;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  business = await site.world.business({ name: 'Rift Cover', funds: '500.00' });
  agency = await site.world.agency({ name: 'Acacia Leads' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

async function choose(page: Page, within: Locator, label: string, typed: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: false }).first().fill(typed);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The business sets its server up, which tells what became of the first visitor. */
async function toldOfVisitor(page: Page, campaignId: string): Promise<void> {
  await page.getByRole('tab', { name: 'Conversions' }).click();
  await page.getByRole('heading', { name: 'No conversions yet' }).waitFor();
  await page.getByRole('button', { name: 'Make the secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the secret' }).click();
  const secret = await page.getByText(/^lbc_/).innerText();
  await page.getByRole('group', { name: 'An example request' }).getByText('/api/conversions').waitFor();
  const { keyId } = await site.world.ask(business, '{ conversionSetup { keyId } }');
  const clicks = await clicksOf(site.world, business, campaignId);
  const { id: click } = clicks.find(({ verdict }: { verdict: string }) => verdict === 'VALID');
  const contact = { name: 'Amelia Hart', phone: '+44 7700 900123' };
  const said = { click, kind: 'request', order: 'A-1', value: { minor: 500, currency: 'USD' }, contact };
  expect((await tell(site.world, { keyId, secret }, said)).status).toBe(201);
  await page.getByRole('tab', { name: 'Clicks' }).click();
  await page.getByRole('row', { name: /guide.*Converted: request.*Under 15 seconds/ }).waitFor();
  await page.getByRole('tab', { name: 'Conversions' }).click();
  const told = page.getByRole('table', { name: 'Conversions' });
  await told.getByRole('row', { name: /request.*Order A-1.*Left a contact.*\$5\.00/ }).waitFor();
  await page.getByRole('button', { name: /^Show the contact of the person who came on/ }).click();
  await page.getByRole('table', { name: 'People of clicks' }).getByText('Amelia Hart').waitFor();
  // Whoever works at the cards gets to the people of all campaigns, and from there to each campaign.
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await page.getByRole('link', { name: 'People who came by your clicks' }).click();
  await page.getByRole('tab', { name: 'People', selected: true }).waitFor();
  const people = page.getByRole('table', { name: 'People of clicks' });
  await people.getByRole('columnheader', { name: 'Channel' }).waitFor();
  const person = people.getByRole('row', { name: /Motor, Kenya.*Acacia Leads.*guide/ });
  await person.getByRole('link', { name: 'Motor, Kenya' }).click();
  await page.getByRole('heading', { level: 1, name: 'Motor, Kenya' }).waitFor();
}

test('a campaign is started with consent, an agency is approved, and clicks come in with what they cost', async () => {
  const page = await site.visit(business, '/market');
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('heading', { name: 'No campaigns yet' }).waitFor();
  await page.getByRole('link', { name: 'Start a campaign' }).click();
  await startByForm(page);

  // It takes nobody until the amount at stake is agreed to.
  await page.getByText('It is paused: nobody is sent until it is resumed.').waitFor();
  await page.getByText('Mon–Fri 20:00–02:00').waitFor();
  await page.getByRole('link', { name: 'Change Motor, Kenya' }).click();
  await page.getByRole('button', { name: 'Remove span 1' }).click();
  await page.getByLabel('Budget a day').fill('80');
  await page.getByRole('checkbox', { name: 'Pay for visitors by itself, up to $80.00 a day' }).check();
  await page.getByRole('button', { name: 'Save and take visitors' }).click();
  await page.getByText('Takes visitors', { exact: true }).waitFor();
  await page.getByRole('progressbar', { name: 'Today' }).waitFor();

  const campaignId = new URL(page.url()).pathname.split('/').pop()!;
  await applyTo(site.world, agency, campaignId);
  await page.getByRole('tab', { name: 'Agencies' }).click();
  const asked = page.getByRole('region', { name: 'Acacia Leads' });
  await asked.getByText('Visitors of our guide to motor insurance in Nairobi.').waitFor();
  await asked.getByRole('button', { name: 'Approve Acacia Leads' }).click();
  await asked.getByText('Approved', { exact: true }).waitFor();
  await asked.getByText('Kenya', { exact: true }).click();
  await asked.getByRole('table', { name: 'Price, line by line' }).waitFor();

  await page.getByRole('tab', { name: 'Clicks' }).click();
  await page.getByRole('heading', { name: 'No clicks yet' }).waitFor();
  const code = await createLink(site.world, agency, { campaignId });
  await follow(site.world, code, { address: kenyan(1), subId: 'guide' });
  await follow(site.world, code, { address: kenyan(2), agent: 'curl/8.5.0' });
  const clicks = page.getByRole('table', { name: 'Clicks' });
  await clicks.getByRole('row', { name: /guide.*Person/ }).waitFor();
  await clicks.getByRole('row', { name: /Robot.*Not billed/ }).waitFor();
  // What it cost counts in the budget above the rows without another look.
  await page.locator('[role="progressbar"][aria-label="Today"][aria-valuetext^="$2.16"]').waitFor();
  await page.getByRole('combobox', { name: 'What it is' }).click();
  await page.getByRole('option', { name: 'Person' }).click();
  await clicks.getByText('Robot').waitFor({ state: 'detached' });

  await toldOfVisitor(page, campaignId);
  await page.getByRole('tab', { name: 'Batches' }).click();
  await page.getByRole('table', { name: 'Batches' }).getByText('1 of 2').waitFor();
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByRole('row', { name: /1\s*50%.*one under 15 seconds/ }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^clicks-day-.*\.csv$/);

  await page.getByRole('button', { name: 'Pause Motor, Kenya' }).click();
  await page.getByRole('button', { name: 'Resume Motor, Kenya' }).click();
  await page.getByRole('dialog').getByText('spends no more than $80.00 a day').waitFor();
  await page.getByRole('button', { name: 'Agree to $80.00 a day' }).click();
  await page.getByRole('button', { name: 'End Motor, Kenya' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
  await page.getByText('Over', { exact: true }).waitFor();
});

/** All terms, with what is wrong told at its field; without the consent. */
async function startByForm(page: Page): Promise<void> {
  const form = page.locator('form');
  await page.getByRole('button', { name: 'Save, take nobody yet' }).click();
  await form.getByText('Choose where to buy: at least one region.').waitFor();
  await form.getByLabel('Name', { exact: false }).first().fill('Motor, Kenya');
  await choose(page, form, 'Niche', 'Motor', 'Insurance › Motor insurance');
  await choose(page, form, 'Regions', 'Kenya', 'Kenya');
  await page.keyboard.press('Escape');
  await form.getByRole('list', { name: 'What the market asks now' }).getByText('Kenya').waitFor();
  await form.getByLabel('Page that visitors are sent to').fill('rift-cover.co.ke/offer');
  await form.getByLabel('Most for one visit').fill('5');
  await form.getByLabel('Budget a day').fill('50');
  await choose(page, form, 'Time zone', 'dar es', 'Africa/Dar es Salaam');
  await form.getByRole('button', { name: 'Set hours' }).click();
  await form.getByLabel('From', { exact: true }).fill('20:00');
  await form.getByLabel('Until', { exact: true }).fill('02:00');
  await form.getByText('Goes on until the next day.').waitFor();
  await page.getByRole('button', { name: 'Save, take nobody yet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Motor, Kenya' }).waitFor();
}
