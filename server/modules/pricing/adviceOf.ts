import { type QualityFigure } from './qualityRules';

const KEEP: Readonly<Record<QualityFigure, string>> = {
  REFUNDED: 'Keep it so: answer each claim in time, and leave out leads that you would not buy yourself.',
  ACCEPTED: 'Keep it so: correct what the report of a file says before you send the next one.',
  VERIFIED: 'Keep it so: verified leads sell dearer and are disputed less.',
};

const RAISE: Readonly<Record<QualityFigure, string>> = {
  REFUNDED: 'This lowers your price, until more leads, calls or days of clicks go without a refund.',
  ACCEPTED: 'This lowers your price: correct what the report of a file says before you send the next one.',
  VERIFIED: 'This lowers your price, until more of your accepted leads have a confirmed e-mail or phone.',
};

/** What an agency can do about a figure: of one that lowers its price also where no grade is left above its own. */
export function adviceOf(code: QualityFigure, effect: number, needed: number | null, grade: string | null): string {
  if (grade === null) return effect < 0 ? RAISE[code] : KEEP[code];
  if (needed === null) return `This alone does not lift you to grade ${grade}; together with the others it helps.`;
  if (code === 'REFUNDED')
    return `${needed} more leads, calls or days of clicks without a refund lift you to grade ${grade}.`;
  return code === 'ACCEPTED'
    ? `${needed} more leads that are accepted, with none refused, lift you to grade ${grade}.`
    : `${needed} more accepted leads with a confirmed e-mail or phone lift you to grade ${grade}.`;
}
