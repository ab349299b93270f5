import { type Request } from 'express';
import { cleanButTurned } from '../checks/cleanText';

/** Why a body cannot be read, with the status that says so, and what its sender is told by it in the form's language. */
export class UnreadableForm extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    readonly word: 'broken' | 'tooMuch' | 'wrongKind',
  ) {
    super(word);
  }
}

const MOST_BYTES = 64_000;
const MOST_FIELDS = 300;

/** The fields of a form as a browser sends it, in UTF-8; of a field that is there twice the first. */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  requireForm(request);
  const pairs = textOf(await readBytes(request)).split('&');
  if (pairs.length > MOST_FIELDS) throw new UnreadableForm(413, 'tooMuch');
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    const key = decode(name);
    if (key !== '' && !fields.has(key)) fields.set(key, decode(value));
  }
  return fields;
}

function requireForm({ headers }: Request): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/.exec(parameters.join(';')) ?? [];
  if (type.trim() !== 'application/x-www-form-urlencoded') throw new UnreadableForm(415, 'wrongKind');
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) throw wrongEncoding();
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new UnreadableForm(415, 'wrongKind');
}

const wrongEncoding = () => new UnreadableForm(415, 'broken');

async function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new UnreadableForm(413, 'tooMuch');
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when it is refused half-way: its sender is still to get the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrongEncoding();
  }
}

function decode(text: string): string {
  try {
    return cleanButTurned(decodeURIComponent(text.replaceAll('+', ' ')).replace(/\r\n?/g, '\n'));
  } catch {
    throw new UnreadableForm(400, 'broken');
  }
}
