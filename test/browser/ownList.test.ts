import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { boardHas } from '../market/buying';
import { listLead } from '../kit/trading';
import { sha256 } from '../market/ownLists';
import mongoose from '../../server/platform/mongoose';
import { isOperation } from './market';

/** A business tells the market whom it has already, and is told so before it pays. */

let site: Site;
let agency: Actor;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const rowOf = (n: number): string => `Customer ${n};0711 ${String(100_000 + n * 7)};customer${n}@firm.co.ke`;

test('a file is read in the browser, only hashes are sent, and a lead of the list is named before paying', async () => {
  const business = await site.world.business({ country: 'KE', funds: '300.00' });
  const phone = anotherPhone();
  const file = ['Name;Phone;E-mail', ...Array.from({ length: 60 }, (_, n) => rowOf(n)), `Known;${phone};`].join('\n');
  const page = await site.visit(business, '/organisation');
  await page.getByRole('link', { name: 'Own list' }).click();
  await page.getByRole('heading', { name: 'Own list', level: 1 }).waitFor();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && isOperation(request, 'AddToOwnList')) sent.push(request.postData() ?? '');
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('File with your contacts').click();
  await (await chooser).setFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByText('61', { exact: true }).first().waitFor();
  await page.getByLabel('These are people whom we have').check();
  await page.getByRole('button', { name: 'Send the hashes' }).click();
  const next = page.getByRole('region', { name: 'The next list' });
  await next.getByText('121', { exact: true }).waitFor();
  expect(sent.join()).toContain(sha256(phone.replaceAll(' ', '')));
  expect(sent.join()).not.toContain('customer1@firm.co.ke');
  expect(sent.join()).not.toContain('+254');

  // Two days later.
  await mongoose.connection
    .collection('own_lists')
    .updateOne({ organisationId: business.organisationId }, { $set: { answersFrom: new Date(Date.now() - 1000) } });
  await page.reload();
  await page.getByRole('region', { name: 'The list that quotes are compared with' }).waitFor();
  const leadId = await acceptedLead(site.world, agency, { phone });
  const listingId = await listLead(site.world, agency, leadId, { floor: '100.00' });
  await boardHas(site.world, agency, [listingId]);
  await page.goto(`${site.address}/market?listing=${listingId}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Buy', exact: true }).click();
  await page.getByText('This person is on your own list').waitFor();
  await page.getByRole('button', { name: 'Buy them all the same' }).click();
  await page.getByRole('button', { name: 'Buy for $100.00' }).waitFor();
});

test('a list that is too short, and a file that cannot be read, are told at once and not sent', async () => {
  const business = await site.world.business({ country: 'KE' });
  const page = await site.visit(business, '/organisation/own-list', { width: 360, scheme: 'dark' });
  const choose = async (name: string, content: Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('File with your contacts').click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: content });
  };
  await choose('few.csv', Buffer.from(['Phone', '0711 100 200', '0711 100 201'].join('\n')));
  await page.getByText('A list needs at least 100 different phones').waitFor();
  await page.getByLabel('These are people whom we have').check();
  expect(await page.getByRole('button', { name: 'Send the hashes' }).isDisabled()).toBe(true);
  await choose('book.xlsx', Buffer.from('PK\u0003\u0004'));
  await page.getByText('This file could not be read.').waitFor();
});
