import { type Page } from 'playwright-core';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';

import { bought, erase, proven } from '../rights/person';
import { type Receiver, signaturesOf, startReceiver } from '../webhooks/receiver';
import { until } from '../kit/until';

/** A business has its own programs told what happens to people, and looks after that on one page. */

let site: Site;
let business: Actor;
let agency: Actor;
let program: Receiver;
let page: Page;
beforeAll(async () => {
  [site, program] = await Promise.all([createSite(), startReceiver()]);
  agency = await site.world.agency({ name: 'Baobab Media' });
  business = await site.world.business({ name: 'Savanna Cover', funds: '900.00' });
  page = await site.visit(business, '/organisation');
});
afterAll(async () => {
  await site.close();
  await program.stop();
});
afterEach(() => expect(site.complaints()).toEqual([]));

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('an address is added, tried, told of an erasure, given another secret, paused and removed', async () => {
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByText('No programs are told yet').waitFor();
  await button('New address').click();
  await page.getByRole('textbox', { name: 'Address' }).fill('http://192.168.0.10/in');
  await page.getByRole('textbox', { name: 'Name' }).fill('Our CRM');
  await button('Add the address').click();
  await page.getByText('The address leads to no public page of the web.').waitFor();
  await page.getByRole('textbox', { name: 'Address' }).fill(program.url);
  await button('Add the address').click();
  const note = page.getByRole('status').filter({ hasText: 'The secret of “Our CRM”' });
  const secret = await note.locator('code').innerText();
  await button('Send a test').click();
  const sent = page.getByRole('region', { name: 'What was sent to Our CRM' });
  await sent.getByText('Arrived', { exact: true }).waitFor();
  expect(program.got[0]!.headers['webhook-signature']).toBe(signaturesOf(program.got[0]!, secret));

  const person = await bought(site.world, { agency, buyer: business });
  program.answers(500);
  await erase(site.world, await proven(site.world, person.email));
  await until(async () => program.got.length > 1);
  await page.reload();
  expect(await page.getByText(secret).count()).toBe(0);
  const row = sent.getByRole('listitem').filter({ hasText: "A person's data were erased" }).first();
  await row.getByText('On its way').waitFor();
  expect(await row.getByRole('link', { name: 'Card' }).getAttribute('href')).toBe(
    `/cards/${person.saleId.replace('sale_', 'card_')}`,
  );
  program.answers(200);
  await row.getByText('Arrived', { exact: true }).waitFor();
  await row.getByText('2 attempts').click();
  await row.getByText('status 500').waitFor();
  expect(await row.getByRole('group', { name: 'What is sent' }).innerText()).toContain(person.saleId);

  await button('New secret').click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await note.waitFor();
  expect(await note.locator('code').innerText()).not.toBe(secret);
  await page.getByText('the one before is good until').waitFor();
  await button('Pause').click();
  await page.getByText('What happens meanwhile waits').waitFor();
  expect(await button('Send a test').count()).toBe(0);
  await button('Go on').click();
  await button('Send a test').waitFor();
  await button('Remove Our CRM').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No programs are told yet').waitFor();
});

test('members without that right find no such page', async () => {
  const other = await site.visit(agency, '/organisation/webhooks');
  await other.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await other.context().close();
});
