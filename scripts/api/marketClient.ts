/** A caller of the market's API by plain HTTP, as any program outside would be. */
export class MarketClient {
  constructor(readonly address: string) {}

  /** The answer of the only root field; a top-level error is thrown. */
  async ask<T = Record<string, unknown>>(query: string, variables: object = {}, token?: string): Promise<T> {
    const { data, errors } = await this.post(query, variables, token);
    if (errors?.[0]) throw new Error(`The market answered: ${errors.map(({ message }) => message).join('; ')}`);
    return Object.values(data ?? {})[0] as T;
  }

  /** The payload of a mutation; a refusal (any other member of its result union) is thrown with its message. */
  async mutate<T = Record<string, unknown>>(query: string, input: object, token?: string): Promise<T> {
    const answer = await this.ask<T & { __typename: string; message?: string }>(query, { input }, token);
    if (answer.__typename.endsWith('Payload')) return answer;
    throw new Refused(answer.__typename, answer.message ?? 'no message');
  }

  private async post(query: string, variables: object, token?: string): Promise<GraphqlBody> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlBody;
  }

  /** Sends a request to a door that is not GraphQL; an answer that is no success is thrown. */
  async door(method: 'GET' | 'PUT' | 'POST', path: string, options: DoorOptions = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.address), {
      method,
      headers: { ...options.headers, ...bearer(options.token) },
      redirect: 'manual',
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

interface GraphqlBody {
  data?: Record<string, unknown>;
  errors?: { message: string }[];
}

export interface DoorOptions {
  token?: string;
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer> | URLSearchParams;
}

const bearer = (token?: string): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

/** A mutation was refused; nothing was done. */
export class Refused extends Error {
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(`${kind}: ${message}`);
  }
}
