import { urlIn } from '../../../platform/urlIn';

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}(?::\d{1,5})?$/u;

/**
 * Whether a text is where a page of the web stands: an address with http or https, or as people and files write it
 * without one (`example.com/offer`). No script, file, mail or markup is.
 */
export function isWebPage(text: string): boolean {
  if (/[\s<>"'`\\]/.test(text)) return false;
  if (!/^https?:\/\//i.test(text)) return HOST.test(text.split(/[/?#]/)[0]!);
  const url = urlIn(text);
  if (!url) return false;
  const { hostname, username, password } = url;
  // What stands before an @ is read as the host, and is none.
  return username + password === '' && /\.|^localhost$|^\[/.test(hostname);
}
