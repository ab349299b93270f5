import { type Call } from '../model';
import { WHY } from './verdicts';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string): string => countryNames.of(code) ?? code;

/** Why a call is billed or not, in words that both sides understand. */
export function whyOf({
  verdict,
  outcome,
  answeredAt,
  callerCountry,
  boughtFrom,
}: Pick<Call, 'verdict' | 'outcome' | 'answeredAt' | 'callerCountry' | 'boughtFrom'>): string {
  if (verdict === 'UNANSWERED' && outcome === 'CANCELLED') return 'The caller gave up before the business answered.';
  if (verdict === 'FAILED' && answeredAt)
    return 'The business answered, and then the provider lost the call: how long both talked is not known, so nobody pays for it.';
  if (verdict !== 'OUT_OF_REGION' || callerCountry === null || !boughtFrom) return WHY[verdict];
  return `The caller’s number is of ${countryName(callerCountry)}. When the call came, the campaign bought from: ${boughtFrom.map(countryName).join(', ')}.`;
}
