import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type AccessRule, accessRuleOf } from '../../server/graphql/access';
import { allResolvers, makeSchema } from '../../server/graphql/schema';

const schema = makeSchema();

type Root = 'Query' | 'Mutation' | 'Subscription';

/** A request to one root field, right by its types. */
export interface RootRequest {
  root: Root;
  name: string;
  query: string;
  variables: Record<string, unknown>;
  /** Of whom to ask; by what the field's wrapper demands. */
  actor: 'agency' | 'business' | 'admin';
  /** Nobody has to be logged in. */
  isOpen: boolean;
}

const SAMPLES: Record<string, unknown> = {
  ID: 'thing_01jd0000000000000000000000',
  String: 'some words',
  Int: 1,
  Float: 1,
  Boolean: true,
  BigInt: 5000,
  Currency: 'USD',
  ClientKey: '0b0a7b0e-6f6e-4c55-9d3e-0f6a3a4d1c11',
  DateTime: '2026-01-01T00:00:00.000Z',
  Date: '2026-01-01',
};

/** Where the type alone would be refused before anything is read. */
const BY_NAME: Record<string, unknown> = {
  email: 'someone@example.com',
  password: 'a good long password',
  newPassword: 'a good long password',
  currentPassword: 'a good long password',
  country: 'KE',
  token: 'some-token',
  nicheSlug: 'motor-insurance',
  nicheId: 'niche_motor-insurance',
  regionId: 'region_KE',
  slug: 'some-words',
  subId: 'mail-7',
  price: { minor: 5000, currency: 'USD' },
};

const META_TOKEN = 'E'.repeat(60);
const META_FORMS = [
  { formId: '1234567890', nicheId: BY_NAME.nicheId, country: 'KE', consentText: 'Insurers may call me about it.' },
];

const WISH_TERMS = {
  name: SAMPLES.String,
  filter: { nicheIds: [BY_NAME.nicheId], regionIds: [BY_NAME.regionId] },
  maxPrice: BY_NAME.price,
  dailyCount: SAMPLES.Int,
  dailyBudget: BY_NAME.price,
};

const CAMPAIGN_TERMS = {
  name: SAMPLES.String,
  nicheId: BY_NAME.nicheId,
  regionIds: [BY_NAME.regionId],
  targetUrl: 'https://www.firm.co.ke/offer',
  maxPrice: BY_NAME.price,
  timeZone: 'Africa/Nairobi',
  dayBudget: BY_NAME.price,
};

/** What more the input of a field needs before anything is read. */
const MORE: Record<string, object> = {
  quote: { listingIds: [SAMPLES.ID] },
  listLeads: { leadIds: [SAMPLES.ID] },
  createLot: { leadIds: [`${String(SAMPLES.ID)}a`, `${String(SAMPLES.ID)}b`] },
  submitLead: { phone: '+254700000001' },
  openDispute: { saleId: SAMPLES.ID },
  startForm: {
    language: 'en',
    consentText: 'Insurers may call me about my request.',
    origins: [],
    phone: 'REQUIRED',
    email: 'OPTIONAL',
    city: 'OPTIONAL',
  },
  setBasePrice: { price: BY_NAME.price },
  makeBuyingWish: { terms: WISH_TERMS },
  changeBuyingWish: { terms: WISH_TERMS },
  startCampaign: { terms: CAMPAIGN_TERMS },
  changeCampaign: { terms: CAMPAIGN_TERMS },
  createTrackedLink: { nicheId: BY_NAME.nicheId },
  eraseForPerson: { contact: BY_NAME.email },
  setNicheWords: { language: 'el' },
  addRegion: { parentId: 'region_KE', code: 'KE-99' },
  checkCertificate: { id: SAMPLES.ID },
  addMark: { value: 'firm.co.ke' },
  connectMetaPage: { pageId: '1234567890', accessToken: META_TOKEN, forms: META_FORMS },
  changeMetaForms: { forms: META_FORMS },
  renewMetaToken: { accessToken: META_TOKEN },
  askForMyData: { contact: BY_NAME.email },
  proveMyContact: { code: '123456', token: null },
  addToOwnList: { hashes: ['0'.repeat(64)] },
};

/** Arguments of fields that may be left out one by one, and not all. */
const ONE_OF: Record<string, object> = { disputeReasons: { saleId: SAMPLES.ID } };

function sampleOf({ name, type }: GraphQLArgument | GraphQLInputField): unknown {
  return BY_NAME[name] ?? sampleOfType(type);
}

function sampleOfType(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOfType(type.ofType);
  if (isListType(type)) return [sampleOfType(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return SAMPLES[type.name];
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field)]));
}

const withMore = (field: string, sample: unknown): unknown =>
  field in MORE && typeof sample === 'object' ? { ...sample, ...MORE[field] } : sample;

function ruleOf(root: Root, name: string): AccessRule {
  for (const resolvers of allResolvers() as Record<string, Record<string, object & { subscribe?: object }>>[]) {
    const resolver = resolvers[root]?.[name];
    if (resolver) return accessRuleOf(resolver.subscribe ?? resolver)!;
  }
  throw new Error(`${root}.${name} has no resolver`);
}

function actorOf({ kinds }: AccessRule): RootRequest['actor'] {
  if (kinds === 'anyone' || kinds.includes('BUSINESS')) return 'business';
  return kinds.includes('AGENCY') ? 'agency' : 'admin';
}

function requestOf(root: Root, { name, args, type }: GraphQLField<unknown, unknown>, more: object): RootRequest {
  const given = args.filter((arg) => isNonNullType(arg.type) || arg.name in more);
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return {
    root,
    name,
    query: `${root.toLowerCase()}${declared && ` (${declared})`} { ${name}${passed && `(${passed})`}${selection} }`,
    variables: { ...Object.fromEntries(given.map((arg) => [arg.name, withMore(name, sampleOf(arg))])), ...more },
    actor: actorOf(ruleOf(root, name)),
    isOpen: ruleOf(root, name).kinds === 'anyone',
  };
}

const fieldsOf = (root: Root): GraphQLField<unknown, unknown>[] =>
  Object.values(schema.getRootType(root.toLowerCase() as never)!.getFields());

/** A request to each root field. */
export const requestsTo = (root: Root): RootRequest[] =>
  fieldsOf(root).map((field) => requestOf(root, field, ONE_OF[field.name] ?? {}));

/** A request to each list of the query root for a page of so many rows. */
export const pagesOf = (first: number): RootRequest[] =>
  fieldsOf('Query')
    .filter(({ args }) => args.some(({ name }) => name === 'first'))
    .map((field) => requestOf('Query', field, { first }));

/** A selection under a type that is exactly so many fields deep and needs no arguments; null where there is none. */
export function selectionOf(typeName: string, depth: number, seen: readonly string[] = []): string | null {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return null;
  for (const field of Object.values(type.getFields())) {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) continue;
    const named = getNamedType(field.type);
    if (depth === 1 && isLeafType(named)) return field.name;
    if (depth > 1 && isObjectType(named) && seen.filter((one) => one === named.name).length < 2) {
      const below = selectionOf(named.name, depth - 1, [...seen, named.name]);
      if (below) return `${field.name} { ${below} }`;
    }
  }
  return null;
}
