import { type Locator, type Page } from 'playwright-core';
import { createSite, type Site } from '../kit/site';
import { soldLead } from '../kit/trading';
import { type Actor, logIn } from '../kit/world';
import { submit } from '../leads/submitting';
import { chooseBySearch } from './upload';

/** The market's staff at work: quarantine, organisations, the catalogue and the ledger. */

let site: Site;
let agency: Actor;
let admin: Page;
beforeAll(async () => {
  site = await createSite();
  agency = await site.world.agency({ name: 'Baobab Media' });
  admin = await site.visit(await site.world.admin('ADMIN'), '/');
  await admin.getByRole('link', { name: 'Quarantine' }).waitFor();
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

/** Goes there as one does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error('The keyboard does not get there');
}

test('a moderator releases one lead and rejects another with a reason, by keyboard alone; the agency reads why', async () => {
  const ids: string[] = [];
  for (let lead = 0; lead < 3; lead++) ids.push((await submit(site.world, agency, { name: 'Mickey Mouse' })).lead!.id);
  const page = await site.visit(await site.world.admin('MODERATOR'), '/admin/quarantine');
  await page.getByText('1 of 3').waitFor();
  await page.keyboard.press('j');
  await page.getByText('2 of 3').waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Reason' }));
  await page.keyboard.type('Nobody is called so: a joke.');
  await tabTo(page, page.getByRole('button', { name: 'Reject' }));
  await page.keyboard.press('Enter');
  await page.getByText('2 of 2').waitFor();

  await page.keyboard.press('k');
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('?');
  await page
    .getByRole('dialog', { name: 'Keys' })
    .getByText(/^Release it: .*Enter/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('a');
  await page.getByText('Enter releases the lead.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('1 of 1').waitFor();

  await admin.goto(`${site.address}/admin/organisations/record?subject=${ids[1]}`);
  await admin.getByRole('link', { name: `Lead …${ids[1]!.slice(-6)}` }).waitFor();
  await admin.getByText('State: In quarantine → Rejected').waitFor();
  await admin.getByRole('link', { name: 'Open the lead' }).click();
  await admin.getByText('rejected · Nobody is called so: a joke.').waitFor();

  const seen = await site.visit(agency, `/leads/${ids[1]}`);
  await seen.getByText('Nobody is called so: a joke.').waitFor();
  await seen.goto(`${site.address}/leads/${ids[0]}`);
  await seen.getByText('Accepted', { exact: true }).waitFor();
});

/** Whether it is on top in its middle, where a person can see it. */
async function isInSight(target: Locator): Promise<boolean> {
  const { x, y, width, height } = (await target.boundingBox())!;
  const middle = `${x + width / 2}, ${y + height / 2}`;
  const onTop = await target.page().evaluateHandle(`document.elementFromPoint(${middle})`);
  return target.evaluate((element, seen) => element === seen, onTop);
}

test('a key shows the reason before anything is decided; what was typed for a lead waits there', async () => {
  for (let lead = 0; lead < 2; lead++) await submit(site.world, agency, { name: 'Mickey Mouse' });
  const page = await site.visit(await site.world.admin('MODERATOR'), '/admin/quarantine');
  const waiting = page.getByRole('navigation', { name: 'Leads that wait' }).getByRole('link');
  await waiting.first().waitFor();
  const count = await waiting.count();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await page.getByText(`1 of ${count}`).waitFor();
  await page.keyboard.press('r');
  await page.getByText('Enter rejects the lead.').waitFor();
  expect([await isInSight(reason), await reason.inputValue()]).toEqual([true, expect.stringMatching(/celebrity/)]);
  // Words that nobody wrote do not decide by one Enter.
  await page.keyboard.press('Enter');
  await page.getByText('Press Enter once more to reject with these words as they stand').waitFor();
  // The text is selected: what is typed takes its place, and letters are no keys there.
  await page.keyboard.type('a rat, a joke');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.getByText(`2 of ${count}`).waitFor();
  expect(await reason.inputValue()).toBe('');
  await page.keyboard.press('k');
  await page.getByText(`1 of ${count}`).waitFor();
  expect(await reason.inputValue()).toBe('a rat, a joke');
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await page.getByText(`1 of ${count - 1}`).waitFor();
  // Enter and Space decide nothing of the next lead, and letters that are typed on mean nothing to it.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.type('ra');
  await page.getByText('Enter rejects the lead.').waitFor({ state: 'detached' });
  await page.getByText('Enter releases the lead.').waitFor({ state: 'detached' });
  expect(await reason.inputValue()).toBe('');
  await page.getByText(`1 of ${count - 1}`).waitFor();
});

test('of two moderators who look at one lead the second reads how the first decided, and goes on', async () => {
  const { id } = (await submit(site.world, agency, { name: 'Mickey Mouse' })).lead!;
  await submit(site.world, agency, { name: 'Mickey Mouse' });
  const [first, second] = await Promise.all(
    [1, 2].map(async () => site.visit(await site.world.admin('MODERATOR'), `/admin/quarantine?lead=${id}`)),
  );
  const decide = async (page: Page, button: RegExp): Promise<void> => {
    await page.getByRole('textbox', { name: 'Reason' }).fill('Looked at by hand.');
    await page.getByRole('button', { name: button }).click();
  };
  await second!.locator('[aria-current="true"]').waitFor();
  await decide(first!, /^Release/);
  await first!.getByText(/^Released: /).waitFor();
  await decide(second!, /^Reject/);
  await second!.getByText('A colleague has released this lead already. Nothing was done.').first().waitFor();
  await second!.locator(`a[href*="${id}"]`).waitFor({ state: 'detached' });
  expect(await second!.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('');
  const lead = await site.world.ask(await site.world.admin('MODERATOR'), `{ lead(id: "${id}") { state } }`);
  expect(lead.state).toBe('ACCEPTED');
});

test('the address of a case opens that one, however many wait before it; of a decided one it says so', async () => {
  const ids: string[] = [];
  for (let lead = 0; lead < 26; lead++) ids.push((await submit(site.world, agency, { name: 'Mickey Mouse' })).lead!.id);
  const last = ids.at(-1)!;
  const page = await site.visit(await site.world.admin('MODERATOR'), `/admin/quarantine?lead=${last}`);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody is called so.');
  expect(await page.locator('[aria-current="true"]').count()).toBe(0);
  await page.getByRole('button', { name: /^Reject/ }).click();
  await page.getByText(/^Rejected: /).waitFor();
  const { state } = await site.world.ask(await site.world.admin('MODERATOR'), `{ lead(id: "${last}") { state } }`);
  expect(state).toBe('REJECTED');
  await page.goto(`${site.address}/admin/quarantine?lead=${last}`);
  await page.getByText('This lead does not wait any more: rejected').waitFor();
  expect(await page.getByRole('button', { name: /^(Release|Reject)/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Open the lead' }).click();
  await page.getByText('rejected · Nobody is called so.').waitFor();
});

test('a moderator compares a lead with the one it is like, sees both contacts for a reason, and decides', async () => {
  const phone = '+254 733 118 204';
  const first = (await submit(site.world, agency, { name: 'Zawadi Barasa', phone, email: null })).lead!.id;
  const second = (await submit(site.world, agency, { name: 'Juma Barasa', phone, email: null })).lead!.id;
  const page = await site.visit(await site.world.admin('MODERATOR'), `/admin/quarantine?lead=${second}`);
  const table = page.getByRole('table', { name: 'The same person?' });
  const row = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await row('Name').getByText('Another', { exact: true }).waitFor();
  await row('Phone').getByText('The same', { exact: true }).waitFor();
  expect(await row('Name').getByRole('cell').allInnerTexts()).toEqual(['J••• B•••', 'Z••• B•••', 'Another']);
  expect(await row('Phone').getByRole('cell').allInnerTexts()).toEqual(['Mobile', 'Mobile', 'The same']);

  await page.getByRole('textbox', { name: 'Why you need to see both contacts' }).fill('Is this a household?');
  await page.getByRole('button', { name: 'Show both contacts' }).click();
  await page.getByText('Both looks are recorded.').waitFor();
  expect(await row('Name').getByRole('cell').allInnerTexts()).toEqual(['Juma Barasa', 'Zawadi Barasa', 'Another']);

  await page.getByRole('button', { name: 'Compared by hand: two people.' }).click();
  await page.getByRole('button', { name: 'Two people: it may be sold' }).click();
  await page.getByText(/^Two people: /).waitFor();
  const seen = await site.visit(await logIn(site.world, agency), `/leads/${second}`);
  await seen.getByText('Compared by hand: two people.').waitFor();
  await seen.getByText('Accepted', { exact: true }).waitFor();

  const third = (await submit(site.world, agency, { name: 'Neema Barasa', phone, email: null })).lead!.id;
  await page.goto(`${site.address}/admin/quarantine?lead=${third}`);
  await page.getByRole('textbox', { name: 'Reason' }).fill('A second name of hers.');
  await page.getByRole('button', { name: 'The same person: a repeat' }).click();
  await page.getByText(/^Noted as a repeat: /).waitFor();
  const counts = await site.world.ask(await site.world.admin('MODERATOR'), `{ lead(id: "${third}") { state } }`);
  expect(counts.state).toBe('REJECTED');
  const touched = await Promise.all(
    [first, second].map(
      async (id) =>
        (await site.world.ask(agency, `{ lead(id: "${id}") { touches { count } } }`)).touches.count as number,
    ),
  );
  expect(touched.reduce((sum, count) => sum + count)).toBe(1);
});

test('on a phone the decision about a likeness can be read and pressed, and both leads are seen beside each other', async () => {
  const phone = '+254 733 118 305';
  await submit(site.world, agency, { name: 'Zawadi Barasa', phone, email: null });
  const { id } = (await submit(site.world, agency, { name: 'Juma Barasa', phone, email: null })).lead!;
  const page = await site.visit(await site.world.admin('MODERATOR'), `/admin/quarantine?lead=${id}`, {
    width: 360,
    height: 740,
  });
  const table = page.getByRole('table', { name: 'The same person?' });
  await table.waitFor();
  for (const name of ['Two people: it may be sold', 'The same person: a repeat', 'Reject'])
    expect(await page.getByRole('button', { name }).evaluate(cutOff)).toBe(0);
  expect(await table.evaluate(cutOff)).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Compared by hand.');
  await page.getByRole('button', { name: 'Two people: it may be sold' }).click();
  await page.getByText(/^Two people: /).waitFor();
});

/** How many pixels of something's words, or of what it holds, are not shown of it. */
const cutOff = (element: any): number =>
  [element, ...element.querySelectorAll('*')]
    // What is for ears only has one pixel.
    .filter(({ clientWidth }: any) => clientWidth > 1)
    .reduce((most: number, { scrollWidth, clientWidth }: any) => Math.max(most, scrollWidth - clientWidth), 0);

test('the queue says why each lead is held and how many wait; keys are never lost, and further leads come by themselves', async () => {
  for (let lead = 0; lead < 28; lead++) await submit(site.world, agency, { name: 'Mickey Mouse' });
  const moderator = await site.world.admin('MODERATOR');
  const { count } = await site.world.ask(moderator, '{ quarantineCount { count } }');
  const page = await site.visit(moderator, '/admin/quarantine');
  await page.getByText(`1 of ${count}`).waitFor();
  const rows = page.getByRole('navigation', { name: 'Leads that wait' }).getByRole('link');
  await rows
    .filter({ hasText: /celebrity/ })
    .first()
    .waitFor();
  expect(await rows.count()).toBe(25);
  // Faster than the page can draw.
  await page.evaluate(`(async () => {
    for (let press = 1; press < 25; press++) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
      await new Promise((next) => setTimeout(next));
    }
  })()`);
  await page.getByText(`25 of ${count}`).waitFor();
  await page.keyboard.press('j');
  await page.getByText(`26 of ${count}`).waitFor();
  await page.keyboard.press('k');
  await page.getByText(`25 of ${count}`).waitFor();
});

test('a weight of a rule is seen beside its name on a phone, and a new one stands there at once', async () => {
  await admin.goto(`${site.address}/admin/catalogue/rules`);
  expect(await cutOnPhone(admin)).toBe(0);
  const row = admin.getByRole('row', { name: /^Joke in place of a name/ });
  await row.getByRole('button', { name: /^60/ }).click();
  await admin.getByRole('textbox', { name: 'New weight' }).fill('55');
  await admin.getByLabel('Why').fill('Namesakes are real people.');
  await admin.getByRole('button', { name: 'Save' }).click();
  await row.getByRole('button', { name: /^55/ }).waitFor();
  const forms = admin.getByRole('dialog');
  await forms.waitFor({ state: 'hidden' });
  // A moderator tries one and is told who sets it.
  const moderator = await site.visit(await site.world.admin('MODERATOR'), '/admin/catalogue/rules');
  await moderator
    .getByRole('row', { name: /^Joke in place of a name/ })
    .getByRole('button', { name: /^55 Try/ })
    .click();
  await moderator.getByRole('textbox', { name: 'New weight' }).fill('0');
  await moderator.getByRole('button', { name: 'Try on the last 30 days' }).click();
  await moderator.getByText(/^Tried on /).waitFor();
  await moderator.getByText('It is set by an admin').waitFor();
  expect(await moderator.getByRole('button', { name: 'Save' }).count()).toBe(0);
  const words = await site.world.ask(await site.world.admin('MODERATOR'), '{ rules { code settings { weight } } }');
  expect(words.find(({ code }: { code: string }) => code === 'NAME_JOKE').settings).toEqual([{ weight: 55 }]);
});

/** How many pixels of the page's table a phone does not show. */
async function cutOnPhone(page: Page): Promise<number> {
  await page.locator('main .lb-scroll tbody tr').first().waitFor();
  const wide = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 740 });
  const frame = "document.querySelector('main .lb-scroll')";
  const cut = await page.evaluate<number>(`${frame}.scrollWidth - ${frame}.clientWidth`);
  await page.setViewportSize(wide);
  return cut;
}

test('an agency is approved, suspended for a reason that it reads, and reinstated', async () => {
  const pending = await site.world.agency({ name: 'Jacarandablossom Leads', isApproved: false });
  const theirs = await site.visit(pending, '/upload');
  await theirs.getByText('Your agency waits for its approval').waitFor();

  const govern = async (act: string, reason?: string): Promise<void> => {
    await admin.getByRole('button', { name: `${act} Jacarandablossom Leads` }).click();
    const dialog = admin.getByRole('dialog', { name: `${act} Jacarandablossom Leads` });
    if (reason) {
      await dialog.getByRole('button', { name: act }).click();
      await dialog.getByText('Give a reason first.').waitFor();
      await dialog.getByRole('textbox', { name: 'Reason' }).and(admin.locator(':focus')).fill(reason);
    }
    await dialog.getByRole('button', { name: act }).click();
    await dialog.waitFor({ state: 'hidden' });
    // They come back to the page; it stays as it is.
    await theirs.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  };
  await admin.goto(`${site.address}/admin/organisations?status=PENDING`);
  expect(await cutOnPhone(admin)).toBe(0);
  await govern('Approve');
  await theirs.getByRole('button', { name: 'Upload' }).waitFor();
  await theirs.getByText('waits for its approval').waitFor({ state: 'hidden' });
  // It waits no more, so it is gone from those that do.
  await admin.getByText('No organisation').waitFor();
  await admin.goto(`${site.address}/admin/organisations`);
  await admin.getByRole('row', { name: /Baobab Media/ }).waitFor();
  await admin.keyboard.press('/');
  await admin.keyboard.type(pending.email);
  await admin.getByRole('row', { name: /Baobab Media/ }).waitFor({ state: 'hidden' });

  await govern('Suspend', 'Its leads were bought elsewhere.');
  await theirs.getByText('Your agency is suspended').waitFor();
  await theirs.getByText('Its leads were bought elsewhere.').waitFor();
  await theirs.getByText('No file was uploaded yet').waitFor();
  await theirs.getByRole('button', { name: 'Upload' }).waitFor({ state: 'hidden' });
  await theirs.getByText('Drop one above').waitFor({ state: 'hidden' });

  await govern('Reinstate', 'Shown to be its own.');
  await theirs.getByRole('button', { name: 'Upload' }).waitFor();

  await admin.getByRole('button', { name: 'Jacarandablossom Leads', exact: true }).click();
  await admin.getByRole('dialog', { name: 'People of Jacarandablossom Leads' }).getByText(pending.email).waitFor();
  await admin.getByRole('link', { name: 'What was done to this organisation' }).click();
  const act = admin.getByRole('row', { name: /Approved the agency.*Jacarandablossom Leads/ });
  await act.getByText('Status: Waits for approval → Active').waitFor();
  expect(await cutOnPhone(admin)).toBe(0);
});

test('a niche is changed; values that are refused are all told at their fields, and what was typed stays', async () => {
  await admin.goto(`${site.address}/admin/catalogue/niches`);
  await admin.getByRole('link', { name: 'Motor insurance', exact: true }).click();
  const form = admin.getByRole('dialog', { name: 'Motor insurance' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Motor cover');
  await form.getByLabel('Window for disputes, in hours').fill('9999');
  await form.getByLabel('Fee of its own, in percent').fill('150');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Give 1 to 2,160 hours.').waitFor();
  // All that is wrong is told in one go, and the keyboard is at the first of it.
  await form.getByText('A fee is 0 to 50%.').waitFor();
  await form.getByLabel('Window for disputes, in hours').and(admin.locator(':focus')).waitFor();
  expect(await form.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Motor cover');

  await form.getByLabel('Window for disputes, in hours').fill('72');
  await form.getByLabel('Fee of its own, in percent').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Motor cover is changed.').waitFor();
  await admin.getByRole('row', { name: /Motor cover.*3 days/ }).waitFor();

  // The record tells it in words, and is narrowed to this kind of act in the address.
  await admin.goto(`${site.address}/admin/organisations/record`);
  await admin.getByRole('combobox', { name: 'Act' }).click();
  await admin.getByRole('option', { name: 'Changed a niche' }).click();
  await admin.waitForURL(/act=changeNiche/);
  const act = admin.getByRole('row', { name: /Changed a niche.*Motor cover/ });
  await act.getByText('Window for disputes: 168 h → 72 h').waitFor();
  await admin
    .getByRole('row', { name: /Approved the agency/ })
    .first()
    .waitFor({ state: 'detached' });
});

test('a niche is added and retired; what is typed is not lost by a slip', async () => {
  await admin.goto(`${site.address}/admin/catalogue/niches`);
  await admin.getByRole('link', { name: 'Add a niche' }).click();
  const form = admin.getByRole('dialog', { name: 'Add a niche' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Boat insurance');
  await admin.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Go on typing' }).click();
  await form.getByRole('textbox', { name: 'Name in addresses' }).fill('boat-insurance');
  await form.getByRole('button', { name: 'Add a niche' }).click();
  await admin.getByText('Boat insurance is added.').waitFor();

  await admin.getByRole('link', { name: 'Boat insurance', exact: true }).click();
  const retire = admin.getByRole('dialog', { name: 'Boat insurance' });
  await retire.getByRole('button', { name: 'Retire' }).click();
  await retire.getByText('Give a reason first.').waitFor();
  await retire.getByLabel('Why').last().and(admin.locator(':focus')).fill('Nobody sells it.');
  await retire.getByRole('button', { name: 'Retire' }).click();
  await admin.getByRole('row', { name: /Boat insurance.*Retired/ }).waitFor();
});

test('regions are searched letter by letter by key; a new country gets a price index of its own', async () => {
  await admin.goto(`${site.address}/admin/catalogue/regions`);
  await admin.getByRole('row').nth(1).waitFor();
  await admin.keyboard.press('/');
  await admin.keyboard.type('nairo');
  await admin
    .getByRole('row', { name: /Nairobi/ })
    .first()
    .waitFor();
  await admin.keyboard.type('bi');
  await admin.waitForURL(/q=nairobi/);
  expect(await admin.getByRole('searchbox').inputValue()).toBe('nairobi');

  await admin.goto(`${site.address}/admin/catalogue/regions?add=1`);
  const form = admin.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Code' }).fill('FR');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('France');
  await form.getByRole('button', { name: 'Add a region' }).click();
  await admin.getByText('France is added.').waitFor();

  await admin.goto(`${site.address}/admin/catalogue/prices`);
  await chooseBySearch(admin, 'Give a further country its own', 'Fra');
  await admin.getByRole('button', { name: 'Change France' }).click();
  await admin.getByRole('textbox', { name: 'France, in percent' }).fill('82.5');
  await admin.getByLabel('Why').fill('As its neighbours');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('row', { name: /France 82.5%/ }).waitFor();
});

test('a base price is changed with its reason; a refused one is told at its field', async () => {
  await admin.goto(`${site.address}/admin/catalogue/prices`);
  const price = admin.getByRole('button', { name: /Home insurance, Per lead/ });
  await price.click();
  const typed = admin.getByRole('textbox', { name: 'Home insurance, Per lead' });
  // A button that cannot be pressed yet says why: at the fields, of which the first has the keyboard.
  await typed.fill('dear');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Type an amount, such as 12.50.').waitFor();
  await admin.getByText('Give a reason first.').waitFor();
  await typed.and(admin.locator(':focus')).waitFor();
  await typed.fill('2000000');
  await admin.getByLabel('Why').fill('The market of May');
  await admin.getByRole('button', { name: 'Save' }).click();
  const refused = admin.getByText('A base price is from 0.01 to 1,000,000.00.');
  await refused.waitFor();
  expect(await typed.inputValue()).toBe('2000000');
  expect(await admin.getByLabel('Why').inputValue()).toBe('The market of May');

  await typed.fill('45.50');
  await refused.waitFor({ state: 'detached' });
  await typed.press('Enter');
  await admin.getByText('Home insurance, Per lead: $45.50 from now on.').waitFor();
  expect(await price.innerText()).toContain('$45.50');
  await admin.goto(`${site.address}/admin/organisations/record`);
  await admin.getByText(/^Base price: (\$[\d.]+ → )?\$45\.50$/).waitFor();
});

test('finance follows money to legs that sum to zero, and has the whole ledger checked', async () => {
  const buyer = await site.world.business({ name: 'Savanna Cover', funds: '500.00' });
  const { saleId } = await soldLead(site.world, { agency, buyer });
  const page = await site.visit(await site.world.admin('FINANCE'), '/admin/ledger');
  await page.getByRole('link', { name: 'Held', exact: true }).click();
  await page
    .getByRole('row', { name: /Baobab Media.*\$100\.00/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { name: /^Entries of Held/ }).waitFor();
  await page.locator('summary').first().press('Enter');
  await page.getByRole('row', { name: /The legs sum to zero \$0\.00/ }).waitFor();
  await page.getByRole('link', { name: saleId }).click();
  await page.getByRole('heading', { name: 'Entries about one thing' }).waitFor();
  await page.getByRole('row', { name: /The legs sum to zero \$0\.00/ }).waitFor();

  await page.getByRole('link', { name: 'Health' }).click();
  await page.getByText('The ledger is sound: everything holds').waitFor();
  const checked = await page.getByText(/^Checked /).innerText();
  await site.world.clock.move('5m');
  await page.getByRole('button', { name: 'Run again' }).click();
  await page
    .getByText(/^Checked /)
    .filter({ hasNotText: checked })
    .waitFor();
  await site.world.clock.move('-5m');
  await page.getByText('The ledger is sound: everything holds').waitFor();
  expect(await page.getByText('Fails', { exact: true }).count()).toBe(0);
});
