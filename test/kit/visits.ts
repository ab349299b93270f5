import { type BrowserContext } from 'playwright-core';

/** Windows that the running test has opened; null between tests, where those of the whole file are opened. */
let ofThisTest: BrowserContext[] | null = null;

/** A window that a test opened is closed after it: pages left open go on drawing, beside all that comes after. */
export function noteVisit(context: BrowserContext): void {
  ofThisTest?.push(context);
}

beforeEach(() => {
  ofThisTest = [];
});

afterEach(async () => {
  const opened = ofThisTest ?? [];
  ofThisTest = null;
  await Promise.all(opened.map((context) => context.close()));
});
