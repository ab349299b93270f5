import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { type GraphQLSchema } from 'graphql';
import { manifests } from '../modules';
import { projectRoot } from '../platform/projectRoot';
import { baseResolvers } from './baseResolvers';

/** The resolvers of the base and of every module, as they were written. */
export const allResolvers = (): readonly object[] => [
  baseResolvers,
  ...manifests.flatMap(({ resolvers }) => resolvers ?? []),
];

/** The contract, from the hand-written SDL of schema/ and the resolvers of the modules. */
export function makeSchema(): GraphQLSchema {
  const folder = path.join(projectRoot, 'schema');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const unionTypes = (value: unknown): never => (value as { __typename: never }).__typename;
  const schema = makeExecutableSchema({
    typeDefs: files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8')),
    resolvers: allResolvers() as never,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
    inheritResolversFromInterfaces: false,
  });
  // Every member of a union or interface carries its own __typename (see outcome).
  for (const type of Object.values(schema.getTypeMap())) {
    if ('resolveType' in type && !type.resolveType) type.resolveType = unionTypes;
    // A scalar's implementation replaces its definition; the words of the SDL are put back.
    type.description ??= type.astNode?.description?.value;
  }
  return schema;
}
