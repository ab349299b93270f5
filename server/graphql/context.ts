import type { Response } from 'express';
import { type Loaders } from '../modules';
import { type liveViewer } from '../modules/accounts';
import type { Viewer } from './viewer';

export type { Loaders, Viewer };

/** What every resolver gets: made anew for each request and each subscription event. */
export interface Context {
  viewer: Viewer | null;
  /** The viewer for a call that changes something, once the database said that session, role and organisation stand. */
  liveViewer: typeof liveViewer;
  loaders: Loaders;
  requestId: string;
  ip: string;
  userAgent: string;
  /** The session cookie and the proof header are read and written here; null on a socket. */
  http: {
    cookies: Record<string, string | undefined>;
    header(name: string): string | undefined;
    response: Response;
  } | null;
}

/** The context inside a wrapper that demands a login. */
export type SignedInContext = Context & { viewer: Viewer };
