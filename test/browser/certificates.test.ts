import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Page } from 'playwright-core';
import { cardIdOf } from '../desk/cards';
import { createSite, type Site } from '../kit/site';
import { soldLead } from '../kit/trading';
import { type Actor } from '../kit/world';

/** The certificate of a consent: from the card to the file that is kept, and what a changed file looks like. */

let site: Site;
let buyer: Actor;
let cardId: string;
const folder = mkdtempSync(path.join(os.tmpdir(), 'certificates-'));

beforeAll(async () => {
  site = await createSite();
  const agency = await site.world.agency({ name: 'Baobab Media' });
  buyer = await site.world.business({ name: 'Savanna Cover', funds: '500.00' });
  cardId = cardIdOf((await soldLead(site.world, { agency, buyer })).saleId);
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const verdict = (page: Page) => page.getByRole('status', { name: 'What the check found' });

const choose = (page: Page, file: string) => page.getByLabel('File of a certificate').setInputFiles(file);

test('a buyer keeps the file, anybody may check it, and what somebody changed in it is named', async () => {
  const page = await site.visit(buyer, `/cards/${cardId}`);
  await page.getByRole('link', { name: 'Certificate of consent' }).click();
  await verdict(page).getByText('As issued').waitFor();
  await page.getByText('Baobab Media; Savanna Cover').waitFor();
  expect(await page.getByText('203.0.113.7').count()).toBe(0);
  await page.getByRole('button', { name: 'Show the IP address' }).click();
  await page.getByText('203.0.113.7').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'File to keep' }).click(),
  ]);
  const kept = path.join(folder, 'kept.html');
  await download.saveAs(kept);

  const visitor = await site.visit(null, page.url().slice(site.address.length));
  await verdict(visitor).getByText('As issued').waitFor();
  expect(await visitor.getByText('Savanna Cover').count()).toBe(0);
  await visitor.getByRole('link', { name: 'Check a file' }).click();
  await choose(visitor, kept);
  await verdict(visitor).getByText('As issued').waitFor();
  const changed = path.join(folder, 'changed.html');
  writeFileSync(changed, readFileSync(kept, 'utf8').replace('<td>A form on a page</td>', '<td>A recorded call</td>'));
  await choose(visitor, changed);
  await verdict(visitor).getByText('Shown differently than the file’s own data: How').waitFor();
  const other = path.join(folder, 'other.json');
  writeFileSync(other, '{"a":1}');
  await choose(visitor, other);
  await verdict(visitor).getByText('This is no certificate').waitFor();
});

test('the kept page shows by itself what was agreed to, with nothing loaded and nothing run', async () => {
  const context = await (await site.visit(null, '/')).context().browser()!.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${path.join(folder, 'kept.html')}`);
  await page.getByRole('heading', { name: 'Certificate of consent' }).waitFor();
  await page.getByRole('row', { name: /What the person agreed to/ }).waitFor();
  expect(asked).toHaveLength(1);
  await context.close();
});
