import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { Leads } from '../../server/modules/leads/model';
import { createSite, type Site } from '../kit/site';
import { chooseBySearch, CONSENT, csvOf, fillSettings, metaFile, upload } from './upload';

/** An agency brings its leads: a file is chosen, checked, imported and reported. */

let site: Site;
beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const column = (page: Page, heading: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(heading, { exact: true }) });

const meaningOf = (page: Page, heading: string) =>
  page.getByRole('combobox', { name: `Meaning of ${heading}`, exact: true }).inputValue();

/** A figure of the outcome under its name. */
const figure = async (page: Page, name: string): Promise<string> =>
  page.locator(`dt:text-is("${name}") + dd`).innerText();

test('an export of Meta lead ads is understood, checked without a trace, imported and reported by reason', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, metaFile());

  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Encoding' }).inputValue()).toBe('UTF-16LE');
  expect(await meaningOf(page, 'full_name')).toBe('Full name');
  expect(await meaningOf(page, 'phone_number')).toBe('Phone');
  expect(await meaningOf(page, 'form_name')).toBe('Not used');
  await column(page, 'city').getByText('Nairobi · Αθήνα').waitFor();
  await chooseBySearch(page, 'Meaning of form_name', 'Comment');
  await column(page, 'form_name').getByText('Said by you').waitFor();

  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByRole('button', { name: 'Import 2 leads' }).waitFor();
  await page.getByText('Nothing is stored yet.').waitFor();
  expect(await figure(page, 'Rejected')).toBe('2');
  await page.getByRole('button', { name: 'Import 2 leads' }).click();

  await page.getByRole('heading', { name: 'What became of the rows' }).waitFor();
  expect(await figure(page, 'Accepted')).toBe('2');
  expect(await figure(page, 'Duplicates')).toBe('1');
  const reasons = page.getByRole('table', { name: 'Why rows were not accepted' });
  await reasons.getByText('This is the test lead of an advertising platform, not a person.').waitFor();

  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rows to correct' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toMatch(/^motor-insurance-.*-problems\.csv$/);
  const rows = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain('4,rejected,"This is the test lead of an advertising platform');

  await page.goto(`${site.address}/upload`);
  await page.getByText('TSV, ', { exact: false }).first().waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'See the accepted leads' }).click();
  await page.getByRole('tab', { name: 'Accepted', selected: true }).waitFor();
  await page.getByRole('table', { name: 'Leads' }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Select (?!all)/ }).count()).toBe(2);
});

test('a file of which no row tells its consent is not ready to import; what is missing is said and given there', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, {
    name: 'leads.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,phone\nJan,+254720000001\n'),
  });
  await page.getByText('Waits for its consent').waitFor();
  await page.getByText('Neither a column of the file nor the settings tell when they agreed.').waitFor();
  const importing = page.getByRole('button', { name: 'Import though no row would be accepted?' });
  const sure = page.getByRole('dialog', { name: 'Import though no row would be accepted?' });
  await importing.click();
  await sure.getByText('no row tells all of its consent').waitFor();
  await sure.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await importing.click();
  await sure.getByText('By the check, none of these rows').waitFor();
  await sure.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Give it for all rows' }).click();
  const settings = page.getByRole('dialog', { name: 'For rows that say nothing themselves' });
  await settings.getByLabel('When they agreed').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 16));
  await settings.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Ready to import').waitFor();
  await page.getByText('Neither a column').waitFor({ state: 'detached' });
});

test('where the encoding of a file is not sure it is said beside it, until a person chooses one', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  // "Gdańsk" in iso-8859-2 is a word in its neighbours as well.
  const buffer = Buffer.from('name;phone;city\nJan;+254720000001;Gda\xf1sk\n', 'latin1');
  await upload(page, { name: 'leads.csv', mimeType: 'text/csv', buffer });
  const unsure = page.getByText('We are not sure of the encoding.');
  await unsure.waitFor();
  await page.getByRole('combobox', { name: 'Encoding' }).fill('iso-8859-2');
  await page.getByRole('option', { name: 'ISO-8859-2', exact: true }).click();
  await unsure.waitFor({ state: 'detached' });
  await page.getByText('Gdańsk').first().waitFor();
});

/** The n-th writing of leads from now on waits until `goOn`, so that the import stays where it is for as long as one looks. */
function holdAtWrite(n: number): { goOn(): void } {
  const write = Leads.insertMany.bind(Leads) as (...args: unknown[]) => Promise<never>;
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let calls = 0;
  const spy = jest.spyOn(Leads, 'insertMany').mockImplementation(async (...args: unknown[]) => {
    if (++calls >= n) await held;
    return write(...args);
  });
  return {
    goOn() {
      spy.mockRestore();
      goOn();
    },
  };
}

test('an import tells how far and how quick it is while one looks, and ends in its report without a reload', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, csvOf(500));
  const halfway = holdAtWrite(2);
  await page.getByRole('button', { name: 'Import without a check' }).click();
  await page.getByRole('progressbar', { name: 'Importing' }).waitFor();
  await page.getByText(/^[\d,]+ rows a second$/).waitFor();
  expect(await figure(page, 'Rows')).toBe('200');
  halfway.goOn();
  await page.getByRole('heading', { name: 'What became of the rows' }).waitFor({ timeout: 60_000 });
  expect(await figure(page, 'Rows')).toBe('500');
});

test('a file of the wrong kind is told where it was dropped, and what was set stays for the right one', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, {
    name: 'leads.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
  });
  await page
    .getByRole('alert')
    .getByText(/PDF|table/)
    .waitFor();
  await page.getByText('leads.pdf').waitFor();
  // Nothing was sent: the browser would note the refusal.
  expect(site.complaints()).toEqual([]);
  expect(await page.getByRole('combobox', { name: 'Niche' }).inputValue()).toContain('Motor insurance');
  expect(await page.getByLabel('Text that the people agreed to').inputValue()).toBe(CONSENT);

  await page.reload();
  await page.getByText('Drop a file of leads here').waitFor();
  expect(await page.getByLabel('Text that the people agreed to').inputValue()).toBe(CONSENT);
  await upload(page, csvOf(3));
  await page.getByRole('button', { name: 'Check all rows' }).waitFor();
});

test('an agency that waits for its approval may upload and check; what importing waits for is said', async () => {
  const page = await site.visit(await site.world.agency({ isApproved: false }), '/upload');
  await page.getByText('Your agency waits for its approval').waitFor();
  await fillSettings(page);
  await upload(page, csvOf(3));
  await page.getByRole('button', { name: 'Check all rows' }).press('Enter');
  await page.getByText('Nothing is stored yet.').waitFor();
  expect(await figure(page, 'Accepted')).toBe('3');
  await page.getByText('Import waits for approval').waitFor();
  expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);
});

test('a file that is dropped on the page is taken, and two at once are told apart', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  const { name, buffer } = csvOf(3);
  const drop = async (names: string[]): Promise<void> => {
    const files = names.map((named) => `carried.items.add(new File([text], ${JSON.stringify(named)}));`).join(' ');
    const dataTransfer = await page.evaluateHandle(
      `(() => { const carried = new DataTransfer(); const text = ${JSON.stringify(buffer.toString())}; ${files} return carried; })()`,
    );
    await page.getByText('Drop a file of leads here').dispatchEvent('drop', { dataTransfer });
  };
  await drop(['one.csv', 'two.csv']);
  await page.getByText('Drop one file at a time').waitFor();
  await drop([name]);
  await page.getByText(name).waitFor();

  // The server is gone for a moment: what was chosen and set stays, and the next press sends it.
  await page.route('**/api/batches/*/file', (route) => route.abort());
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('The file did not arrive whole.').waitFor();
  expect(site.complaints()).toEqual([expect.stringContaining('ERR_FAILED')]);
  await page.unroute('**/api/batches/*/file');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
  await page.getByText(name).waitFor();
});

test('a delimiter and the settings are put right in place, without sending the file again', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, csvOf(3));
  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
  const choose = async (delimiter: string): Promise<void> => {
    await page.getByRole('combobox', { name: 'Separated by' }).click();
    await page.getByRole('option', { name: delimiter }).click();
  };
  await choose('Semicolon');
  await page.getByText('name,phone,email,city,consent_at').first().waitFor();
  await choose('Comma');
  await column(page, 'email').waitFor();

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'For rows that say nothing themselves' });
  await dialog.getByRole('combobox', { name: 'Temperature' }).click();
  await page.getByRole('option', { name: 'Hot', exact: true }).click();
  await dialog.getByPlaceholder('https://').fill('https://agency.example/motor');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/^Hot · .*agency\.example\/motor/).waitFor();
});

test('rows that were refused are corrected in the downloaded report and sent again; the others do not count twice', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  const { buffer, ...file } = csvOf(4);
  const [heading, first, second, spoilt, last] = buffer.toString().split('\n') as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [, phone, email] = spoilt.split(',') as [string, string, string];
  const mistyped = second.replace('@mail-of-kamau.co.ke', '@gmial.com');
  const broken = [heading, first, mistyped, spoilt.replace(`${phone},${email}`, '12345,wanjiku'), last].join('\n');
  await upload(page, { ...file, buffer: Buffer.from(broken) });
  const notes = page.getByRole('table', { name: 'Noted of accepted rows' });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await notes.getByText('The domain of the e-mail address looks like a slip of gmail.com.').waitFor();
  await page.getByRole('button', { name: 'Import 3 leads' }).click();
  await page.getByRole('heading', { name: 'What became of the rows' }).waitFor();
  expect([await figure(page, 'Accepted'), await figure(page, 'Rejected')]).toEqual(['3', '1']);
  await notes.getByText('The domain of the e-mail address looks like a slip of gmail.com.').waitFor();
  const noted = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download accepted rows with notes' }).click();
  const [, ...lines] = readFileSync(await (await noted).path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines).toEqual([expect.stringContaining('@gmial.com')]);

  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rows to correct' }).click();
  const report = readFileSync(await (await arrives).path(), 'utf8');
  expect(report.trim().split(/\r?\n/)).toHaveLength(2);
  await page.getByRole('link', { name: 'Correct and send again' }).click();
  await page.waitForURL(/corrects=/);
  const corrected = report.replace(',12345,wanjiku,', `,${phone},${email},`);
  expect(corrected).not.toBe(report);
  await upload(page, { name: 'corrected.csv', mimeType: 'text/csv', buffer: Buffer.from(corrected) });
  await page.getByRole('button', { name: 'Import without a check' }).click();
  await page.getByRole('heading', { name: 'What became of the rows' }).waitFor();
  expect([await figure(page, 'Rows'), await figure(page, 'Accepted')]).toEqual(['1', '1']);
  await page.getByRole('link', { name: /^Corrects/ }).waitFor();
});

test('an import is stopped half-way; what was stored stays, and how much is said', async () => {
  const page = await site.visit(await site.world.agency(), '/upload');
  await fillSettings(page);
  await upload(page, csvOf(500));
  const halfway = holdAtWrite(2);
  await page.getByRole('button', { name: 'Import without a check' }).click();
  await page.getByText(/^[\d,]+ rows a second$/).waitFor();
  await page.getByRole('button', { name: 'Stop the import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/200 leads were stored and stay; the rest of the file is not imported/).waitFor();
  await dialog.getByRole('button', { name: 'Stop the import' }).press('Enter');
  await page.getByRole('heading', { name: 'This upload was given up' }).waitFor();
  halfway.goOn();
  expect(await figure(page, 'Accepted')).toBe('200');
});
