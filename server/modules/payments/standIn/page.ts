import { formatMoney, money } from '../../../platform/money';
import { type Session } from './objects';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f4ef; --card: #fff; --ink: #1d2430; --soft: #5b6472; --line: #d9d5cb; --act: #14532d; --act-ink: #fff; --note: #fff4d6; --note-ink: #5c4300; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181f; --card: #1d232d; --ink: #eceff4; --soft: #a7b0be; --line: #353d4a; --act: #3f9d63; --act-ink: #06130b; --note: #3a3010; --note-ink: #ffe9ad; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(28rem, 100%); background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.note { margin: 0; padding: .75rem 1.5rem; background: var(--note); color: var(--note-ink); font-size: .9rem; }
.body { padding: 1.5rem; }
h1 { margin: 0; font-size: 1rem; font-weight: 500; color: var(--soft); }
.amount { margin: .25rem 0 1.5rem; font-size: 2.25rem; font-weight: 650; font-variant-numeric: tabular-nums; }
form { display: grid; gap: .6rem; }
button { font: inherit; padding: .7rem 1rem; border-radius: .5rem; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; text-align: left; }
button.main { background: var(--act); border-color: var(--act); color: var(--act-ink); font-weight: 600; text-align: center; }
button:focus-visible, a:focus-visible { outline: 3px solid #6aa6ff; outline-offset: 2px; }
.said { margin: 0 0 1rem; padding: .6rem .8rem; border-radius: .5rem; border: 1px solid #b4232a; color: #b4232a; }
@media (prefers-color-scheme: dark) { .said { color: #ff9a9e; border-color: #ff9a9e; } }
footer { padding: .9rem 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
a { color: inherit; }
`;

function layout(title: string, body: string, session: Session | null): string {
  const reference = session ? `<footer>Checkout ${escaped(session.id)}</footer>` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="note"><strong>Stand-in for the payment provider.</strong> No card is charged and no real money moves. With a key of Stripe set, Stripe's own page opens here.</p>
<div class="body">${body}</div>
${reference}
</main>
</body>
</html>
`;
}

/** What the payer sees of a session that is still open. */
export function checkoutPage(session: Session, isDeclined: boolean): string {
  const amount = formatMoney(money(BigInt(session.amount_total), session.currency.toUpperCase()));
  const said = isDeclined ? '<p class="said" role="alert">The card was declined. Nothing was paid; try again.</p>' : '';
  return layout(
    `Pay ${amount}`,
    `<h1>Leadbourse wallet top-up</h1>
<p class="amount">${escaped(amount)}</p>
${said}<form method="post">
<button class="main" name="action" value="card">Pay ${escaped(amount)} by card</button>
<button name="action" value="debit">Pay by bank debit (arrives a few seconds later)</button>
<button name="action" value="decline">Try a card that is declined</button>
<button name="action" value="cancel">Cancel and go back</button>
</form>`,
    session,
  );
}

/** What anyone sees who comes to a session that is complete, expired or unknown. */
export function closedPage(session: Session | null): string {
  const words = {
    complete: 'This checkout is complete.',
    expired: 'This checkout has expired. Nothing was paid.',
    open: '',
  };
  const text = session ? words[session.status] : 'There is no such checkout.';
  const back = session?.cancel_url ?? session?.success_url;
  const link = back ? `<p><a href="${escaped(back)}">Go back</a></p>` : '';
  return layout('Checkout', `<p>${text}</p>${link}`, session);
}
