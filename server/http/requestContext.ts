import { parseCookie } from 'cookie';
import { type Request, type Response } from 'express';
import { type Context } from '../graphql/context';
import { makeLoaders } from '../modules';
import { liveViewer } from '../modules/accounts';
import { newId } from '../platform/ids';
import { viewerOf } from './viewerOf';

/** The context of one request over HTTP. */
export async function makeContext(request: Request, response: Response): Promise<Context> {
  const viewer = await viewerOf(request);
  const requestId = newId('req');
  response.setHeader('x-request-id', requestId);
  return {
    viewer,
    liveViewer,
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
