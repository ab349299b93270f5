import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Actor, type World } from './world';

export interface Ears<T> {
  /** What the root field told so far, first at first. */
  heard: T[];
  refused: unknown[];
  stop(): Promise<void>;
}

/** Hears a subscription at a port of the world's server from now on. */
export async function hear<T = any>(
  { world, port }: { world: World; port: number },
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Ears<T>> {
  const heard: T[] = [];
  const refused: unknown[] = [];
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${actor.accessToken}` },
  });
  await new Promise<void>((resolve) => {
    client.on('connected', () => resolve());
    client.subscribe<Record<string, T>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (data) heard.push(Object.values(data)[0] as T);
          if (errors) refused.push(errors);
        },
        error: (error) => refused.push(error),
        complete: () => undefined,
      },
    );
  });
  // The server opens the stream after it has greeted, once it has read what it opens it by: as it reads for these.
  for (let n = 0; n < 3; n++) await world.ask(actor, '{ sessions { id } }');
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { heard, refused, stop: async () => client.dispose() };
}
