import { config } from '../../../config';
import { bareHost, isPublicHost } from '../../../platform/visitor/hosts';
import { urlIn } from '../../../platform/urlIn';

/** A host without what people leave out of it or put before it: case, the dot of the root, `www.`. */
const plainHost = (hostname: string): string =>
  bareHost(hostname)
    .toLowerCase()
    .replace(/^www\./, '');

/**
 * Whether an address is one of this market, however its host is spelled: with or without scheme, `www.`, another port. On
 * a machine that several programs share a host, as where this one is developed, only its own port or the path of a form
 * is the market's.
 */
export function isMarketPage(page: string): boolean {
  const address = /^https?:\/\//i.test(page) ? page : `https://${page}`;
  const own = new URL(config.publicUrl);
  const given = urlIn(address);
  if (!given) return false;
  if (plainHost(given.hostname) !== plainHost(own.hostname)) return false;
  return isPublicHost(own.hostname) || given.port === own.port || /^\/+f\//i.test(given.pathname);
}
