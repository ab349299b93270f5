import express, { type Request, type Response, type Router } from 'express';
import { CHECKOUT_PATH } from './api';
import { type Session } from './objects';
import { checkoutPage, closedPage } from './page';
import { declineCard, expireIfDue, findSession, payByCard, payByDebit } from './pay';

/** The page to pay on: on the market's own address, because a person's browser opens it. */
export function standInPages(router: Router): void {
  router.get(`${CHECKOUT_PATH}/:id`, showCheckout);
  router.post(`${CHECKOUT_PATH}/:id`, express.urlencoded({ extended: false, limit: '10kb' }), act);
}

async function sessionOf(request: Request): Promise<Session | null> {
  const session = await findSession(String(request.params['id']));
  return session && expireIfDue(session);
}

function show(response: Response, session: Session | null, isDeclined = false): void {
  // Browsers hold a form's redirect to form-action too, so the place to return to is named in it.
  const returns = session ? new URL(session.success_url).origin : '';
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${returns}; frame-ancestors 'none'`,
  );
  response.setHeader('cache-control', 'no-store');
  const isOpen = session?.status === 'open';
  response
    .status(session ? 200 : 404)
    .type('html')
    .send(isOpen ? checkoutPage(session, isDeclined) : closedPage(session));
}

async function showCheckout(request: Request, response: Response): Promise<void> {
  show(response, await sessionOf(request), DECLINED in request.query);
}

/** Told by the address of the page that a declined card leads to. */
const DECLINED = 'declined';

/**
 * Does what a button says and sends the browser on, so that no page of its history is the answer to a form: going back
 * to such a one would fail.
 */
async function act(request: Request, response: Response): Promise<void> {
  const session = await sessionOf(request);
  const { action, card } = (request.body ?? {}) as { action?: unknown; card?: unknown };
  if (!session) return show(response, null);
  const page = `${CHECKOUT_PATH}/${session.id}`;
  if (session.status !== 'open') return response.redirect(303, page);
  if (action === 'cancel') return response.redirect(303, session.cancel_url ?? session.success_url);
  if (action === 'decline') {
    await declineCard(session.id);
    return response.redirect(303, `${page}?${DECLINED}`);
  }
  if (action !== 'card' && action !== 'debit') return response.redirect(303, page);
  const isDone =
    action === 'card'
      ? await payByCard(session.id, typeof card === 'string' ? card.slice(0, 40) : '')
      : await payByDebit(session.id);
  // Somebody else paid or ended it between the look and the click.
  response.redirect(303, isDone ? session.success_url : page);
}
