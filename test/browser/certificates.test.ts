import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Page } from 'playwright-core';
import { cardIdOf } from '../desk/cards';
import { createSite, type Site } from '../kit/site';
import { soldLead } from '../kit/trading';
import { type Actor, logIn } from '../kit/world';
import { wav } from '../recordings/sounds';

/** What proves a lead: the certificate of its consent, from the card to a file that somebody changed, and a recorded call. */

let site: Site;
let agency: Actor;
let buyer: Actor;
let cardId: string;
let leadId: string;
const folder = mkdtempSync(path.join(os.tmpdir(), 'certificates-'));

beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
  buyer = await site.world.business({ name: 'Savanna Cover', funds: '500.00' });
  const sale = await soldLead(site.world, { agency, buyer });
  [cardId, leadId] = [cardIdOf(sale.saleId), sale.leadId];
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

test('an agency adds a recorded call to a lead, and its buyer hears it on the card', async () => {
  const recording = path.join(folder, 'call.wav');
  writeFileSync(recording, wav());
  const page = await site.visit(agency, `/leads/${leadId}`);
  await page.getByText('No call was recorded.').waitFor();
  await page.getByRole('button', { name: 'Add a recorded call' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who called').fill('Jomo of the desk');
  await dialog.getByLabel('Length').fill('half a minute');
  await dialog.getByRole('button', { name: 'Send the recording' }).click();
  await dialog.getByText('Choose the recording.').waitFor();
  await dialog.getByText('Give the length as 1:35.').waitFor();
  await dialog.locator('input[type=file]').setInputFiles(recording);
  await dialog.getByLabel('When').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 16));
  await dialog.getByLabel('Length').fill('0:06');
  await dialog.getByLabel('What the person was asked').fill('Whether insurers may call about the car; yes.');
  await dialog.getByRole('button', { name: 'Send the recording' }).click();
  await page.getByText('Phone proven by a recorded call').waitFor();

  // The first browser has used up the cookie of the buyer's first login.
  const card = await site.visit(await logIn(site.world, buyer), `/cards/${cardId}`);
  await card.getByRole('button', { name: 'Listen' }).click();
  await card.getByText('Jomo of the desk asked:').waitFor();
  // The browser has read the sound, and can jump in it.
  const seconds = await card.evaluate<number>(`new Promise((done) => {
    const audio = document.querySelector('audio');
    const tell = () => done(audio.duration);
    if (audio.readyState > 0) tell();
    else audio.addEventListener('loadedmetadata', tell);
  })`);
  expect(seconds).toBeCloseTo(6);

  const staff = await site.visit(await site.world.admin('ADMIN'), `/admin/leads/${leadId}`);
  await staff.getByText(/^phone, by a recorded call, /).waitFor();
  await staff.getByLabel('Why must it be heard?').fill('A buyer asks about the call.');
  await staff.getByRole('button', { name: 'Listen' }).click();
  await staff.getByText('Jomo of the desk asked:').waitFor();
});
