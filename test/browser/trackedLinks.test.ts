import { clicksOf, createLink, follow, kenyan, PHONE, startCampaign, takeAgency } from '../clicks/clicking';
import { renewSecret, tell } from '../clicks/converting';
import { createSite, type Site } from '../kit/site';
import { act } from '../accounts/flows';
import { type Actor } from '../kit/world';
import { HOUR, MINUTE, SECOND } from '../../server/platform/clock';
import { until } from '../kit/until';

/** An agency sends visitors: it finds a campaign, applies, gives out a tracked link, and sees why a click is not billed. */

let site: Site;
let business: Actor;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  // An hour's clicks are one batch: none ends while the tests run.
  const leftMs = HOUR - (site.world.clock.now().getTime() % HOUR);
  if (leftMs < 3 * MINUTE) await site.world.clock.move(`${Math.ceil(leftMs / SECOND)}s`);
  business = await site.world.business({ name: 'Rift Cover', funds: '500.00' });
  agency = await site.world.agency({ name: 'Acacia Leads' });
  await startCampaign(site.world, business);
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

test('a campaign is found and applied to; declined, the agency reads why and when it may ask again', async () => {
  const other = await site.world.agency({ name: 'Baobab Media' });
  const page = await site.visit(other, '/upload');
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('combobox', { name: 'Region' }).fill('Greece');
  await page.getByRole('option', { name: 'Greece', exact: true }).click();
  await page.getByRole('heading', { name: 'No campaign fits' }).waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Apply to Motor insurance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Apply to Motor insurance' });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Say where your visitors come from.').waitFor();
  await dialog.getByLabel('Where your visitors come from').fill('Readers of our pages on cars in Mombasa.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await page.getByText('You applied').waitFor();
  const [application] = (await site.world.ask(other, '{ campaignApplications { nodes { id } } }')).nodes;
  await act(site.world, business, 'declineApplication', { id: application.id, reason: 'We want Nairobi only.' });
  await page.reload();
  await page.getByText('Reason: We want Nairobi only.').waitFor();
  await page.getByText(/^You may ask again from /).waitFor();
  expect(await page.getByRole('button', { name: 'Apply to Motor insurance' }).count()).toBe(0);
});

test('an approved agency makes links, follows its clicks live, and reads why one is not billed', async () => {
  const page = await site.visit(agency, '/campaigns');
  await page.getByRole('button', { name: 'Apply to Motor insurance' }).click();
  await page.getByRole('dialog').getByLabel('Where your visitors come from').fill('Readers of our guide to Nairobi.');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByText('You applied').waitFor();
  const [application] = (await site.world.ask(agency, '{ campaignApplications { nodes { id } } }')).nodes;
  await act(site.world, business, 'approveApplication', { id: application.id });
  await page.getByRole('link', { name: 'Tracked links' }).click();
  await page.getByRole('button', { name: 'New tracked link' }).click();
  const dialog = page.getByRole('dialog', { name: 'New tracked link' });
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByText('Choose where it leads.').waitFor();
  await dialog.getByLabel('Name').fill('Guide, top');
  await dialog.getByLabel('Where it leads').fill('Motor');
  await page.getByRole('option', { name: 'Motor insurance · Motor insurance' }).click();
  await dialog.getByLabel('Where its visitors are from').fill('Kenya');
  await page.getByRole('option', { name: 'Kenya', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'How they come' }).click();
  await page.getByRole('option', { name: 'Search', exact: true }).click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = page.getByRole('region', { name: 'Guide, top' });
  const address = await link.getByRole('group', { name: 'Address of Guide, top' }).innerText();
  const code = address.split('/r/')[1]!;
  await link.getByText('Search', { exact: true }).waitFor();
  const subId = link.getByLabel('Sub-id for Guide, top');
  await subId.fill('σελίδα');
  await link.getByText('At most 64 Latin letters, digits, dots, dashes and underscores.').waitFor();
  expect(await link.getByRole('button', { name: 'Copy the address' }).count()).toBe(0);
  await subId.fill('top');
  await link.getByText(`${address}?s=top`, { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Clicks and report' }).click();
  await page.getByRole('heading', { name: 'No clicks yet' }).waitFor();
  await follow(site.world, code, { address: kenyan(3), subId: 'top' });
  const clicks = page.getByRole('table', { name: 'Clicks' });
  await clicks.getByRole('row', { name: /Guide, top.*top.*Person/ }).waitFor();
  await follow(site.world, code, { address: kenyan(3), subId: 'top' });
  await clicks.getByRole('row', { name: /Came before.*Not billed/ }).waitFor();
  await page.getByLabel('Sub-id').fill('bottom');
  await page.getByRole('heading', { name: 'No such click' }).waitFor();
  await page.getByRole('tab', { name: 'Batches' }).click();
  await page.getByRole('table', { name: 'Batches' }).getByText('1 of 2').waitFor();
  await page.getByRole('link', { name: 'Tracked links' }).click();
  await page.getByRole('button', { name: 'Pause Guide, top' }).click();
  await page.getByRole('button', { name: 'Resume Guide, top' }).click();
  await page.getByRole('button', { name: 'Pause Guide, top' }).waitFor();
});

test('its business has the clicks of all its campaigns in one list, or of one of them', async () => {
  const other = await startCampaign(site.world, business, { name: 'Lorries' });
  const page = await site.visit(business, '/campaigns');
  await page.getByRole('navigation', { name: 'Campaigns' }).getByRole('link', { name: 'Clicks and report' }).click();
  const clicks = page.getByRole('table', { name: 'Clicks' });
  await clicks.getByRole('row', { name: /Acacia Leads Motor insurance.*Person/ }).waitFor();
  await page.getByRole('combobox', { name: 'Campaign' }).fill('Lor');
  await page.getByRole('option', { name: 'Lorries' }).click();
  await page.getByRole('heading', { name: 'No clicks yet' }).waitFor();
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByRole('heading', { name: 'No clicks in these days' }).waitFor();
  // Whatever way the browser writes the days in its boxes, the page says them in its own.
  await page
    .getByText(/^\d{1,2} [A-Z][a-z]+ \d{4}$/)
    .nth(1)
    .waitFor();
  expect(new URL(page.url()).search).toBe(`?view=report&campaign=${other.id}`);
});

test('a report ends in its total, and in the window of a phone shows each row whole, without scrolling aside', async () => {
  const { world } = site;
  const { id } = await startCampaign(world, business, { name: 'Vans' });
  await takeAgency(world, business, agency, id);
  const code = await createLink(world, agency, { campaignId: id });
  await follow(world, code, { subId: 'top' });
  await follow(world, code, { subId: 'bottom', agent: `${PHONE} Reader` });
  await follow(world, code, { subId: 'bottom', agent: 'curl/8.5.0' });
  const clicks = () => clicksOf(world, business, id);
  await until(async () => (await clicks()).filter(({ verdict }: any) => verdict !== 'PENDING').length === 3);
  const billed = (await clicks()).find(({ verdict }: any) => verdict === 'VALID').id;
  expect((await tell(world, await renewSecret(world, business), { click: billed })).status).toBe(201);
  const page = await site.visit(business, `/campaigns/${id}?view=report&by=SUB_ID`, { width: 390, height: 844 });
  const report = page.getByRole('table', { name: 'Report' });
  const total = report.locator('tfoot tr');
  await total.getByText('Total').waitFor();
  // Seen, people, billed with its share, price, nothing refunded, converted, and what that cost.
  expect((await total.locator('td').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
    ...['3', '2', '2', '$4.32', '–', '1', '$4.32'],
  ]);
  for (const row of await report.locator('tbody tr, tfoot tr').all())
    for (const cell of await row.locator('th, td:visible').all()) {
      const { x, width } = (await cell.boundingBox())!;
      expect([x >= 0, x + width <= 390]).toEqual([true, true]);
    }
});
