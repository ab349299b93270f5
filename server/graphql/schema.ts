import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addResolversToSchema } from '@graphql-tools/schema';
import { buildASTSchema, type GraphQLSchema, isScalarType, parse } from 'graphql';
import { manifests } from '../modules';
import { projectRoot } from '../platform/projectRoot';
import { baseResolvers } from './baseResolvers';

/** The resolvers of the base and of every module, as they were written. */
export const allResolvers = (): readonly object[] => [
  baseResolvers,
  ...manifests.flatMap(({ resolvers }) => resolvers ?? []),
];

/** The fields of each type together, whichever modules they stand in. */
function mergedResolvers(): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const [type, fields] of allResolvers().flatMap((ofModule) => Object.entries(ofModule) as [string, object][])) {
    merged[type] = isScalarType(fields) ? fields : { ...merged[type], ...fields };
  }
  return merged;
}

/**
 * The contract, from the hand-written SDL of schema/ and the resolvers of the modules. That the SDL is sound is found when
 * types are made of it (scripts/codegen.ts), not at each start.
 */
export function makeSchema(): GraphQLSchema {
  const folder = path.join(projectRoot, 'schema');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const sdl = files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const unionTypes = (value: unknown): never => (value as { __typename: never }).__typename;
  const schema = addResolversToSchema({
    schema: buildASTSchema(parse(sdl.join('\n')), { assumeValidSDL: true }),
    resolvers: mergedResolvers() as never,
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
