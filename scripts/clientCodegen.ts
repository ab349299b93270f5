/**
 * Writes client/src/generated/<area>.ts: the operations of each area of the web client as typed documents, checked
 * against the schema. An area is a folder with .graphql files; each gets its own file, so that a page loads its own
 * operations only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import { buildASTSchema, type DocumentNode, isAbstractType, Kind, parse, visit } from 'graphql';

const root = path.resolve(__dirname, '..');
const source = path.join(root, 'client/src');
const target = path.join(source, 'generated');

const config = {
  useTypeImports: true,
  documentNodeImport: '@apollo/client#TypedDocumentNode',
  optimizeDocumentNode: true,
  dedupeFragments: true,
  scalars: {
    DateTime: 'string',
    Date: 'string',
    BigInt: 'number | string',
    Currency: 'string',
    ClientKey: 'string',
    ID: 'string',
  },
};

interface Source {
  location: string;
  document: DocumentNode;
}

const sourcesIn = (folder: string): Source[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({
      location: path.join(folder, name),
      document: parse(readFileSync(path.join(folder, name), 'utf8')),
    }));

function schema(): DocumentNode {
  const folder = path.join(root, 'schema');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return parse(files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n'));
}

/** Names of the fragments that documents use, also those that fragments use. */
function fragmentsUsed(documents: readonly DocumentNode[], known: ReadonlyMap<string, Source>): Set<string> {
  const used = new Set<string>();
  const look = (document: DocumentNode): void => {
    visit(document, {
      FragmentSpread({ name }) {
        const found = known.get(name.value);
        if (!found || used.has(name.value)) return;
        used.add(name.value);
        look(found.document);
      },
    });
  };
  documents.forEach(look);
  return used;
}

/** The fragments of ui/, which every area may use, each as a source of its own. */
function sharedFragments(): Map<string, Source> {
  const fragments = sourcesIn(path.join(source, 'ui')).flatMap(({ location, document }) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, { location, document: { ...document, definitions: [definition] } }] as const]
        : [],
    ),
  );
  return new Map(fragments);
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [path.join(folder, entry.name)] : [],
  );

/** Each folder of pages that has operations; what is opened over a page and loaded later may lie in a folder of its own. */
function areas(): Map<string, string> {
  const pages = path.join(source, 'pages');
  const withOperations = foldersIn(pages)
    .flatMap((folder) => [folder, ...foldersIn(folder)])
    .filter((folder) => sourcesIn(folder).length > 0)
    .map((folder) => [path.basename(folder), folder] as const);
  return new Map([['app', path.join(source, 'app')], ...withOperations]);
}

function writeWhenChanged(name: string, text: string): void {
  const file = path.join(target, name);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Names of the types that fragments of documents are for. */
function typesAskedFor(documents: readonly DocumentNode[]): Set<string> {
  const asked = new Set<string>();
  for (const document of documents)
    visit(document, {
      InlineFragment: ({ typeCondition }) => void (typeCondition && asked.add(typeCondition.name.value)),
      FragmentDefinition: ({ typeCondition }) => void asked.add(typeCondition.name.value),
    });
  return asked;
}

/**
 * Which types a union or interface can be: the cache has to know, to read a fragment on one of them. Those that no fragment
 * is for are left out: the page that opens first would carry the names of all.
 */
function possibleTypes(sdl: DocumentNode, asked: ReadonlySet<string>): string {
  const built = buildASTSchema(sdl);
  const entries = Object.values(built.getTypeMap())
    .filter((type) => isAbstractType(type))
    .filter(({ name }) => asked.has(name))
    .map((type) => [type.name, built.getPossibleTypes(type).map(({ name }) => name)]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

async function main(): Promise<void> {
  const shared = sharedFragments();
  const sdl = schema();
  mkdirSync(target, { recursive: true });
  const documents = [...shared.values()].map(({ document }) => document);
  for (const [area, folder] of areas()) {
    const own = sourcesIn(folder);
    documents.push(...own.map(({ document }) => document));
    const used = fragmentsUsed(
      own.map(({ document }) => document),
      shared,
    );
    const output = await codegen({
      filename: path.join(target, `${area}.ts`),
      schema: sdl,
      documents: [...[...shared].filter(([name]) => used.has(name)).map(([, fragment]) => fragment), ...own],
      plugins: [{ operations: {} }, { typedDocuments: {} }],
      pluginMap: { operations, typedDocuments },
      config,
    });
    writeWhenChanged(`${area}.ts`, output);
  }
  writeWhenChanged('possibleTypes.ts', possibleTypes(sdl, typesAskedFor(documents)));
  console.log(`codegen: client/src/generated for ${[...areas().keys()].join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
