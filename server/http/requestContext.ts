import { parseCookie } from 'cookie';
import { type Request, type Response } from 'express';
import { type Context } from '../graphql/context';
import { makeLoaders } from '../modules';
import { readAccessToken } from '../modules/accounts';
import { unauthenticated } from '../platform/errors';
import { newId } from '../platform/ids';

/** Who asks, from the bearer token. A token that was sent but does not hold is refused, never treated as nobody. */
export async function makeContext(request: Request, response: Response): Promise<Context> {
  const { authorization } = request.headers;
  const viewer = authorization === undefined ? null : await readAccessToken(authorization);
  if (authorization !== undefined && !viewer)
    throw unauthenticated('The access token is not valid any more. Refresh the session.');
  const requestId = newId('req');
  response.setHeader('x-request-id', requestId);
  return {
    viewer,
    loaders: makeLoaders(viewer),
    requestId,
    ip: request.ip ?? '',
    userAgent: request.headers['user-agent'] ?? '',
    http: {
      cookies: parseCookie(request.headers.cookie ?? ''),
      header: (name) => request.header(name),
      response,
    },
  };
}
