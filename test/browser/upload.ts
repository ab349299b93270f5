import { scattered } from '../kit/scattered';
import { type Page } from 'playwright-core';
import { metaExport } from '../../scripts/demoData/metaExport';

/** What an agency does on the page of uploads, by its labels. */

export const metaFile = () => ({
  name: 'meta_lead_ads_export_format.utf16le.tsv',
  mimeType: 'text/tab-separated-values',
  buffer: metaExport(),
});

/** Yesterday: consent grows old. */
const CONSENT_AT = new Date(Date.now() - 86_400_000).toISOString();

export const CONSENT = 'I agree that insurers call me about my request.';

/** Types what is sought into a choice that can be searched, and takes the first that is found. */
export async function chooseBySearch(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words);
  await page.getByRole('option').first().click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Says what holds for all rows of a file. */
export async function fillSettings(page: Page): Promise<void> {
  await chooseBySearch(page, 'Niche', 'Motor ins');
  await choose(page, 'Temperature', 'Warm');
  await page.getByLabel('Text that the people agreed to').fill(CONSENT);
  await choose(page, 'How they agreed', 'A social network’s lead form');
}

export async function upload(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.getByLabel('File of leads').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
}

/** So many people were asked for so far: each table is of people of its own. */
let people = 0;

const GIVEN = ['Wanjiku', 'Achieng', 'Otieno', 'Mwende', 'Kipchoge', 'Nafula', 'Barasa', 'Moraa', 'Juma', 'Chebet'];
const FAMILY = [
  'Kamau',
  'Odhiambo',
  'Mutua',
  'Wekesa',
  'Nyaga',
  'Koech',
  'Omondi',
  'Kerubo',
  'Maina',
  'Langat',
  'Abdi',
];

function personLine(): string {
  const [given, family] = [GIVEN[people % GIVEN.length]!, FAMILY[people % FAMILY.length]!];
  const place = scattered(people++);
  return `${given} ${family},+25472${place},${given.toLowerCase()}.${place}@mail-of-kamau.co.ke,Nairobi,${CONSENT_AT}`;
}

/** A table of sound leads in Kenya, whom no table before had. */
export function csvOf(rows: number): { name: string; mimeType: string; buffer: Buffer } {
  const text = ['name,phone,email,city,consent_at', ...Array.from({ length: rows }, personLine)].join('\n');
  return { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}
