import { config } from '../../config';
import { isPublicAddress } from '../../platform/visitor/hosts';
import { invalidInput } from '../../platform/errors';
import { addressesIn, whereLeads } from '../../platform/hostNames';
import { urlIn } from '../../platform/urlIn';
import { webTarget } from '../../platform/webTarget';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether programs on this very machine may be told: in development that nobody else reaches. */
const isOwnMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && LOOPBACK.has(hostname) && !config.isProduction && !config.isOpenToNetwork;

/** A text as an address that may be told. Throws InvalidInput. */
export async function readAddress(text: string): Promise<string> {
  const url = urlIn(text.trim());
  if (url && isOwnMachine(url) && !url.username && !url.password) return url.href;
  const read = webTarget(text, new URL(config.publicUrl).hostname);
  if ('fault' in read) throw invalidInput(read.fault, ['url']);
  if (!read.url.startsWith('https:'))
    throw invalidInput('Give an address that begins with https://: messages are not sent in the open.', ['url']);
  const { fault } = await whereLeads(read.url);
  if (fault) throw invalidInput(fault, ['url']);
  return read.url;
}

/** Nothing is sent where the name leads now. */
export class LeadsInside extends Error {}

/**
 * The addresses of the network that a message may be sent to now. They are asked for at each attempt and connected to as
 * answered, so that a name which changes its address leads nobody inside. Throws LeadsInside.
 */
export async function whereTo(url: URL): Promise<readonly string[]> {
  if (isOwnMachine(url)) return ['127.0.0.1', '::1'];
  const addresses = await addressesIn(url.href);
  if (addresses?.some((address) => !isPublicAddress(address))) throw new LeadsInside();
  return addresses ?? [];
}
