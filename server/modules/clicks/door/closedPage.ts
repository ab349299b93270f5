/** The look of the hosted forms, with the product's colours (client/src/app/tokens.css). */
const STYLE = [
  ':root{color-scheme:light dark;--paper:#fbfaf7;--panel:#fff;--ink:#1b1f24;--line:#e4e0d8}',
  '@media (prefers-color-scheme:dark){:root{--paper:#14171b;--panel:#1c2026;--ink:#e9e7e1;--line:#2d333b}}',
  '*{box-sizing:border-box}',
  'body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;font:16px/1.5 Inter,system-ui,sans-serif;overflow-wrap:anywhere;background:var(--paper);color:var(--ink)}',
  'main{width:min(560px,100%);padding:24px 20px;background:var(--panel);border:1px solid var(--line);border-radius:6px}',
  "h1{margin:0 0 8px;font:600 26px/1.25 'Source Serif 4',Georgia,serif;letter-spacing:-.01em}",
  'p{margin:0}',
].join('');

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>` +
  `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

/** What a visitor reads whose link leads nowhere at the moment. */
export const CLOSED_PAGE = page(
  'This offer is closed at the moment',
  'Whoever gave you this link takes nobody now. Nothing went wrong on your side: try again later, or ask where you found the link.',
);

/** What a visitor reads whose address was never given out. */
export const UNKNOWN_PAGE = page(
  'There is no such link',
  'The address is not complete, or was never given out. Copy it once more from where you found it.',
);

/** What a visitor reads while the market cannot note the visit: it would send nobody on unpaid. */
export const BUSY_PAGE = page('One moment', 'The market is busy. Load this page again in a few seconds.');
