import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { cssVariables, themeIn } from '../../client/src/app/theme';
import accounts from '../../client/src/locales/en/accounts.json';
import admin from '../../client/src/locales/en/admin.json';
import campaigns from '../../client/src/locales/en/campaigns.json';
import clicks from '../../client/src/locales/en/clicks.json';
import common from '../../client/src/locales/en/common.json';
import disputes from '../../client/src/locales/en/disputes.json';
import intake from '../../client/src/locales/en/intake.json';
import leads from '../../client/src/locales/en/leads.json';
import market from '../../client/src/locales/en/market.json';
import marketIndex from '../../client/src/locales/en/marketIndex.json';
import saleMoney from '../../client/src/locales/en/saleMoney.json';

/** Elements of the client as a person gets them at first: in the frame of the app, in English, as text. */

// Dates and amounts as in one region, wherever the tests run.
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en-US'] }, configurable: true });

void i18next.use(initReactI18next).init({
  lng: 'en',
  initAsync: false,
  defaultNS: 'common',
  resources: {
    en: { accounts, admin, campaigns, clicks, common, disputes, intake, leads, market, marketIndex, saleMoney },
  },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function drawn(element: ReactElement): string {
  return renderToStaticMarkup(
    <MantineProvider theme={themeIn({ close: 'Close' })} cssVariablesResolver={cssVariables}>
      {element}
    </MantineProvider>,
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#x27;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
};

const plain = (text: string): string => text.replaceAll(/&[#\w]+;/g, (sign) => SIGNS[sign] ?? sign);

/** What is read of it; the styles of the frame are no words. */
export const wordsOf = (html: string): string =>
  plain(html.replaceAll(/<style.*?<\/style>/gs, '').replaceAll(/<[^>]*>/g, '')).trim();

/** Each element of a kind, in order; such elements do not stand in each other. */
export const partsOf = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, 'gs'))].map(([part]) => part);

/** The words in each cell of each row. */
export const rowsOf = (html: string): string[][] =>
  partsOf(html, 'tr').map((row) => [...row.matchAll(/<(t[hd])[ >].*?<\/\1>/gs)].map(([cell]) => wordsOf(cell)));

/** Every value of an attribute, in order. */
export const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => plain(value!));

/** All that a style sheet of the client says of a class by itself. */
export function lookOf(sheet: string, name: string): string {
  const text = readFileSync(path.join(__dirname, '../../client/src', sheet), 'utf8');
  return [...text.matchAll(new RegExp(`^\\.${name} \\{([^}]*)\\}`, 'gm'))].map(([, rules]) => rules).join('');
}
