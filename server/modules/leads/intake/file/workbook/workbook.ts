import { type ByteSource } from '../byteSource';
import { UnreadableFile } from '../fileKind';
import { type NumberKind, numberKind } from './cellText';
import { type Room, takeRoom } from './room';
import { readSharedStrings, type SharedStrings } from './sharedStrings';
import { readXml } from './xml';
import { openPackage, type Package } from './zip';

export interface Sheet {
  name: string;
  part: string;
  isHidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  parts: Package;
  sheets: Sheet[];
  strings: SharedStrings;
  /** How the numbers of each cell style are shown, by style number. */
  styles: NumberKind[];
  /** True for workbooks that count days from 1904. */
  is1904: boolean;
  /** Lets go of the memory that its strings take; to be called when its last sheet was read. */
  close(): void;
}

const ROOT = 'xl/workbook.xml';

/** Opens an XLSX as soon as there is room for its strings; any other packed file is refused by what it is. */
export async function openWorkbook(source: ByteSource, room: Room): Promise<Workbook> {
  const parts = await openPackage(source);
  if (!parts.has(ROOT)) {
    const isOffice = ['mimetype', 'word/document.xml', 'ppt/presentation.xml', 'xl/workbook.bin'].some(parts.has);
    throw new UnreadableFile(isOffice ? 'OTHER_OFFICE_FILE' : 'ARCHIVE');
  }
  const targets = await readTargets(parts);
  const { sheets, is1904 } = await readSheets(parts, targets);
  const part = (ending: string): string | null => [...targets.values()].find((name) => name.endsWith(ending)) ?? null;
  const styles = await readStyles(parts, part('styles.xml'));
  const name = part('sharedStrings.xml');
  const close = await takeRoom(room, name !== null && parts.has(name) ? parts.sizeOf(name) : 0);
  try {
    return { parts, sheets, is1904, styles, strings: await readSharedStrings(parts, name), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Part names by relationship id; targets are relative to `xl/` unless they begin with a slash. */
async function readTargets(parts: Package): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const rels = 'xl/_rels/workbook.xml.rels';
  if (!parts.has(rels)) throw new UnreadableFile('BROKEN_WORKBOOK');
  await readXml(await parts.open(rels), {
    open(tag, { Id, Target }) {
      if (tag !== 'Relationship' || !Id || !Target) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

async function readSheets(parts: Package, targets: Map<string, string>): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readXml(await parts.open(ROOT), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name === 'id' || name.endsWith(':id'))?.[1];
      const part = targets.get(id ?? '');
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (part && parts.has(part)) sheets.push({ name: attributes['name'] ?? '', part, isHidden });
    },
  });
  return { sheets, is1904 };
}

async function readStyles(parts: Package, name: string | null): Promise<NumberKind[]> {
  if (name === null || !parts.has(name)) return [];
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await readXml(await parts.open(name), {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') isInCellFormats = true;
      else if (tag === 'xf' && isInCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(tag) {
      if (tag === 'cellXfs') isInCellFormats = false;
    },
  });
  return formatIds.map((id) => numberKind(id, codes.get(id)));
}
