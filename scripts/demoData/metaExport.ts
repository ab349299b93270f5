import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, DAY, now } from '../../server/platform/clock';
import { projectRoot } from '../../server/platform/projectRoot';

const FILE = 'test/fixtures/intake/meta_lead_ads_export_format.utf16le.tsv';
const LAST_DAY = '2026-03-03';

/**
 * The export of a social network's lead forms as it would be of the last days: its dates are moved, for consent grows
 * old. All else is as in the file.
 */
export function metaExport(): Buffer<ArrayBuffer> {
  const text = readFileSync(path.join(projectRoot, FILE)).toString('utf16le');
  const daysAgo = (day: string): number => (Date.parse(LAST_DAY) - Date.parse(day)) / DAY + 2;
  const moved = text.replace(/\d{4}-\d{2}-\d{2}(?=T)/g, (day) =>
    after(now(), -daysAgo(day) * DAY)
      .toISOString()
      .slice(0, 10),
  );
  return Buffer.from(moved, 'utf16le');
}
