import { bareHost, isPublicHost } from './visitor/hosts';
import { urlIn } from './urlIn';

const LONGEST_CHARS = 2000;

/** Ports of mail, files and machines, which no browser opens: whoever is sent there sees nothing (fetch.spec.whatwg.org). */
const CLOSED_PORTS = new Set(
  [
    [1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110],
    [111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532],
    [540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061],
    [0, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
  ].flatMap((ports) => ports.map(String)),
);

/**
 * A text as the address of a public page of the web, or why it is none. Only http and https, a public name or a public
 * address of the network, and nothing that names a login: whoever is sent there is never sent inside.
 */
export function webTarget(text: string, ownHost: string): { url: string } | { fault: string } {
  const given = text.trim();
  if (given.length > LONGEST_CHARS) return { fault: 'At most 2,000 characters.' };
  const url = /^https?:\/\//i.test(given) ? urlIn(given) : null;
  if (!url) return { fault: 'Give the address of a page, beginning with https:// (or http://).' };
  if (url.username || url.password) return { fault: 'The address may not hold a user name or password.' };
  if (CLOSED_PORTS.has(url.port))
    return { fault: `No browser opens a page at port ${url.port}. Give another address.` };
  if (bareHost(url.hostname).toLowerCase() === ownHost.toLowerCase())
    return { fault: 'The address is one of the market itself. Give a page of your own.' };
  if (!isPublicHost(url.hostname)) return { fault: 'The address leads to no public page of the web.' };
  return { url: url.href };
}
