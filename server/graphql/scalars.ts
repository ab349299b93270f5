import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

const wrong = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** 64 bits: what the database stores for money. */
const LIMIT = 2n ** 63n;

function readBigInt(value: unknown): bigint {
  const isWhole = typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value));
  if (!isWhole && !(typeof value === 'string' && /^-?\d{1,19}$/.test(value))) {
    throw wrong('Give a whole number, or a string of digits.');
  }
  const whole = BigInt(value);
  if (whole >= LIMIT || whole <= -LIMIT) throw wrong('This number is too large.');
  return whole;
}

const BigIntScalar = new GraphQLScalarType({
  name: 'BigInt',
  serialize(value) {
    const whole = BigInt(value as bigint | number | string);
    return whole >= Number.MIN_SAFE_INTEGER && whole <= Number.MAX_SAFE_INTEGER ? Number(whole) : whole.toString();
  },
  parseValue: readBigInt,
  parseLiteral(node: ValueNode) {
    if (node.kind !== Kind.INT && node.kind !== Kind.STRING) throw wrong('Give a whole number.');
    return readBigInt(node.value);
  },
});

/** A scalar of strings of one shape, kept as they are. */
function textScalar(name: string, shape: RegExp, expected: string): GraphQLScalarType {
  const read = (value: unknown): string => {
    if (typeof value !== 'string' || !shape.test(value)) throw wrong(`Give ${expected}.`);
    return value;
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value as string,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Under the name of the SDL: by its own, no caller could declare a variable of it. */
const DateTime = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' });

export const scalars = {
  DateTime,
  Date: textScalar('Date', /^\d{4}-\d\d-\d\d$/, 'a day such as 2026-11-23'),
  BigInt: BigIntScalar,
  Currency: textScalar('Currency', /^[A-Z]{3}$/, 'a currency code such as USD'),
  ClientKey: textScalar('ClientKey', UUID, 'a UUID as client key'),
};
