import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { of } from 'rxjs';
import { keepRows } from '../../client/src/app/keepRows';

/** A list that somebody made longer stays so when it is fetched anew. */

const LIST = gql`
  query Rows($after: String) {
    shelf {
      id
      rows(first: 2, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** A server with rows in pages of two; it tells what it was asked for. */
function shelf() {
  const state = { ids: ['a', 'b', 'c', 'd', 'e'], asked: [] as (string | undefined)[], isDown: false };
  const server = new ApolloLink(({ variables: { after } }) => {
    state.asked.push(after);
    if (after && state.isDown) return of({ data: null, errors: [{ message: 'down' }] } as ApolloLink.Result);
    const from = after ? state.ids.indexOf(after) + 1 : 0;
    const ids = state.ids.slice(from, from + 2);
    const pageInfo = { __typename: 'PageInfo', hasNextPage: from + 2 < state.ids.length, endCursor: ids.at(-1) };
    const rows = { __typename: 'Rows', nodes: ids.map((id) => ({ __typename: 'Row', id })), pageInfo };
    return of({ data: { shelf: { __typename: 'Shelf', id: 's', rows } } });
  });
  const cache = new InMemoryCache();
  const client = new ApolloClient({ cache, link: ApolloLink.from([keepRows(cache), server]) });
  const list = client.watchQuery<any>({ query: LIST });
  list.subscribe(() => undefined);
  const shown = () => client.readQuery<any>({ query: LIST })!.shelf.rows.nodes.map(({ id }: { id: string }) => id);
  const more = () =>
    list.fetchMore({
      variables: { after: client.readQuery<any>({ query: LIST })!.shelf.rows.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { shelf } }) => ({
        shelf: { ...shelf, rows: { ...shelf.rows, nodes: [...before.shelf.rows.nodes, ...shelf.rows.nodes] } },
      }),
    });
  return { state, list, shown, more };
}

test('as many rows as are shown are fetched anew, each as it is now', async () => {
  const { state, list, shown, more } = shelf();
  await list.refetch();
  await more();
  expect(shown()).toEqual(['a', 'b', 'c', 'd']);
  state.ids = ['new', 'a', 'c', 'd', 'e'];
  state.asked = [];
  await list.refetch();
  expect(shown()).toEqual(['new', 'a', 'c', 'd']);
  expect(state.asked).toEqual([undefined, 'a']);
  await more();
  expect(shown()).toEqual(['new', 'a', 'c', 'd', 'e']);
});

test('a list that nobody made longer is asked for once', async () => {
  const { state, list, shown } = shelf();
  await list.refetch();
  state.asked = [];
  await list.refetch();
  expect(shown()).toEqual(['a', 'b']);
  expect(state.asked).toEqual([undefined]);
});

test('where a page behind the first does not come, the first stands and the rest can be asked for', async () => {
  const { state, list, shown, more } = shelf();
  await list.refetch();
  await more();
  state.isDown = true;
  await list.refetch();
  expect(shown()).toEqual(['a', 'b']);
  state.isDown = false;
  await more();
  expect(shown()).toEqual(['a', 'b', 'c', 'd']);
});
