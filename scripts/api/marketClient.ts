/** A person who calls the market's API by plain HTTP, as a program outside does: with a bearer token and a refresh cookie. */
export class Caller {
  private accessToken: string | null = null;
  private cookie = '';

  constructor(readonly address: string) {}

  /** The answer of the only root field; a top-level error is thrown. A token that is over its time is renewed. */
  async ask<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    let answer = await this.post(query, variables);
    if (answer.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED' && this.cookie !== '') {
      await this.refresh();
      answer = await this.post(query, variables);
    }
    if (answer.errors?.[0])
      throw new Error(`The market answered: ${answer.errors.map(({ message }) => message).join('; ')}`);
    return Object.values(answer.data ?? {})[0] as T;
  }

  /**
   * Sends a mutation by its name and gives back the wanted fields of its payload. A refusal (any other member of the
   * result union) is thrown as `Refused`.
   */
  async mutate<T = Record<string, unknown>>(name: string, input: object, fields = '__typename'): Promise<T> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const query = `mutation ${type}($input: ${type}Input!) {
      ${name}(input: $input) { __typename ... on ${type}Payload { ${fields} } ... on UserError { message path } }
    }`;
    const answer = await this.ask<T & { __typename: string; message?: string }>(query, { input });
    if (answer.__typename === `${type}Payload`) return answer;
    throw new Refused(answer.__typename, answer.message ?? 'no message');
  }

  /**
   * Signs up a new organisation and its owner and confirms by the link, which a market gives that has no mail server.
   * Answers with the organisation's id.
   */
  async signUp(
    { password, ...person }: { name: string; email: string; password: string },
    organisation: object,
  ): Promise<string> {
    const { link } = await this.mutate<{ link: string | null }>('signUp', { person, organisation }, 'link');
    if (!link)
      throw new Error(`${this.address} mails its links, so nobody can sign up by program: unset SMTP_URL there`);
    return this.enter('confirmSignUp', { token: tokenOf(link), password });
  }

  async logIn(email: string, password: string): Promise<string> {
    return this.enter('logIn', { email, password });
  }

  async acceptInvitation(token: string, name: string, password: string): Promise<string> {
    return this.enter('acceptInvitation', { token, name, password });
  }

  private async enter(mutation: string, input: object): Promise<string> {
    const fields = 'accessToken viewer { organisation { id } }';
    const { accessToken, viewer } = await this.mutate<SignedIn>(mutation, input, fields);
    this.accessToken = accessToken;
    return viewer.organisation.id;
  }

  private async refresh(): Promise<void> {
    this.accessToken = null;
    const { accessToken } = await this.mutate<SignedIn>('refreshSession', {}, 'accessToken');
    this.accessToken = accessToken;
  }

  private async post(query: string, variables: object): Promise<GraphqlBody> {
    const headers = { 'content-type': 'application/json', 'x-leadbourse-refresh': '1', cookie: this.cookie };
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { ...headers, ...this.authorization() },
      body: JSON.stringify({ query, variables }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    return (await response.json()) as GraphqlBody;
  }

  /** Sends a request to a door that is not GraphQL; an answer that is no success is thrown. */
  async door(method: 'GET' | 'PUT' | 'POST', path: string, options: DoorOptions = {}): Promise<Response> {
    const send = (): Promise<Response> =>
      fetch(new URL(path, this.address), {
        method,
        headers: { ...options.headers, ...this.authorization() },
        redirect: 'manual',
        ...(options.body === undefined ? {} : { body: options.body }),
      });
    let response = await send();
    if (response.status === 401 && this.cookie !== '') {
      await this.refresh();
      response = await send();
    }
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  private authorization(): Record<string, string> {
    return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
  }
}

/** The token that a link of the market carries behind its #. */
export const tokenOf = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? '';

interface SignedIn {
  accessToken: string;
  viewer: { organisation: { id: string } };
}

interface GraphqlBody {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface DoorOptions {
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer> | URLSearchParams;
}

/** A mutation was refused; nothing was done. */
export class Refused extends Error {
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(`${kind}: ${message}`);
  }
}
