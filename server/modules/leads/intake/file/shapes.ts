import { isDateLike, momentOf } from '../../checks/moments';

/** What a cell's text looks like by itself, whatever its column is called. */
export type Shape =
  | 'EMPTY'
  | 'EMAIL'
  | 'PHONE'
  | 'DATE'
  | 'IP'
  | 'URL'
  | 'ID'
  | 'FLAG'
  | 'NUMBER'
  | 'NAME_WORD'
  | 'NAME'
  | 'TEXT';

const EMAIL = /^(?:mailto:)?[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/iu;
const PHONE =
  /^(?:p:|tel:|whatsapp:)?\s*(?:\+|00|\()?\s*\d[\d\s().\-/\u00a0\u2010-\u2013]{5,22}\d(?:\s*(?:x|ext\.?|доб\.?)\s*\d{1,6})?$/iu;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i;
const URL_SHAPE = /^(?:https?:\/\/|www\.)\S+$/i;
const FLAG = /^(?:true|false|yes|no|ja|nein|igen|nem|ναι|όχι|ha|yoʻq|yo'q|ҳа|йўқ|да|нет|այո|ոչ|ndiyo|hapana)$/iu;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;
const ID = /^(?:[a-z]{1,3}:\d+|[\p{L}]{1,6}[-_]?\d{2,}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,64})$/iu;
const NAME_WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’ʻʼ.-]{1,29}$/u;
const NAME = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’ʻʼ.-]*(?:\s+[\p{L}\p{M}'’ʻʼ.-]+){1,4}$/u;

/** The shape of one cell; the first that fits, from the most to the least telling. */
export function shapeOf(cell: string): Shape {
  const text = cell.trim();
  if (text === '') return 'EMPTY';
  if (text.length > 254) return 'TEXT';
  if (EMAIL.test(text)) return 'EMAIL';
  if (IP.test(text)) return 'IP';
  if (!/^\d+$/.test(text) && (momentOf(text, 'DAY_FIRST') || isDateLike(text))) return 'DATE';
  if (isPhone(text)) return 'PHONE';
  if (URL_SHAPE.test(text)) return 'URL';
  if (FLAG.test(text)) return 'FLAG';
  if (NUMBER.test(text)) return 'NUMBER';
  if (ID.test(text)) return 'ID';
  if (NAME_WORD.test(text)) return 'NAME_WORD';
  if (NAME.test(text)) return 'NAME';
  return 'TEXT';
}

/** 7 to 15 digits as E.164 allows, written as people write phones; a bare number needs at least 9 digits. */
function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  const isMarked = /^(?:p:|tel:|whatsapp:|\+|00|0|\()|[\s()/-]/i.test(text);
  return digits <= 17 && digits >= (isMarked ? 7 : 9);
}
