import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { forbidden, suspended, unauthenticated } from '../platform/errors';
import { type Context, type SignedInContext } from './context';
import { type OrganisationKind, type Role, type Viewer } from './viewer';

type Resolve<P, A, C, R> = (parent: P, args: A, context: C, info: GraphQLResolveInfo) => R;
type Guarded<R> = Promise<Awaited<R>>;

/** What a root field demands, kept beside the resolver so that the access matrix can be read off the schema. */
export interface AccessRule {
  kinds: readonly OrganisationKind[] | 'anyone';
  roles: readonly Role[];
}

const rules = new WeakMap<object, AccessRule>();

/** The rule of a wrapped resolver; undefined when it was never wrapped, which the architecture test refuses. */
export const accessRuleOf = (resolver: object): AccessRule | undefined => rules.get(resolver);

function mayPass(rule: AccessRule, viewer: Viewer): boolean {
  if (rule.kinds !== 'anyone' && !rule.kinds.includes(viewer.organisationKind)) return false;
  if (rule.roles.length === 0) return true;
  return rule.roles.includes(viewer.role) || (viewer.organisationKind === 'PLATFORM' && viewer.role === 'ADMIN');
}

function demand(kinds: readonly OrganisationKind[], roles: readonly Role[], alsoSuspended = false) {
  const rule: AccessRule = { kinds, roles };
  return <P, A, R>(resolve: Resolve<P, A, SignedInContext, R>) => {
    const guarded = async (parent: P, args: A, context: Context, info: GraphQLResolveInfo): Guarded<R> => {
      const { viewer } = context;
      if (!viewer) throw unauthenticated();
      if (!mayPass(rule, viewer)) throw forbidden();
      if (info.operation.operation !== OperationTypeNode.MUTATION) {
        return await resolve(parent, args, context as SignedInContext, info);
      }
      if (!alsoSuspended && viewer.organisationStatus === 'SUSPENDED') {
        throw suspended();
      }
      const live = await context.liveViewer(viewer, { evenSuspended: alsoSuspended });
      return await resolve(parent, args, { ...context, viewer: live }, info);
    };
    rules.set(guarded, rule);
    return guarded;
  };
}

function anyone<P, A, R>(resolve: Resolve<P, A, Context, R>) {
  const open = async (parent: P, args: A, context: Context, info: GraphQLResolveInfo): Guarded<R> =>
    await resolve(parent, args, context, info);
  rules.set(open, { kinds: 'anyone', roles: [] });
  return open;
}

const EVERY_KIND: readonly OrganisationKind[] = ['AGENCY', 'BUSINESS', 'PLATFORM'];

/** Every root field wears one of these. No roles named means every role of that kind of organisation. */
export const access = {
  anyone,
  signedIn: demand(EVERY_KIND, []),
  /** A person and their own login: sessions, password, switching. A suspended organisation does not take this away. */
  person: demand(EVERY_KIND, [], true),
  members: (...roles: Role[]) => demand(['AGENCY', 'BUSINESS'], roles),
  agency: (...roles: Role[]) => demand(['AGENCY'], roles),
  /** For what an agency may lose money by leaving undone: a suspension does not take it away. */
  agencyEvenSuspended: (...roles: Role[]) => demand(['AGENCY'], roles, true),
  business: (...roles: Role[]) => demand(['BUSINESS'], roles),
  /** The same for a business. */
  businessEvenSuspended: (...roles: Role[]) => demand(['BUSINESS'], roles, true),
  admin: (...roles: Role[]) => demand(['PLATFORM'], roles),
  /** Any of the kinds, for reads that show each side its own part. */
  kinds: (...kinds: OrganisationKind[]) => demand(kinds, []),
};

type StreamOf<T> = AsyncIterable<T> | Promise<AsyncIterable<T>>;

/** A subscription: `wrap` is one of `access`, `subscribe` opens the stream, each value is the field's answer. */
export function subscription<A, T>(
  wrap: (
    resolve: Resolve<unknown, A, SignedInContext, StreamOf<T>>,
  ) => Resolve<unknown, A, Context, Promise<AsyncIterable<T>>>,
  subscribe: Resolve<unknown, A, SignedInContext, StreamOf<T>>,
) {
  return {
    subscribe: wrap(subscribe),
    resolve: (value: T): T => value,
  };
}
