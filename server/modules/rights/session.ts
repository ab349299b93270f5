import { type Request } from 'express';
import { SECOND } from '../../platform/clock';
import { UserError } from '../../platform/errors';
import { openFields, readToken, signToken } from '../../platform/seal';
import { now } from '../../platform/clock';
import { type Language, type ProvenContact } from '../leads';
import { type ChallengeRow, Challenges } from './model';
import { RIGHTS } from './rules';

const PURPOSE = 'my-data';

/** A phone or an address that was proven, with itself. */
export interface OwnContact extends ProvenContact {
  value: string;
  /** What its owner asked in. */
  language: Language;
}

/** What shows for half an hour that its holder has proven these contacts. */
export const openSession = (challengeIds: readonly string[]): string =>
  signToken(PURPOSE, { ids: challengeIds }, RIGHTS.sessionMs / SECOND);

/** The token that a request has as its bearer; empty where it has none. */
export const tokenOf = ({ headers }: Request): string => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

export function challengesIn(token: string): string[] {
  const known = isToken(token) ? readToken<{ ids: string[] }>(PURPOSE, token) : null;
  return known?.ids ?? [];
}

const isToken = (token: string): boolean => token.length <= 2000 && /^[\w-]+\.[\w-]+$/.test(token);

/** The contacts that a session has proven; none where it is over, or they were erased. */
export async function contactsOf(token: string): Promise<OwnContact[]> {
  const ids = challengesIn(token);
  if (ids.length === 0) return [];
  const rows = await Challenges.find({ _id: { $in: ids }, provenAt: { $ne: null }, expiresAt: { $gt: now() } }).lean<
    ChallengeRow[]
  >();
  return rows.map(({ _id, channel, contactHash, sealed, language = 'en' }) => ({
    channel,
    hash: contactHash,
    language,
    value: openFields('rights_challenges', _id, sealed).to!,
  }));
}

/** The same for what is to be done; throws SessionOver. */
export async function requireContacts(token: string): Promise<OwnContact[]> {
  const contacts = await contactsOf(token);
  if (contacts.length === 0) throw sessionOver();
  return contacts;
}

export const sessionOver = (): UserError =>
  new UserError('SessionOver', 'The time in which you were known is over. Ask for another code. Nothing was done.');
