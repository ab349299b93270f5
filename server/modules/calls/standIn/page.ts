const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f4ef; --card: #fff; --ink: #1d2430; --soft: #5b6472; --line: #d9d5cb; --act: #14532d; --act-ink: #fff; --note: #fff4d6; --note-ink: #5c4300; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181f; --card: #1d232d; --ink: #eceff4; --soft: #a7b0be; --line: #353d4a; --act: #3f9d63; --act-ink: #06130b; --note: #3a3010; --note-ink: #ffe9ad; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(34rem, 100%); background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.note { margin: 0; padding: .75rem 1.5rem; background: var(--note); color: var(--note-ink); font-size: .9rem; }
.body { padding: 1.5rem; }
h1 { margin: 0 0 1rem; font-size: 1.25rem; }
form { display: grid; gap: .8rem; }
label { display: grid; gap: .2rem; }
label.row { display: flex; gap: .5rem; align-items: center; }
small { color: var(--soft); }
input, select { font: inherit; padding: .5rem .6rem; border-radius: .4rem; border: 1px solid var(--line); background: var(--ground); color: inherit; width: 100%; min-width: 0; }
input[type=checkbox] { width: auto; }
button { font: inherit; font-weight: 600; padding: .7rem 1rem; border-radius: .5rem; border: 0; background: var(--act); color: var(--act-ink); cursor: pointer; }
:focus-visible { outline: 3px solid #6aa6ff; outline-offset: 2px; }
.said { margin: 0 0 1rem; padding: .6rem .8rem; border-radius: .5rem; border: 1px solid var(--line); }
`;

/** A number that can be called: what it is called by, with the words of whoever gives it out. */
export interface Offered {
  phone: string;
  label: string;
}

const option = (value: string, label: string, isChosen = false): string =>
  `<option value="${escaped(value)}"${isChosen ? ' selected' : ''}>${escaped(label)}</option>`;

const CALLERS = [
  ['new', 'Somebody new, from where the number is given out'],
  ['elsewhere', 'Somebody new, from a country that the campaign does not buy from'],
  ['hidden', 'Somebody who shows no number'],
] as const;

const ANSWERS = [
  ['yes', 'Somebody answers'],
  ['no', 'Nobody answers'],
  ['busy', 'The line is busy'],
  ['failed', 'The phone cannot be reached'],
  ['hangup', 'The caller gives up while it rings'],
] as const;

function form(numbers: readonly Offered[], chosen: string | null): string {
  if (numbers.length === 0)
    return '<p>There is no tracked number yet. An agency gets one under Numbers, once a campaign that is paid per call takes it.</p>';
  return `<form method="post" action="">
<label>Number that is called<select name="number">${numbers.map(({ phone, label }) => option(phone, label, phone === chosen)).join('')}</select></label>
<label>Who calls<select name="caller">${CALLERS.map(([value, label]) => option(value, label)).join('')}</select></label>
<label>Or this number<input name="from" value="" inputmode="tel" autocomplete="off"><small>So that somebody calls again. Empty: as chosen above.</small></label>
<label>What happens<select name="answer">${ANSWERS.map(([value, label]) => option(value, label)).join('')}</select></label>
<label>Seconds that both talk<input name="seconds" type="number" min="0" max="7200" value="120"></label>
<label>Each piece of news is told so often<input name="times" type="number" min="1" max="20" value="1"></label>
<label class="row"><input type="checkbox" name="order" value="backwards">The news comes in the wrong order</label>
<label class="row"><input type="checkbox" name="silent" value="on">Its end is not told</label>
<label class="row"><input type="checkbox" name="live" value="on">The call takes its time</label>
<button>Place the call</button>
</form>`;
}

/** The page by which calls are placed at the stand-in. */
export function phonePage(numbers: readonly Offered[], chosen: string | null, said: string | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Place a call</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="note"><strong>Stand-in for the telephone provider.</strong> Nobody is called: its numbers are reserved for films and books. With an account of Twilio set, real phones ring.</p>
<div class="body">
<h1>Place a call</h1>
${said === null ? '' : `<p class="said" role="status">${escaped(said)}</p>`}
${form(numbers, chosen)}
</div>
</main>
</body>
</html>
`;
}
