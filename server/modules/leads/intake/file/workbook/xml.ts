import { type Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../fileKind';

export interface XmlHandlers {
  /** `name` comes without its namespace prefix. */
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Runs an XML part through the handlers, piece by piece; yields after each piece, so that what the handlers gathered
 * can be taken and memory stays at one piece. Document types are refused: workbooks have none, attacks do.
 */
export async function* parseXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  parser.on('doctype', () => {
    throw new UnreadableFile('BROKEN_WORKBOOK');
  });
  parser.on('error', () => {
    throw new UnreadableFile('BROKEN_WORKBOOK');
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      yield bytes;
    }
    parser.write(decoder.decode());
    parser.close();
    yield bytes;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('BROKEN_WORKBOOK');
  } finally {
    stream.destroy();
  }
}

/** Runs a small XML part to its end. */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _bytes of parseXml(stream, handlers));
}
