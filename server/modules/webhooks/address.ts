import { config } from '../../config';
import { isPublicAddress } from '../../platform/visitor/hosts';
import { invalidInput } from '../../platform/errors';
import { addressesIn, whereLeads } from '../../platform/hostNames';
import { together } from '../../platform/inputs';
import { urlIn } from '../../platform/urlIn';
import { webTarget } from '../../platform/webTarget';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether programs on this very machine may be told: in development that nobody else reaches. */
const isOwnMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && LOOPBACK.has(hostname) && !config.isProduction && !config.isOpenToNetwork;

const HTTPS_ONLY = 'Give an address that begins with https://: messages are not sent in the open.';

/** A text as an address that may be told, or why it is none. */
async function addressIn(text: string): Promise<{ url: string } | { fault: string }> {
  const given = text.trim();
  const url = urlIn(given);
  if (url && isOwnMachine(url) && !url.username && !url.password) return { url: url.href };
  if (!url || !/^https?:\/\//i.test(given)) return { fault: HTTPS_ONLY };
  const read = webTarget(given, new URL(config.publicUrl).hostname);
  if ('fault' in read) return read;
  if (url.protocol !== 'https:') return { fault: HTTPS_ONLY };
  const { fault } = await whereLeads(read.url);
  return fault === null ? read : { fault };
}

/**
 * An address that may be told, and what else is given with it by `readRest`: what is wrong with either is told together.
 * Throws InvalidInput.
 */
export async function withAddress<T>(text: string, readRest: () => T): Promise<T & { url: string }> {
  const address = await addressIn(text);
  const [rest, url] = together(readRest, () => {
    if ('fault' in address) throw invalidInput(address.fault, ['url']);
    return address.url;
  });
  return { ...rest, url };
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
