import { type Locator, type Page } from 'playwright-core';
import { act, colleague, memberIdOf } from '../accounts/flows';
import { createSite, type Site } from '../kit/site';
import { type Actor, logIn } from '../kit/world';
import { joins } from '../market/buying';

/** Who belongs to an organisation and in which role; one's own login, its sessions and its organisations. */

const PASSWORD = 'a-long-pass-phrase-of-amina';

let site: Site;
let owner: Actor;
let page: Page;
beforeAll(async () => {
  site = await createSite();
  owner = await site.world.business({ name: 'Savanna Cover' });
  const agency = await site.world.agency({ name: 'Baobab Media' });
  await joins(site.world, owner, agency);
  page = await site.visit(owner, '/organisation');
});
afterAll(() => site.close());
afterEach(() => expect(site.complaints()).toEqual([]));

const open = (path: string) => page.goto(site.address + path);

const accept = (link: string) =>
  site.world.ask(null, 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }', {
    input: { token: new URL(link).hash.replace('#token=', ''), name: 'Amina Yusuf', password: PASSWORD },
  });

test('an owner invites a member by a link that is shown once, gives another role, and removes the member', async () => {
  await page.getByLabel('E-mail address').fill('amina@example.com');
  await page.getByRole('combobox', { name: 'Role', exact: true }).click();
  await page.getByRole('option', { name: 'Manager' }).click();
  await page.getByRole('button', { name: 'Invite', exact: true }).press('Enter');
  const note = page.getByRole('status').filter({ hasText: 'amina@example.com is invited' });
  const link = await note.locator('code').innerText();
  await page.getByText('Invited by').waitFor();
  await page.reload();
  await page.getByText('amina@example.com').waitFor();
  expect(await page.getByText(link).count()).toBe(0);

  expect((await accept(link)).__typename).toBe('AcceptInvitationPayload');
  await page.reload();
  const role = page.getByRole('combobox', { name: 'Role of Amina Yusuf' });
  await role.click();
  await page.getByRole('option', { name: 'Agent' }).click();
  await page.getByRole('combobox', { name: 'Role of Amina Yusuf', disabled: false }).waitFor();
  await page.reload();
  await role.waitFor();
  expect(await role.inputValue()).toBe('Agent');

  await page.getByRole('button', { name: 'Remove Amina Yusuf' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Amina Yusuf' });
  await dialog.getByText('Amina Yusuf loses access to Savanna Cover at once').waitFor();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await role.waitFor({ state: 'detached' });
});

test('the last owner stays one, and why is said', async () => {
  await open('/organisation');
  const role = page.getByRole('combobox', { name: /^Role of Person/ });
  await role.click();
  await page.getByRole('option', { name: 'Manager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Become Manager yourself?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  // The keyboard goes on where it was.
  await role.and(page.locator(':focus')).waitFor();
  expect(await role.inputValue()).toBe('Owner');
  await role.click();
  await page.getByRole('option', { name: 'Manager' }).click();
  await dialog.getByRole('button', { name: 'Become Manager' }).click();
  await page.getByRole('alert').getByText('This is the last member in the highest role.').waitFor();
  expect(await role.inputValue()).toBe('Owner');
});

test('what is no address is told at the field in the words of the product', async () => {
  await page.getByLabel('E-mail address').fill('amina.example.com');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('This is not an e-mail address.').waitFor();
  await page.getByRole('textbox', { name: 'E-mail address' }).and(page.locator('[aria-invalid="true"]')).waitFor();
});

test('whose role was changed is told so, and goes on with the new one where they were', async () => {
  const member = await colleague(site.world, owner, 'OWNER');
  const input = { memberId: await memberIdOf(site.world, member), role: 'MANAGER' };
  const theirs = await site.visit(member, '/organisation');
  await theirs.getByLabel('E-mail address').fill('juma@example.com');
  await act(site.world, owner, 'changeMemberRole', input);
  await theirs.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = theirs.getByRole('dialog', { name: 'Your role was changed' });
  await dialog.getByText('Your role in Savanna Cover was changed.').waitFor();
  // After a reload the page of the login says it.
  const tab = await theirs.context().newPage();
  await tab.goto(`${site.address}/organisation`);
  await tab.getByRole('status').getByText('Your role in Savanna Cover was changed.').waitFor();
  await tab.close();
  await dialog.getByRole('textbox', { name: 'Password' }).fill(member.password);
  await theirs.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await theirs.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(theirs.url()).pathname).toBe('/organisation');
  // The browser itself notes what was sent with the token of the ended session.
  expect(site.complaints().filter((complaint) => !complaint.includes('401'))).toEqual([]);
});

test('one who is a member already is told so at the address', async () => {
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).and(page.locator('[aria-invalid="true"]')).waitFor();
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(owner.email);
});

/** What a test asks of an element within the page, which the types of the server's side do not know. */
interface DrawnElement {
  ownerDocument: { defaultView: { getComputedStyle(element: DrawnElement): Record<string, string> } };
}

test('in the dark a signal keeps its colour, and a field its outline', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  const styleOf = (locator: Locator, name: string): Promise<string> =>
    locator.evaluate((element, property) => {
      const drawn = element as unknown as DrawnElement;
      return drawn.ownerDocument.defaultView.getComputedStyle(drawn)[property]!;
    }, name);
  // --lb-brick and --lb-line-strong of the dark scheme.
  expect(await styleOf(page.getByRole('button', { name: /^Leave/ }), 'color')).toBe('rgb(240, 144, 124)');
  const outline = await styleOf(page.getByRole('combobox', { name: 'Role', exact: true }), 'borderTopColor');
  expect(outline).toBe('rgb(112, 121, 133)');
  await page.emulateMedia({ colorScheme: 'light' });
});

test('another session is ended from the list of devices, and its browser has to log in again', async () => {
  const other = await site.visit(await logIn(site.world, owner), '/organisation');
  await other.getByRole('heading', { name: 'Members' }).waitFor();
  await open('/profile');
  const end = page.getByRole('button', { name: /^End the session on/ });
  await end.nth(1).waitFor();
  // The latest comes first: the browser of this test.
  await end.first().click();
  await end.nth(1).waitFor({ state: 'detached' });
  await page.getByText('This device').waitFor();
  // As the region of the browser writes it: the day first.
  await page
    .getByText(/^Logged in \d{1,2} [A-Z][a-z]+ \d{4}/)
    .first()
    .waitFor();
  await page
    .getByText(/^Last used/)
    .first()
    .waitFor();
  await other.reload();
  await other.waitForURL(/\/log-in\?to=%2Forganisation$/);
});

test('all other devices are signed out only after one was asked, and this one stays', async () => {
  const other = await site.visit(await logIn(site.world, owner), '/organisation');
  await other.getByRole('heading', { name: 'Members' }).waitFor();
  await open('/profile');
  await page.getByRole('button', { name: 'Sign out of all others' }).click();
  const question = page.getByRole('dialog', { name: 'Sign out of all others?' });
  await question.getByText('This one stays logged in.').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await other.reload();
  await other.getByRole('heading', { name: 'Members' }).waitFor();
  await page.getByRole('button', { name: 'Sign out of all others' }).click();
  await question.getByRole('button', { name: 'Sign out of all others' }).click();
  await question.waitFor({ state: 'detached' });
  await other.reload();
  await other.waitForURL(/\/log-in\?to=/);
  await other.context().close();
});

test('an agent has no market: neither among the pages nor at its address', async () => {
  const theirs = await site.visit(await colleague(site.world, owner, 'AGENT'), '/cards');
  await theirs.getByRole('heading', { name: 'Cards', level: 1 }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Market' }).count()).toBe(0);
  await theirs.goto(`${site.address}/market`);
  await theirs.getByText('There is nothing here').waitFor();
  await theirs.context().close();
});

test('a wrong current password is told at its field, and what was typed stays; the right one changes it', async () => {
  await open('/profile');
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await field('Current password').fill('not-the-password');
  await field('New password').fill('a-longer-phrase-of-mine');
  await field('New password again').fill('a-longer-phrase-of-yours');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('The two new passwords differ.').waitFor();
  await field('New password again').fill('a-longer-phrase-of-mine');
  await page.keyboard.press('Enter');
  await page.getByText('This is not your current password. Nothing was changed.').waitFor();
  expect(await field('Current password').getAttribute('aria-invalid')).toBe('true');
  expect(await field('New password').inputValue()).toBe('a-longer-phrase-of-mine');

  await field('Current password').fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The new password is in force.').waitFor();
});

test('one changes one’s own name and that of the organisation: the frame and the lists have it at once', async () => {
  await open('/profile');
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.fill(' ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByText('Give 1 to 100 characters.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.and(page.locator(':focus')).fill(' Zoë Mwangi ');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The new name is in force').waitFor();
  expect(await name.inputValue()).toBe('Zoë Mwangi');
  const account = page.getByRole('button', { name: 'Savanna Cover: account of Zoë Mwangi' });
  await account.press('Enter');
  await page.getByRole('menuitem', { name: 'Organisation' }).waitFor();
  await page.keyboard.press('Escape');
  await account.and(page.locator(':focus')).press('Enter');
  await page.getByRole('menuitem', { name: 'Organisation' }).click();
  await page.getByRole('combobox', { name: 'Role of Zoë Mwangi' }).waitFor();

  await page.getByRole('textbox', { name: 'Trading name' }).fill('Savanna Shield');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Savanna Shield' }).waitFor();
  await page.getByRole('button', { name: 'Savanna Shield: account of Zoë Mwangi' }).waitFor();
  await act(site.world, owner, 'changeOrganisation', { name: 'Savanna Cover' });
  // Whoever else changes it, too.
  await page.getByRole('button', { name: 'Savanna Cover: account of Zoë Mwangi' }).waitFor();
});

test('one login changes between its organisations, each with its own pages', async () => {
  await open('/profile');
  await page.getByRole('button', { name: 'Switch to Baobab Media' }).click();
  await page.getByRole('button', { name: /^Baobab Media: account of/ }).waitFor();
  await page.getByRole('link', { name: 'Upload', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Wallet' }).count()).toBe(0);

  await page.getByRole('button', { name: /^Baobab Media: account of/ }).click();
  await page.getByRole('menuitem', { name: /Savanna Cover/ }).click();
  await page.getByRole('button', { name: /^Savanna Cover: account of/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Savanna Cover: account of/ }).waitFor();
});

/** What a shell would send for the request that the page gives to paste. */
async function sendAsPasted(request: string): Promise<{ status: number; body: any }> {
  const headers = Object.fromEntries(
    [...request.matchAll(/-H '([\w-]+): ([^']+)'/g)].map(([, name, value]) => [name, value]),
  );
  const [, address] = /^curl (\S+)/.exec(request)!;
  const [, body] = /-d '([^']+)'/.exec(request)!;
  const answer = await fetch(address!, { method: 'POST', headers: headers as Record<string, string>, body: body! });
  return { status: answer.status, body: await answer.json() };
}

test('an agency makes an API key that is shown once, sends a lead by the request of the page, and revokes the key', async () => {
  const theirs = await site.visit(await site.world.agency({ name: 'Acacia Leads' }), '/organisation');
  await theirs.getByRole('link', { name: 'API keys' }).click();
  await theirs.getByText('No keys yet').waitFor();
  await theirs.getByRole('button', { name: 'New key' }).press('Enter');
  const dialog = theirs.getByRole('dialog', { name: 'New API key' });
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await dialog.getByText('Give 1 to 60 characters.').waitFor();
  // The keyboard is at the field that is wrong.
  await dialog.getByRole('textbox', { name: 'Name' }).and(theirs.locator(':focus')).fill('Landing pages');
  await theirs.keyboard.press('Enter');
  const note = theirs.getByRole('status').filter({ hasText: '“Landing pages” is made' });
  const secret = await note.locator('code').innerText();
  expect(secret).toMatch(/^lb_test_/);
  await dialog.waitFor({ state: 'detached' });
  const row = theirs.getByRole('listitem').filter({ hasText: 'Landing pages' });
  await row.getByText(secret.slice(0, 14)).waitFor();
  await row.getByText('Never used').waitFor();

  const request = await theirs.getByRole('group', { name: 'Request: How to send a lead' }).innerText();
  expect(request).toContain(`curl ${site.address}/api/leads`);
  expect(await sendAsPasted(request)).toMatchObject({ status: 201, body: { lead: { niche: 'motor-insurance' } } });
  expect(await sendAsPasted(request)).toMatchObject({ status: 200 });

  await theirs.reload();
  await row.getByText(/^Last used/).waitFor();
  expect(await theirs.getByText(secret).count()).toBe(0);
  await row.getByRole('button', { name: 'Revoke Landing pages' }).click();
  const question = theirs.getByRole('dialog', { name: 'Revoke Landing pages' });
  await question.getByText(`The key that begins with ${secret.slice(0, 14)} opens nothing`).waitFor();
  await question.getByRole('button', { name: 'Revoke', exact: true }).click();
  await row.getByText('Revoked', { exact: true }).waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  expect((await sendAsPasted(request)).status).toBe(401);
  await theirs.context().close();
});

test('who parts from a member of an agency is told that its keys go on', async () => {
  const head = await site.world.agency();
  const member = await colleague(site.world, head, 'MANAGER');
  const theirs = await site.visit(head, '/organisation');
  await theirs.getByRole('button', { name: `Remove ${member.name}` }).click();
  await theirs.getByRole('dialog').getByText('API keys belong to the agency and go on.').waitFor();
  await theirs.context().close();
});

test('a business, which has no leads to hand in, has no page of keys', async () => {
  const theirs = await site.visit(await site.world.business(), '/organisation');
  await theirs.getByRole('heading', { name: 'Members' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'API keys' }).count()).toBe(0);
  await theirs.goto(`${site.address}/organisation/keys`);
  await theirs.getByText('There is nothing here').waitFor();
  await theirs.context().close();
});
