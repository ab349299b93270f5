const STYLE = [
  ':root{color-scheme:light dark}',
  'body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}',
  'main{max-width:32rem;padding:2rem}',
  'h1{font-size:1.375rem;margin:0 0 .5rem}',
  'p{margin:0}',
].join('');

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>` +
  `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

/** What a visitor reads whose link leads nowhere at the moment. */
export const CLOSED_PAGE = page(
  'This offer is closed at the moment',
  'Whoever gave you this link takes nobody now. Nothing went wrong on your side; try again later.',
);

/** What a visitor reads whose address was never given out. */
export const UNKNOWN_PAGE = page(
  'There is no such link',
  'The address is not complete, or was never given out. Copy it once more from where you found it.',
);

/** What a visitor reads while the market cannot note the visit: it would send nobody on unpaid. */
export const BUSY_PAGE = page('One moment', 'The market is busy. Load this page again in a few seconds.');
