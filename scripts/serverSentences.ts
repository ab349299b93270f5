/**
 * `npm run sentences`: writes client/src/locales/en/told.json, the sentences that the server says to people, so that a
 * translator has them all in one file. Values in a sentence are named: `{{shortfall}}`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

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
const isPhrase = (text: string): boolean => /^\p{Lu}\p{Ll}+ (?:[\p{L}’ ,-]|\{\{\w+\}\})+$/u.test(text);
const isName = (text: string): boolean => /^\p{Lu}[\p{Ll}]/u.test(text);

/** Every sentence that the server's code can say to a person, each as its own translation. */
export function serverSentences(): Record<string, string> {
  const found = new Set<string>();
  for (const file of FOLDERS.flatMap(filesUnder)) {
    const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2023, true);
    collect(source, found);
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

function collect(node: ts.Node, found: Set<string>): void {
  if (ts.isImportDeclaration(node) || isForEngineers(node)) return;
  const text = textOf(node);
  if (text !== null && (isSentence(text) || isPhrase(text) || (isNaming(node.parent) && isName(text)))) found.add(text);
  ts.forEachChild(node, (child) => collect(child, found));
}

/** Logs, faults that are masked, and the help of metrics. */
const isForEngineers = (node: ts.Node): boolean =>
  ((ts.isCallExpression(node) || ts.isNewExpression(node)) && FOR_ENGINEERS.test(node.expression.getText())) ||
  (ts.isPropertyAssignment(node) && node.name.getText() === 'help');

function isNaming(parent: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return NAMING.has(parent.expression.getText());
  return ts.isPropertyAssignment(parent) && NAMING_PROPERTIES.has(parent.name.getText());
}

/** The text of a literal with its values as `{{names}}`; null for any other node. */
function textOf(node: ts.Node): string | null {
  // The findings of the checks name their values in single braces (checks/wording.ts).
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return node.text.replaceAll(/\{(\w+)\}/g, '{{$1}}');
  if (!ts.isTemplateExpression(node)) return null;
  const names = new Map<string, number>();
  const place = (expression: ts.Expression): string => {
    const name =
      /(\w+)\W*$/.exec(ts.isConditionalExpression(expression) ? 'word' : expression.getText())?.[1] ?? 'value';
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    return `{{${name}${times > 1 ? times : ''}}}`;
  };
  return (
    node.head.text + node.templateSpans.map(({ expression, literal }) => place(expression) + literal.text).join('')
  );
}

if (require.main === module) {
  writeFileSync(FILE, `${JSON.stringify(serverSentences(), null, 2)}\n`);
  console.log(`${path.relative(root, FILE)} has what the server says`);
}
