import { told } from './told';
import { currentToken, renewToken } from './token';

/** Saves what is at an address as a file. Null when it was; else why not, in the server's words, empty when it gave none. */
export async function download(address: string, name: string): Promise<string | null> {
  const content = await contentAt(address);
  if (typeof content === 'string') return content;
  saveAs(name, content);
  return null;
}

/** What is at an address, as this session may have it; else why not, in the server's words, empty when it gave none. */
export async function contentAt(address: string): Promise<Blob | string> {
  try {
    const response = await fetchAs(address);
    return response.ok ? await response.blob() : await messageOf(response);
  } catch {
    return '';
  }
}

/** Asks with the token at hand, and once more with a new one where that is over. */
async function fetchAs(address: string): Promise<Response> {
  const ask = (): Promise<Response> => fetch(address, { headers: { authorization: `Bearer ${currentToken()}` } });
  const response = await ask();
  if (response.status !== 401 || !(await renewToken())) return response;
  return ask();
}

async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => ({}))) as { message?: unknown };
  return typeof answer.message === 'string' ? told(answer.message) : '';
}

/** Hands content to the person as a file. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads the content after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
