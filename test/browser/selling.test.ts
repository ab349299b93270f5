import { type Page } from 'playwright-core';
import { buyListings, listLeads } from '../kit/trading';
import { createSite, type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { importFile } from '../leads/batches';
import { acceptedLead } from '../leads/submitting';
import { boardHas } from '../market/buying';
import { before, isOperation } from './market';
import { csvOf } from './upload';

/** An agency sells: leads are put on sale, made a lot, repriced and followed to their money. */

let site: Site;
let agency: Actor;
let page: Page;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
  for (const temperature of ['HOT', 'HOT', 'HOT', 'WARM', 'WARM', 'COLD']) {
    await acceptedLead(site.world, agency, { temperature });
  }
  page = await site.visit(agency, '/leads');
  await page.getByRole('table', { name: 'Leads' }).waitFor();
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const open = (path: string) => page.goto(site.address + path);

const onSale = async (): Promise<string[]> => {
  const { nodes } = await site.world.ask(agency, '{ myListings(filter: { statuses: [LISTED] }) { nodes { id } } }');
  return nodes.map(({ id }: { id: string }) => id);
};

async function pickAll(count: number): Promise<void> {
  await page.getByRole('row').nth(count).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
}

/** The sum under a price that is explained line by line. */
const priceShown = () => page.getByRole('table', { name: 'Price, line by line' }).getByRole('row').last();

test('keys move in the list of leads, select from it, and are told by another key', async () => {
  await open('/leads?temperature=HOT');
  await page.getByRole('row').nth(3).waitFor();
  for (const key of ['j', 'x', 'j', 'j', 'x', 'k']) await page.keyboard.press(key);
  await page.getByText('2 leads selected').waitFor();
  await page.keyboard.press('x');
  await page.getByText('3 leads selected').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Next row').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page
    .locator('input:focus')
    .and(page.getByRole('combobox', { name: 'Niche' }))
    .waitFor();
});

test('keys move in the list of uploads and open from it, and are told there and beside earnings', async () => {
  const many = await site.world.agency();
  const batch = await importFile(site.world, many, csvOf(2).buffer);
  const theirs = await site.visit(many, '/upload');
  await theirs.getByRole('link', { name: /^Motor insurance/ }).waitFor();
  await theirs.keyboard.press('?');
  const keys = theirs.getByRole('dialog', { name: 'Keys' });
  await keys.getByText('Open it').waitFor();
  expect(await keys.getByText('Select, or take out').count()).toBe(0);
  await theirs.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await theirs.keyboard.press('j');
  await theirs.keyboard.press('Enter');
  await theirs.waitForURL(new RegExp(`/upload/${batch.id}$`));
  await theirs.goto(`${site.address}/earnings`);
  await theirs.getByRole('button', { name: 'Keys' }).waitFor();
});

test('leads that are not alike cannot become a lot, and why is said', async () => {
  await open('/leads');
  await pickAll(6);
  await page.getByRole('button', { name: 'Make a lot…' }).click();
  await page.getByText('A lot has 2 to 100 leads of one country, niche').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('All sorts');
  expect(await page.getByRole('button', { name: 'Make the draft' }).isDisabled()).toBe(true);
});

test('leads of two countries cannot become a lot', async () => {
  const abroad = await site.world.agency();
  await acceptedLead(site.world, abroad);
  await acceptedLead(site.world, abroad, { country: 'GR', city: 'Athens', phone: '+30 210 331 8906' });
  const theirs = await site.visit(abroad, '/leads');
  await theirs.getByRole('row').nth(2).waitFor();
  await theirs.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await theirs.getByRole('button', { name: 'Make a lot…' }).click();
  await theirs.getByText('A lot has 2 to 100 leads of one country').waitFor();
});

test('leads are put on sale in bulk, with a floor, at a price that is shown before', async () => {
  await open('/leads?temperature=HOT');
  await pickAll(3);
  await page.getByRole('button', { name: 'List 3 leads…' }).click();
  const dialog = page.getByRole('dialog', { name: 'List 3 leads' });
  const floor = dialog.getByLabel('Floor for each lead, USD');
  await priceShown().waitFor();

  await floor.fill('a lot');
  await dialog.getByText('Give an amount such as 2.50.').waitFor();
  await floor.press('Enter');
  await floor.and(page.locator(':focus')).waitFor();
  await floor.fill('200,000');
  await dialog.getByText('A floor is at most $100,000.00.').waitFor();
  await floor.fill('180.00');
  await priceShown().getByText('$180.00').waitFor();
  await dialog.getByText('All of them sold, each to 3 buyers: $1,620.00').waitFor();
  await dialog.getByText('You earn of that: $1,377.00').waitFor();
  // What was typed is not thrown away by a slip.
  await page.keyboard.press('Escape');
  await dialog.getByText('What you typed would be lost.').waitFor();
  await dialog.getByRole('button', { name: 'Go on typing' }).press('Enter');

  // A hasty hand presses twice, and nothing is done twice.
  await dialog.getByRole('button', { name: 'Put 3 leads on sale' }).dblclick();
  await dialog.getByText('3 leads are on sale.').waitFor();
  await dialog.getByRole('link', { name: 'See listings' }).click();
  await page.getByRole('button', { name: '$180.00, show why' }).nth(2).waitFor();
  expect(await onSale()).toHaveLength(3);
});

test('leads that are alike become a lot: first a draft with its price, then on sale', async () => {
  await open('/leads?temperature=WARM');
  await pickAll(2);
  await page.getByRole('button', { name: 'Make a lot…' }).click();
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await page.getByText('Give the lot a name.').waitFor();
  await page.getByLabel('Name', { exact: true }).and(page.locator(':focus')).fill('Two of May '.repeat(10));
  await page.getByText('A name has at most 100 letters.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Two of May');
  await priceShown().waitFor();
  // The floor of the whole lot counts before the draft is made.
  await page.getByLabel('Floor for the whole lot, USD').fill('800');
  await page.getByText(/^Together they cost \$[\d.]+ now, so your floor of \$800\.00 becomes the price/).waitFor();
  await page.getByText('The lot for each buyer: $800.00').waitFor();
  await page.getByText('You earn of that: $680.00').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('“Two of May” is a draft. Its price now: $800.00').waitFor();
  expect(await onSale()).toHaveLength(3);

  await page.getByRole('button', { name: 'Put the lot on sale' }).click();
  await page.getByText(/^“Two of May” is on sale for/).waitFor();
  await page.getByRole('link', { name: 'See the lot' }).click();
  const inside = page.getByRole('dialog', { name: 'Two of May' }).getByRole('list', { name: 'Leads of the lot' });
  await inside.getByRole('listitem').nth(1).waitFor();
  await inside.getByRole('link').first().click();
  await page.getByRole('region', { name: 'On the market' }).getByText('“Two of May”, 2 leads').waitFor();
  expect(await page.getByRole('button', { name: 'List…' }).count()).toBe(0);
  await open('/listings');
  await page.getByRole('row', { name: /Two of May.*Lot of 2 leads/ }).waitFor();
});

test('that fewer are put on sale than the button said is told with why, and the page counts anew', async () => {
  const few = await site.world.agency();
  const leadIds: string[] = [];
  for (let made = 0; made < 5; made++) leadIds.push(await acceptedLead(site.world, few));
  const theirs = await site.visit(few, '/leads');
  await theirs.getByRole('button', { name: 'List all 5 that can be sold…' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'List all 5 leads that match' });
  const press = dialog.getByRole('button', { name: 'Put 5 leads on sale' });
  await press.waitFor();
  // In another tab of the agency.
  const input = { name: 'Drafted elsewhere', leadIds: leadIds.slice(0, 2), terms: { maxSales: 1 } };
  const make = 'mutation ($input: CreateLotInput!) { createLot(input: $input) { __typename } }';
  expect((await site.world.ask(few, make, { input })).__typename).toBe('CreateLotPayload');
  await press.click();
  await dialog.getByText('3 of 5 leads are on sale.').waitFor();
  await dialog.getByText('2 were put on sale, into a lot or taken back elsewhere meanwhile.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await theirs.getByText('None of these can be put on sale now.').waitFor();

  // The draft is put on sale from the list of drafts, and the notice leads to it.
  await theirs.goto(`${site.address}/listings?status=DRAFT`);
  await theirs.getByRole('button', { name: 'Put on sale…' }).click();
  await theirs.getByRole('dialog').getByRole('button', { name: 'Put the lot on sale' }).click();
  await theirs.getByText('“Drafted elsewhere” is on sale.').getByRole('button', { name: 'See the lot' }).click();
  await theirs.getByRole('dialog', { name: 'Drafted elsewhere' }).getByRole('listitem').nth(1).waitFor();

  await theirs.goto(`${site.address}/listings?kind=LOT`);
  await theirs.getByRole('checkbox', { name: 'Select Drafted elsewhere' }).check();
  await theirs.getByRole('button', { name: 'Withdraw…' }).click();
  await theirs.getByText('Nobody can buy it any more.').waitFor();
});

test('a listing gets another floor; for how many the floor becomes the price is said before', async () => {
  await open('/listings?kind=SINGLE');
  await page
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Change floor…' }).click();
  await page.getByLabel('Floor, USD').fill('210,00 or so');
  await page.getByText('Give an amount such as 2.50.', { exact: true }).waitFor();
  await page.getByLabel('Floor, USD').fill('99999999999');
  await page.getByText('A floor is at most $100,000.00.').waitFor();
  expect(await page.getByText('becomes its price').count()).toBe(0);
  await page.getByLabel('Floor, USD').fill('210.00');
  await page.getByText('1 of 1 costs less now, so $210.00 becomes its price.').waitFor();
  await page.getByLabel('Floor, USD').press('Enter');
  await page.getByText('1 listing has its new price.').waitFor();
  await page.getByRole('button', { name: '$210.00, show why' }).click();
  await priceShown().getByText('$210.00').waitFor();
});

test('a sale shows at the listing while one looks, and its held money leads to the lead', async () => {
  const buyer = await site.world.business({ name: 'Savanna Cover', funds: '2000.00' });
  await open('/listings?kind=SINGLE');
  await page.getByRole('img', { name: 'Sold 0 of 3' }).nth(2).waitFor();
  const [listingId] = (
    await site.world.ask(
      agency,
      '{ myListings(filter: { statuses: [LISTED], kind: SINGLE }) { nodes { id price { minor } } } }',
    )
  ).nodes
    .filter(({ price }: { price: { minor: number } }) => Number(price.minor) === 18_000)
    .map(({ id }: { id: string }) => id);
  await boardHas(site.world, buyer, [listingId]);
  await buyListings(site.world, buyer, [listingId]);
  await page.getByRole('img', { name: 'Sold 1 of 3' }).waitFor();

  await page.getByRole('link', { name: 'Earnings' }).click();
  const held = page.locator('dt:text-is("Held") + dd');
  await held.getByText('$180.00').waitFor();
  await page.getByRole('button', { name: /^Sold, money held/ }).press('Enter');
  await page.getByRole('list', { name: 'Where the money is' }).getByText('$180.00').waitFor();
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await arrives).suggestedFilename()).toMatch(/^earnings-.*\.csv$/);
  await page.getByRole('link', { name: 'See the lead' }).click();
  await page.getByRole('region', { name: 'Sales' }).getByText('Savanna Cover').waitFor();
  await page.getByRole('region', { name: 'On the market' }).getByText('On sale').waitFor();
});

test('a listing that is sold out while one looks is counted among those, and not among what is on sale', async () => {
  const [few, buyer] = [await site.world.agency(), await site.world.business({ funds: '2000.00' })];
  const leadIds = [await acceptedLead(site.world, few), await acceptedLead(site.world, few)];
  const listings = await listLeads(site.world, few, leadIds);
  const theirs = await site.visit(few, '/listings');
  await theirs.getByRole('tab', { name: 'On sale 2' }).waitFor();
  await boardHas(site.world, buyer, listings);
  await buyListings(site.world, buyer, listings.slice(0, 1));
  await theirs.getByRole('tab', { name: 'On sale 1' }).waitFor();
  await theirs.getByRole('tab', { name: 'Sold out 1' }).waitFor();
});

test('a choice of the address that there is not is said, and nothing can be listed by it', async () => {
  await open('/leads?niche=moter-insurance&temperature=COLD');
  await page.getByText('This address has a filter we do not know: Niche “moter-insurance”').waitFor();
  expect(await page.getByRole('button', { name: /^List/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show leads without it' }).click();
  await page.getByRole('button', { name: 'List the only one that can be sold…' }).waitFor();
  expect(page.url()).toMatch(/leads\?temperature=COLD$/);
});

test('all that match are listed step by step; a stop leaves the rest, and a lost answer is gone on from', async () => {
  const many = await site.world.agency({ name: 'Many Leads' });
  const batch = await importFile(site.world, many, csvOf(230).buffer);
  const theirs = await site.visit(many, `/upload/${batch.id}`);
  await theirs.getByRole('link', { name: 'See the accepted leads' }).click();
  const unlisted = async (): Promise<number> =>
    (await site.world.ask(many, '{ unlistedLeadCount { count } }')).count as number;
  await theirs.getByRole('button', { name: 'List all 230 that can be sold…' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'List all 230 leads that match' });
  await dialog.getByText('Worked out from the first 100 of them.').waitFor();

  let steps = 0;
  let letGo = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await before(theirs, 'ListLeads', async () => {
    if (++steps === 2) await second;
  });
  await dialog.getByRole('button', { name: 'Put 230 leads on sale' }).click();
  await dialog.getByText('100 leads are on sale so far.').waitFor();
  await theirs.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  letGo();
  await dialog.getByText('200 leads are on sale.').waitFor();
  await dialog.getByText('You stopped it: the rest was left as it is.').waitFor();
  expect([steps, await unlisted()]).toEqual([2, 30]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await theirs.unroute('**/graphql');
  await theirs.route('**/graphql', (route, request) =>
    isOperation(request, 'ListLeads') ? route.abort() : route.continue(),
  );
  await theirs.getByRole('button', { name: 'List all 30 that can be sold…' }).click();
  await theirs.getByRole('button', { name: 'Put 30 leads on sale' }).click();
  await theirs.getByRole('dialog').getByRole('alert').getByText('The server did not answer.').waitFor();
  await theirs.unroute('**/graphql');
  await theirs.getByRole('button', { name: 'Put 30 leads on sale' }).click();
  await theirs.getByText('30 leads are on sale.').waitFor();
  expect(await unlisted()).toBe(0);
  // The browser itself notes the request that was cut.
  expect(site.complaints()).toEqual([expect.stringContaining('ERR_FAILED')]);
});

test('charts and map count all that a span holds, and the address keeps the span', async () => {
  await open('/earnings?view=charts');
  await page.getByText(/^Since .*: 1 lead\. /).waitFor();
  await page.getByRole('region', { name: 'By channel' }).getByText('$153.00').waitFor();
  await page.getByRole('radiogroup', { name: 'How far back' }).getByText('All').click();
  await page.getByText(/^All that you brought: 1 lead\. /).waitFor();
  expect(page.url()).toMatch(/view=charts&days=all$/);
  await page.getByText('Earned only').click();
  await page.getByText('Nothing was released yet.').first().waitFor();

  await open('/earnings?view=map&days=30');
  await page.getByText(/^6 leads uploaded since /).waitFor();
  await page.getByRole('table', { name: 'Leads by place' }).getByRole('row', { name: 'Nairobi, Kenya 6' }).waitFor();

  const bubble = page.getByRole('img', { name: 'Leads by place' }).locator('circle').first();
  const radius = Number(await bubble.getAttribute('r'));
  expect(await page.getByRole('button', { name: 'Farther' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Nearer' }).click();
  // The land comes nearer; a bubble stays as large as its count, and its place can be dragged away.
  expect(Number(await bubble.getAttribute('r'))).toBeCloseTo(radius);
  const before = (await bubble.boundingBox())!;
  await page.mouse.move(before.x + 60, before.y + 40);
  await page.mouse.down();
  await page.mouse.move(before.x + 20, before.y + 20);
  await page.mouse.up();
  const after = (await bubble.boundingBox())!;
  expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([-40, -20]);
  await page.getByRole('button', { name: 'Farther' }).click();
  await page.getByRole('button', { name: 'Farther', disabled: true }).waitFor();
});
