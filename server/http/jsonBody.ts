import { type Request } from 'express';
import { Problem } from './problems';

/** The body of a request as JSON: in UTF-8, as it is, and no larger than that. */
export const readJson = async (request: Request, mostBytes: number): Promise<unknown> =>
  jsonOf(await readJsonBytes(request, mostBytes));

/** The bytes of a body that says that it is JSON, as they came: what a signature is made over. */
export async function readJsonBytes(request: Request, mostBytes: number): Promise<Buffer> {
  requireJson(request);
  return readBytes(request, mostBytes);
}

export function jsonOf(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('json-malformed', 'The body is not UTF-8. Send it in that encoding.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem('json-malformed', 'The body cannot be read as JSON.');
  }
}

function requireJson({ headers }: Request): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/.exec(parameters.join(';')) ?? [];
  if (type.trim() !== 'application/json' || !['utf-8', 'utf8', 'us-ascii'].includes(charset))
    throw new Problem('content-type-unsupported', 'Send the body as "Content-Type: application/json", in UTF-8.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Problem('content-type-unsupported', 'Send the body as it is, without a content encoding.');
}

async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const tooLarge = (): Problem => new Problem('body-too-large', `A body has at most ${mostBytes / 1000} kB.`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when it is refused half-way: its sender is still to get the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
