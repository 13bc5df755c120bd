import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { readingLimits } from './reading-limits';
import { Unreadable } from './unreadable';

const PIECE = 64 * 1024;

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  /** After each piece of the file: time to hand on what was collected. */
  piece?(readBytes: number): Promise<void>;
}

/**
 * Reads XML as it streams in. A document type is refused, so no entity is ever expanded and nothing outside the
 * file is asked for; so are bottomless nesting and endless text without a tag.
 */
export async function readXml(stream: Readable | Iterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let seen = false;
  let failure: Unreadable | null = null;
  const fail = (code: Unreadable['code']): void => {
    failure ??= new Unreadable(code);
  };
  parser.on('doctype', () => fail('file-active-content'));
  parser.on('error', () => fail('file-damaged'));
  parser.on('opentag', (tag) => {
    seen = true;
    if (failure) return;
    depth += 1;
    if (depth > readingLimits.depth) return fail('file-damaged');
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    seen = true;
    depth -= 1;
    if (!failure) handlers.close(localName(tag.name));
  });
  const text = (words: string): void => {
    if (!failure) handlers.text(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  const decoder = new TextDecoder('utf-8');
  let read = 0;
  let sinceTag = 0;
  const write = async (words: string, bytes: number): Promise<void> => {
    // Refused before the parser keeps a document type in memory.
    if (depth === 0 && words.includes('<!DOCTYPE')) throw new Unreadable('file-active-content');
    seen = false;
    parser.write(words);
    if (failure) throw failure;
    read += bytes;
    sinceTag = seen ? 0 : sinceTag + bytes;
    if (sinceTag > readingLimits.bytesBetweenTags) throw new Unreadable('file-damaged');
    await handlers.piece?.(read);
  };
  try {
    for await (const chunk of stream) {
      const whole = chunk as Buffer;
      // What was stored unpacked comes as one piece.
      for (let at = 0; at < whole.length; at += PIECE) {
        const part = whole.subarray(at, at + PIECE);
        await write(decoder.decode(part, { stream: true }), part.length);
      }
    }
    parser.close();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('file-damaged');
  }
  if (failure) throw failure as Unreadable;
}

/** "x:row" and "row" are the same to us. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
