/** Writes server/generated/graphql.ts: TypeScript types of the schema and its resolvers, from schema/*.graphql. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';

const root = path.resolve(__dirname, '..');
const target = path.join(root, 'server/generated/graphql.ts');

/**
 * Row types by GraphQL type, as each module declares them in its mappers.json (paths relative to server/generated).
 * Each is imported as `<Type>Row`, so that a row type may bear the name of its GraphQL type.
 */
function readMappers(): Record<string, string> {
  const modules = path.join(root, 'server/modules');
  const files = readdirSync(modules).map((name) => path.join(modules, name, 'mappers.json'));
  const declared = files
    .filter((file) => existsSync(file))
    .flatMap((file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  return Object.fromEntries(
    declared.map(([type, place]) => [type, place.includes(' as ') ? place : `${place} as ${type}Row`]),
  );
}

async function main(): Promise<void> {
  const folder = path.join(root, 'schema');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const sdl = files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const scalars = {
    DateTime: 'Date',
    Date: 'string',
    BigInt: 'bigint',
    Currency: 'string',
    ClientKey: 'string',
    ID: 'string',
  };
  const config = {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars,
    contextType: '../graphql/context#Context',
    mappers: { Money: '../platform/money#Money as MoneyValue', ...readMappers() },
    resolversNonOptionalTypename: false,
    makeResolverTypeCallable: true,
    avoidOptionals: false,
    maybeValue: 'T | null',
    inputMaybeValue: 'T | null | undefined',
  };
  const output = await codegen({
    filename: target,
    schema: parse(sdl.join('\n')),
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
    config,
  });
  mkdirSync(path.dirname(target), { recursive: true });
  if (!existsSync(target) || readFileSync(target, 'utf8') !== output) writeFileSync(target, output);
  console.log(`codegen: ${files.length} schema files -> server/generated/graphql.ts`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
