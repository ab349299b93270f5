import { onChange, onGap } from '../../platform/changes';
import { type OrganisationRow, Organisations } from './model';
import { searchKeyOf } from './rules';
import { lookOf } from './tradeNameRules';

/** Legal forms that people leave out of a firm's name, and put behind it. */
const LEGAL_FORM =
  / (?:co|ltd|limited|plc|llp|llc|inc|corp|company|gmbh|ag|kg|ug|kft|zrt|nyrt|bt|ae|epe|ike|αε|επε|ικε|οε|мчж|ооо|ао|зао|mchj|ooo|սպը|փբը|բբը)$/u;

/** What a trading name is known by: its words without case, accents, marks and legal form. */
function tradeKeyOf(name: string): string {
  let key = searchKeyOf(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  while (LEGAL_FORM.test(key)) key = key.replace(LEGAL_FORM, '');
  return key;
}

/** The names of all organisations, kept in this process: a lead is compared with them without asking the database. */
const keyOfId = new Map<string, string>();
const idsOfKey = new Map<string, Set<string>>();
const idsOfLook = new Map<string, Set<string>>();

export function rememberName({ _id, name }: Pick<OrganisationRow, '_id' | 'name'>): void {
  const key = tradeKeyOf(name);
  if (keyOfId.get(_id) === key) return;
  forgetName(_id);
  // Marks alone name nobody.
  if (key === '') return;
  keyOfId.set(_id, key);
  addTo(idsOfKey, key, _id);
  addTo(idsOfLook, lookOf(key), _id);
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function forgetName(id: string): void {
  const key = keyOfId.get(id);
  if (key === undefined) return;
  keyOfId.delete(id);
  takeFrom(idsOfKey, key, id);
  takeFrom(idsOfLook, lookOf(key), id);
}

function takeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)!;
  ids.delete(id);
  if (ids.size === 0) index.delete(key);
}

/** The organisations that bear a name, with or without its legal form. */
export const organisationsNamed = (name: string): string[] => [...(idsOfKey.get(tradeKeyOf(name)) ?? [])];

/** The organisations whose names nobody tells apart from this one by looking, as by letters of another script. */
export const organisationsLookingLike = (name: string): string[] => [
  ...(idsOfLook.get(lookOf(tradeKeyOf(name))) ?? []),
];

async function readNames(): Promise<void> {
  const rows = await Organisations.find({}, { name: 1 }).lean<Pick<OrganisationRow, '_id' | 'name'>[]>();
  clear();
  for (const row of rows) rememberName(row);
}

function clear(): void {
  keyOfId.clear();
  idsOfKey.clear();
  idsOfLook.clear();
}

let stops: (() => void)[] = [];

/** Listens first, reads then. */
export async function followNames(): Promise<void> {
  stops = [
    onChange<OrganisationRow>('organisations', ({ id, document }) =>
      document ? rememberName(document) : forgetName(id),
    ),
    onGap(readNames),
  ];
  await readNames();
}

export function unfollowNames(): void {
  for (const stop of stops) stop();
  stops = [];
  clear();
}
