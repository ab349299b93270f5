import { type GraphQLResolveInfo, getNamedType, isUnionType } from 'graphql';
import { badUserInput, UserError } from '../platform/errors';

/**
 * Turns a verb into a resolver of a result union: its answer becomes the member `success`, a thrown UserError becomes
 * the member that carries its name. A refusal that the union does not list is a top-level BAD_USER_INPUT.
 */
export function outcome<S extends string, P, A, C, T extends object>(
  success: S,
  verb: (parent: P, args: A, context: C, info: GraphQLResolveInfo) => Promise<T> | T,
) {
  return async (parent: P, args: A, context: C, info: GraphQLResolveInfo): Promise<T & { __typename: S }> => {
    try {
      return { ...(await verb(parent, args, context, info)), __typename: success };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (!isMember(info, error.typename)) throw badUserInput(error.message);
      // The caller's type stays that of success: a member of the union is told apart by its __typename only.
      return { __typename: error.typename, message: error.message, path: error.path, ...error.fields } as never;
    }
  };
}

function isMember(info: GraphQLResolveInfo, typename: string): boolean {
  const type = getNamedType(info.returnType);
  return isUnionType(type) && type.getTypes().some(({ name }) => name === typename);
}
