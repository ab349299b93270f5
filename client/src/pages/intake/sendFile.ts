import { told } from '../../app/told';
import { currentToken, renewToken } from '../../app/token';

/** How sending a file ended: the server has it, it refused it in its words, or it never arrived. */
export type Sent =
  | { kind: 'DONE' }
  | { kind: 'REFUSED'; message: string }
  | { kind: 'LOST' }
  | { kind: 'LOGGED_OUT' }
  | { kind: 'STOPPED' };

export interface Sending {
  done: Promise<Sent>;
  stop(): void;
}

/**
 * Puts the bytes of a file to the address of its batch and tells the share that has left. The token is renewed first: a
 * large file would be sent in vain with one that is over.
 */
export function sendFile(address: string, file: File, tell: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  let isStopped = false;
  const done = renewToken()
    .then((renewal): Sent | Promise<Sent> => {
      if (isStopped) return { kind: 'STOPPED' };
      return renewal ? put(request, address, file, tell) : { kind: 'LOGGED_OUT' };
    })
    .catch((): Sent => ({ kind: 'LOST' }));
  return {
    done,
    stop() {
      isStopped = true;
      request.abort();
    },
  };
}

function put(request: XMLHttpRequest, address: string, file: File, tell: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ kind: 'LOST' });
    request.onabort = () => resolve({ kind: 'STOPPED' });
    request.open('PUT', address);
    request.setRequestHeader('authorization', `Bearer ${currentToken()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 200) return { kind: 'DONE' };
  if (status === 401) return { kind: 'LOGGED_OUT' };
  try {
    const { message } = JSON.parse(responseText) as { message?: unknown };
    return typeof message === 'string' ? { kind: 'REFUSED', message: told(message) } : { kind: 'LOST' };
  } catch {
    return { kind: 'LOST' };
  }
}
