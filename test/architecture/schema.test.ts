import {
  getNamedType,
  getNullableType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type AccessRule, accessRuleOf } from '../../server/graphql/access';
import { allResolvers, makeSchema } from '../../server/graphql/schema';
import { SIGNAL_CODES } from '../../server/modules/leads/checks/signals';

const schema: GraphQLSchema = makeSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
const rootFields = (root: 'Query' | 'Mutation' | 'Subscription'): GraphQLField<unknown, unknown>[] =>
  Object.values(
    (schema.getType(root) as never as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields(),
  );
const allRootFields = (['Query', 'Mutation', 'Subscription'] as const).flatMap((root) =>
  rootFields(root).map((field) => ({ root, field })),
);

/** The rule that a root field wears; read off the modules' own resolvers, since the schema binds them anew. */
function ruleOf(root: string, name: string): AccessRule | undefined {
  for (const resolvers of allResolvers() as Record<string, Record<string, object & { subscribe?: object }>>[]) {
    const resolver = resolvers[root]?.[name];
    if (resolver) return accessRuleOf(resolver.subscribe ?? resolver);
  }
  return undefined;
}

test('what a check can find has a name in the schema', () => {
  const names = (schema.getType('SignalCode') as GraphQLEnumType).getValues().map(({ name }) => name);
  expect(names.sort()).toEqual([...SIGNAL_CODES].sort());
});

test('every root field says who may use it', () => {
  const open = allRootFields
    .filter(({ root, field }) => !ruleOf(root, field.name))
    .map(({ root, field }) => `${root}.${field.name}`);
  expect(open).toEqual([]);
});

test('S11: the access matrix is the one that was agreed', () => {
  const matrix = allRootFields.map(({ root, field }) => {
    const rule = ruleOf(root, field.name);
    const kinds = !rule ? 'NOBODY SAID' : rule.kinds === 'anyone' ? 'anyone' : rule.kinds.join(' ');
    return `${root}.${field.name}: ${kinds}${rule && rule.roles.length > 0 ? ` (${rule.roles.join(' ')})` : ''}`;
  });
  expect(matrix.sort()).toMatchSnapshot();
});

test('every type, root field and argument object is described', () => {
  const bare: string[] = [];
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  for (const type of types) {
    const isBuiltIn = ['String', 'Boolean', 'Int', 'Float', 'ID', 'DateTime'].includes(type.name);
    const isInput = isInputObjectType(type) || isUnionType(type);
    if (
      !type.description &&
      !isBuiltIn &&
      !roots.has(type.name) &&
      !isInput &&
      !/(Edge|Connection|Payload)$/.test(type.name)
    )
      bare.push(type.name);
  }
  for (const { root, field } of allRootFields) if (!field.description) bare.push(`${root}.${field.name}`);
  expect(bare).toEqual([]);
});

test('every mutation takes one input and answers with a union of its outcomes', () => {
  const odd = rootFields('Mutation')
    .filter(({ name }) => name !== 'ping')
    .filter(({ args, type }) => args.length !== 1 || args[0]!.name !== 'input' || !isUnionType(getNamedType(type)));
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('every other member of a result union is a UserError', () => {
  const odd: string[] = [];
  for (const { type, name } of rootFields('Mutation')) {
    const union = getNamedType(type);
    if (!isUnionType(union)) continue;
    const [success, ...others] = union.getTypes();
    if (success!.getInterfaces().some((face) => face.name === 'UserError')) odd.push(`${name}: success is an error`);
    for (const member of others) {
      if (!member.getInterfaces().some((face) => face.name === 'UserError')) odd.push(`${name}: ${member.name}`);
    }
  }
  expect(odd).toEqual([]);
});

test('lists that are paged are connections with first and after', () => {
  const odd = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .filter((field) => !['first', 'after'].every((name) => field.args.some((arg) => arg.name === name)))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(odd).toEqual([]);
});

test('money is never a bare number', () => {
  const looksLikeMoney = /(price|amount|total|fee|net|gross|balance|funds|refund)$/i;
  const plain = new Set(['Int', 'Float', 'BigInt']);
  const odd = types.flatMap((type: GraphQLNamedType) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields())
      .filter((field) => looksLikeMoney.test(field.name) && plain.has(getNamedType(field.type).name))
      .map((field) => `${type.name}.${field.name}`);
  });
  expect(odd).toEqual([]);
});

/** Each with its reason: everything else on such a list would be a hole. */
const ALLOWED = new Set([
  'SetCardStatusInput.status', // the buyer's own work
  'AddNicheInput.feeBps', // an admin's mutation
  'ChangeNicheInput.feeBps', // an admin's mutation
  'SetBasePriceInput.price', // an admin's mutation
  'PriceLinesInput.isVerified', // a question about prices, nothing is stored
]);

test('S17: no input carries what only the market decides', () => {
  const decided = /^(price|fee|feeBps|owner|ownerId|status|state|sold|balance|buyerId|agencyId|isVerified)$/;
  const odd = types.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => decided.test(field.name) && !type.name.endsWith('Filter'))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(odd.filter((place) => !ALLOWED.has(place))).toEqual([]);
});

test('lists have no null members', () => {
  const odd = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => {
        const list = getNullableType(field.type);
        return isListType(list) && !isNonNullType(list.ofType);
      })
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(odd).toEqual([]);
});
