import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Without them the packed Chromium neither starts as root nor in a container with little shared memory. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** Where Chrome or Chromium is installed by the usual ways. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = (): string | undefined => process.env.CHROME_PATH ?? INSTALLED.find((file) => existsSync(file));

/**
 * Unpacks the Chromium that lies in a package, once for a machine and where none is installed: by one process alone, for
 * another would start what is half written.
 */
export async function readyBrowser(): Promise<void> {
  if (!installed()) await packed.executablePath();
}

/**
 * A browser without a window: the one that CHROME_PATH names, else an installed Chrome or Chromium, else the Chromium
 * that lies in a package (Linux on x64), so that nothing has to be installed by hand.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installed();
  if (executablePath) return chromium.launch({ executablePath });

  return chromium.launch({ executablePath: await packed.executablePath(), args: ARGUMENTS });
}
