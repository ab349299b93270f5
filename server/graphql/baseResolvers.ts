import { type Resolvers } from '../generated/graphql';
import { now } from '../platform/clock';
import { formatMoney } from '../platform/money';
import { access } from './access';
import { scalars } from './scalars';

const HEARTBEAT_MS = 5000;

async function* heartbeats(): AsyncGenerator<Date> {
  for (;;) {
    yield now();
    await new Promise((resolve) => setTimeout(resolve, HEARTBEAT_MS).unref());
  }
}

export const baseResolvers: Resolvers = {
  ...scalars,
  Money: { text: (money, { locale }) => formatMoney(money, locale ?? undefined) },
  UserError: { __resolveType: (value) => (value as unknown as { __typename: never }).__typename },
  Query: { serverTime: access.anyone(() => now()) },
  Mutation: { ping: access.anyone(() => now()) },
  Subscription: { heartbeat: { subscribe: access.anyone(() => heartbeats()), resolve: (value: Date) => value } },
};
