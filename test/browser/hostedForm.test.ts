import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type * as AxeModule from 'axe-core';
import { type Page } from 'playwright-core';
import { until } from '../kit/until';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { CONSENT, formOf } from '../leads/hostedForms';

/** An agency makes a form; a person fills it on a narrow phone, with scripts and without, within another site's page. */

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = { width: 360, height: 740 };

let site: Site;
let agency: Actor;
/** Of the agency: a session is one browser's. */
let own: Page;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
  own = await site.visit(agency, '/forms');
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

/** axe as its script leaves it in a page. */
declare const axe: typeof AxeModule;

/** Serious findings of axe on what the page shows. The form's policy lets no script in, so axe comes by the debugger. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const overhang = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const leads = async () =>
  (await site.world.ask(agency, '{ leads { nodes { id source { utmCampaign landingPage } } } }')).nodes;

test('an agency makes a form, sees it as it types, and is told at the field what is wrong', async () => {
  const page = own;
  await page.getByRole('link', { name: 'New form' }).click();
  await page.getByRole('textbox', { name: 'Name of the form' }).fill('Spring campaign');
  await page.getByRole('combobox', { name: 'Niche' }).fill('motor');
  await page.getByRole('option', { name: 'Motor insurance' }).click();
  await page.getByRole('textbox', { name: 'Heading' }).fill('Insure your car');
  await page.getByRole('textbox', { name: 'Consent' }).fill('Yes');
  await page.getByRole('textbox', { name: 'Addresses of your sites, one a line' }).fill('cars.example');
  const preview = page.frameLocator('iframe[title="Preview"]');
  await preview.getByRole('heading', { name: 'Insure your car' }).waitFor();
  await page.getByRole('button', { name: 'Make the form' }).click();
  await page.getByText('This is too short to say who may do what').waitFor();
  await page.getByText('Give the address of the site with https').waitFor();
  await page.getByRole('textbox', { name: 'Consent' }).fill(CONSENT);
  await preview.getByText(CONSENT).waitFor();
  await page.getByRole('textbox', { name: 'Addresses of your sites, one a line' }).fill('https://cars.example');
  await page.getByRole('button', { name: 'Make the form' }).click();
  await page.getByRole('heading', { name: 'Spring campaign' }).waitFor();
  await page
    .getByRole('group', { name: 'Address' })
    .getByText(/\/f\/form_/)
    .waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('The form is paused: its page says that it takes no requests.').waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  expect(await findings(page)).toEqual([]);
});

test('a person at 360 px is offered the right address, told of a wrong number, and sends it', async () => {
  const id = await formOf(site.world, agency, { email: 'REQUIRED' });
  const page = await site.visit(null, `/f/${id}?utm_campaign=spring`, NARROW);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name' }).fill('Wanjikũ Kamau');
  await page.getByRole('textbox', { name: 'Phone' }).fill('0712 34');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('wanjiku.kamau@gmial.com');
  await page.getByText(/^This phone number cannot exist/).waitFor();
  await page.getByRole('textbox', { name: 'City' }).fill('Nairobi');
  await page.getByText('Did you mean wanjiku.kamau@gmail.com?').waitFor();
  await page.getByRole('button', { name: 'Yes, use this' }).click();
  expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('wanjiku.kamau@gmail.com');
  await page.getByRole('button', { name: 'Send' }).click();
  // The server says the same, at the fields, with all that was typed.
  await page.getByRole('alert').getByText('Some fields are not right yet:').waitFor();
  expect(await page.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('0712 34');
  expect(await page.getByRole('textbox', { name: 'City' }).inputValue()).toBe('Nairobi');
  expect(await findings(page)).toEqual([]);
  expect(site.complaints()).toEqual([expect.stringContaining('422')]);
  await page.getByRole('textbox', { name: 'Phone' }).fill('0712 345 679');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [lead] = await leads();
  expect(lead.source).toMatchObject({ utmCampaign: 'spring' });
  await own.goto(`${site.address}/leads/${lead.id}`);
  await own.getByRole('region', { name: 'Where the person came from' }).getByText('spring', { exact: true }).waitFor();
});

test('without scripts the offer comes with the answer, and what was written can be kept', async () => {
  const id = await formOf(site.world, agency, { email: 'REQUIRED' });
  const browser = (await site.visit(null, '/')).context().browser()!;
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${site.address}/f/${id}`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Achieng Otieno');
  await page.getByRole('textbox', { name: 'Phone' }).fill('0722 345 671');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('achieng.otieno@gmial.com');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Did you mean achieng.otieno@gmail.com?').waitFor();
  await page.getByRole('button', { name: 'No, keep what I wrote' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await context.close();
});

describe("within another site's page", () => {
  let other: Server;
  let address: string;
  let shown = '';
  beforeAll(async () => {
    other = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Cars</title><h1>Cars</h1>${shown}<p>Below</p>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => other.close(resolve)));

  test('the form is as high as what it holds, keeps the tags of the page, and leads the page on', async () => {
    const id = await formOf(site.world, agency, { origins: [address], redirectUrl: `${address}/thanks` });
    const read = 'query ($id: ID!) { form(id: $id) { scriptSnippet } }';
    shown = (await site.world.ask(agency, read, { id })).scriptSnippet;
    const page = await site.visit(null, '/', NARROW);
    await page.goto(`${address}/offer?utm_campaign=autumn&email=a@b.example`);
    const form = page.frameLocator('iframe');
    await form.getByRole('textbox', { name: 'Name' }).fill('Njeri Mwangi');
    await form.getByRole('textbox', { name: 'Phone' }).fill('0733 345 672');
    await form.getByRole('checkbox').check();
    const { height } = (await form.locator('html').boundingBox())!;
    const frameHeight = async () => (await page.locator('iframe').boundingBox())!.height;
    await until(async () => Math.abs((await frameHeight()) - height) <= 1);
    await form.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(`${address}/thanks`);
    const [lead] = await leads();
    expect(lead.source).toEqual({ utmCampaign: 'autumn', landingPage: `${address}/offer` });
  });

  test('a site that the agency did not name shows nothing', async () => {
    const id = await formOf(site.world, agency, { origins: ['https://cars.example'] });
    shown = `<iframe src="${site.address}/f/${id}?embed=1"></iframe>`;
    const page = await site.visit(null, '/');
    await page.goto(address);
    await page.getByText('Below').waitFor();
    expect(await page.frameLocator('iframe').getByRole('textbox').count()).toBe(0);
    expect(site.complaints().join()).toContain('frame-ancestors');
  });
});
