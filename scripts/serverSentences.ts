/**
 * `npm run sentences`: writes client/src/locales/en/told.json, the sentences that the server says to people, so that a
 * translator has them all in one file. Values in a sentence are named: `{{shortfall}}`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, parseSync, visitorKeys } from 'oxc-parser';

const root = path.resolve(__dirname, '..');
const FILE = path.join(root, 'client/src/locales/en/told.json');

/** Where the server's words lie; seeds are data that admins edit, no words of the server. */
const FOLDERS = ['server/modules', 'server/platform', 'server/graphql', 'server/app.ts'];
const LEFT_OUT = /[/\\](seed|standIn|databaseServer|generated)[/\\]|invariants\.ts$/;

const FOR_ENGINEERS = /^(log|console)\.|^(Error|RangeError|TypeError|Stopped|PlacesMoved)$/;

/** Calls that name a thing for people, also in one word. */
const NAMING = new Set(['times']);
const NAMING_PROPERTIES = new Set(['label', 'title', 'claim']);

const isSentence = (text: string): boolean => /^[\p{Lu}“{](?=.*\p{Ll}{2}).* .*[.?!]$/su.test(text);
const isPhrase = (text: string): boolean => /^(?:\p{Lu}-?\p{Ll}+|IP) (?:[\p{L}’ ,-]|\{\{\w+\}\})+$/u.test(text);
const isName = (text: string): boolean => /^\p{Lu}[\p{Ll}]/u.test(text);

/** Every sentence that the server's code can say to a person, each as its own translation. */
export function serverSentences(): Record<string, string> {
  const found = new Set<string>();
  for (const file of FOLDERS.flatMap(filesUnder)) {
    const code = readFileSync(path.join(root, file), 'utf8');
    collect(parseSync(file, code).program, null, code, found);
  }
  return Object.fromEntries([...found].sort().map((sentence) => [sentence, sentence]));
}

function filesUnder(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(place, name))
    .filter((file) => !LEFT_OUT.test(file))
    .sort();
}

function collect(node: Node, parent: Node | null, code: string, found: Set<string>): void {
  if (node.type === 'ImportDeclaration' || isForEngineers(node, code)) return;
  const text = textOf(node, code);
  if (text !== null && (isSentence(text) || isPhrase(text) || (isNaming(parent, code) && isName(text))))
    found.add(text);
  for (const child of childrenOf(node)) collect(child, node, code, found);
}

const childrenOf = (node: Node): Node[] =>
  (visitorKeys[node.type] ?? [])
    .flatMap((key) => (node as unknown as Record<string, Node | Node[] | null>)[key])
    .filter((child) => child !== null && child !== undefined);

const codeOf = ({ start, end }: Node, code: string): string => code.slice(start, end);

/** Logs, faults that are masked, and the help of metrics. */
const isForEngineers = (node: Node, code: string): boolean =>
  ((node.type === 'CallExpression' || node.type === 'NewExpression') &&
    FOR_ENGINEERS.test(codeOf(node.callee, code))) ||
  (node.type === 'Property' && codeOf(node.key, code) === 'help');

function isNaming(parent: Node | null, code: string): boolean {
  if (parent?.type === 'CallExpression') return NAMING.has(codeOf(parent.callee, code));
  return parent?.type === 'Property' && NAMING_PROPERTIES.has(codeOf(parent.key, code));
}

/** The text of a literal with its values as `{{names}}`; null for any other node. */
function textOf(node: Node, code: string): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? withBlanks(node.value) : null;
  if (node.type !== 'TemplateLiteral') return null;
  const [head = '', ...rest] = node.quasis.map(({ value }) => value.cooked ?? '');
  if (rest.length === 0) return withBlanks(head);
  const names = new Map<string, number>();
  const place = (expression: Node): string => {
    const name =
      /(\w+)\W*$/.exec(expression.type === 'ConditionalExpression' ? 'word' : codeOf(expression, code))?.[1] ?? 'value';
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    return `{{${name}${times > 1 ? times : ''}}}`;
  };
  return head + node.expressions.map((expression, i) => place(expression) + (rest[i] ?? '')).join('');
}

/** The findings of the checks name their values in single braces (checks/wording.ts). */
const withBlanks = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '{{$1}}');

if (require.main === module) {
  writeFileSync(FILE, `${JSON.stringify(serverSentences(), null, 2)}\n`);
  console.log(`${path.relative(root, FILE)} has what the server says`);
}
