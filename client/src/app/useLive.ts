import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';

/**
 * Listens while the component is there. What comes with an id changes the cache, and so every page that shows it; `heard`
 * is for what a cache cannot know, such as a new row. After a break of the connection all shown reads are fetched anew.
 */
export function useLive<Data, Variables extends OperationVariables>(
  subscription: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { heard, isOff = false }: { heard?: (data: Data) => void; isOff?: boolean } = {},
): void {
  const options: useSubscription.Options<Data, OperationVariables> = {
    variables,
    skip: isOff,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data) heard?.(data);
    },
  };
  // The options are the same for every document; their type cannot say so for one that is not known yet.
  useSubscription(subscription as TypedDocumentNode<Data, OperationVariables>, options);
}
