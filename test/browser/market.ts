import { type Locator, type Page, type Request } from 'playwright-core';
import { listLead, type Terms } from '../kit/trading';
import { type Site } from '../kit/site';
import { type Actor } from '../kit/world';
import { acceptedLead, type Told } from '../leads/submitting';
import { boardHas } from '../market/buying';

/** A lead of the agency on sale at its floor; gives its listing. */
export async function onSale({ world }: Site, agency: Actor, told: Told = {}, terms: Terms = {}): Promise<string> {
  const listingId = await listLead(world, agency, await acceptedLead(world, agency, told), terms);
  await boardHas(world, agency, [listingId]);
  return listingId;
}

/** The balance that every page of a business shows. */
export const balanceOf = (page: Page, amount: string): Locator =>
  page.getByRole('link', { name: `Wallet: ${amount} can be spent` });

export const confirmation = (page: Page): Locator => page.getByRole('dialog', { name: 'Confirm the purchase' });

/** Goes from a preview to the last step before a purchase. */
export async function confirmAt(page: Page, amount: string): Promise<Locator> {
  await page.getByRole('dialog').getByRole('button', { name: 'Buy', exact: true }).click();
  const press = confirmation(page).getByRole('button', { name: `Buy for ${amount}` });
  await press.waitFor();
  return press;
}

/** Whether the page asks for the operation with this request. */
export const isOperation = (request: Request, operation: string): boolean =>
  (request.postDataJSON() as { operationName?: string } | null)?.operationName === operation;

/** Does something when the page sends the operation, before the server has it. */
export async function before(page: Page, operation: string, work: () => Promise<unknown>): Promise<void> {
  await page.route('**/graphql', async (route, request) => {
    if (isOperation(request, operation)) await work();
    await route.continue();
  });
}
