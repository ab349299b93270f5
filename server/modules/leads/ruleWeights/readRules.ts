import { examplesOf, type RuleExample } from '../checks/signalRules/examples';
import { aboutRule, SIGNAL_CODES, type SignalCode } from '../checks/signals';
import { settingsOf } from './memory';
import { type RuleWeightRow } from './model';

export interface RuleRead {
  code: SignalCode;
  version: number;
  evidence: string;
  examples: RuleExample[];
  usualWeight: number;
  isFixed: boolean;
  settings: RuleWeightRow[];
}

/** A rule with the weights that are set for it. */
export function readRule(code: SignalCode): RuleRead {
  const { weight: usualWeight, ...about } = aboutRule(code);
  return { code, ...about, examples: examplesOf(code), usualWeight, settings: settingsOf(code) };
}

export const readRules = (): RuleRead[] => SIGNAL_CODES.map(readRule);
