/**
 * The visitors of the benchmark, a process of its own: so many connections that stay open, each with one request after the
 * other. It reads no more of an answer than where it ends, so that the server is what is measured.
 */
import { connect, type Socket } from 'node:net';

export interface LoadOrder {
  port: number;
  paths: string[];
  connections: number;
  ms: number;
}

export interface LoadDone {
  /** Answers a second. */
  perSecond: number;
  /** How long each took, in ms. */
  milliseconds: number[];
  /** Answers that were no 302. */
  others: number;
}

const AGENTS = [
  'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
];

/** Where the first answer in a text ends, as node writes them; -1 while it is not whole. */
function endOfAnswer(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return -1;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1];
  if (length !== undefined) {
    const end = head + 4 + Number(length);
    return text.length >= end ? end : -1;
  }
  const end = text.indexOf('0\r\n\r\n', head + 4);
  return end === -1 ? -1 : end + 5;
}

function load({ port, paths, connections, ms }: LoadOrder): Promise<LoadDone> {
  const milliseconds: number[] = [];
  let others = 0;
  let turn = 0;
  const startedAt = performance.now();
  const until = startedAt + ms;
  const one = (place: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1');
      socket.setEncoding('latin1').setNoDelay(true);
      let sentAt = 0;
      let text = '';
      const send = (): void => {
        turn += 1;
        sentAt = performance.now();
        const path = `${paths[turn % paths.length]}?s=mail-${turn % 10}`;
        const agent = AGENTS[(place + turn) % AGENTS.length];
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: ${agent}\r\nAccept: text/html\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\n\r\n`,
        );
      };
      socket.on('connect', send).on('error', reject);
      socket.on('data', (more: string) => {
        text += more;
        const end = endOfAnswer(text);
        if (end === -1) return;
        if (!text.startsWith('HTTP/1.1 302')) others += 1;
        text = text.slice(end);
        const at = performance.now();
        milliseconds.push(at - sentAt);
        if (at < until) return send();
        socket.destroy();
        resolve();
      });
    });
  return Promise.all(Array.from({ length: connections }, (_, place) => one(place))).then(() => ({
    perSecond: (milliseconds.length * 1000) / (performance.now() - startedAt),
    milliseconds,
    others,
  }));
}

process.on('message', (order: LoadOrder) => {
  load(order).then(
    (done) => process.send?.(done),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
