import { type ProofChannel } from '../rules';
import { consentRules } from './signalRules/consentRules';
import { contactRules } from './signalRules/contactRules';
import { factRules } from './signalRules/factRules';
import { nameRules } from './signalRules/nameRules';
import { peopleRules } from './signalRules/peopleRules';
import { robotRules } from './signalRules/robotRules';
import { type SignalRule } from './signalRules/signalRule';

/**
 * Every signal that a check can give, with the weight by which it speaks against a lead. The sum of the weights decides
 * (`decide` in rules.ts). Evidence is what a buyer reads in a dispute, so it never repeats the contact; the cure is
 * what the agency reads in its report. Change a weight or a rule: raise RULE_VERSION, which every stored signal carries.
 */
export const RULE_VERSION = 20;

const RULES = {
  ...contactRules,
  ...nameRules,
  ...consentRules,
  ...factRules,
  ...peopleRules,
  ...robotRules,
};

export type SignalCode = keyof typeof RULES;

type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

/** What is filled into the evidence of a rule. */
export type PlaceIn<Code extends SignalCode> = PlacesIn<(typeof RULES)[Code]['evidence']>;

export const SIGNAL_CODES = Object.keys(RULES) as SignalCode[];

/** What one check found in one row, before it is stored. */
export interface Finding {
  code: SignalCode;
  weight: number;
  evidence: string;
  cure: string;
}

const fill = (text: string, words: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);

/** A finding of that code, its sentences filled with words that must not be personal data. */
export function finding(code: SignalCode, words: Record<string, string> = {}): Finding {
  const { weight, evidence, cure } = RULES[code];
  return { code, weight, evidence: fill(evidence, words), cure: fill(cure, words) };
}

/** The same findings at the weight they have when the person can still be reached by another channel. */
export const whenReachable = (findings: readonly Finding[]): Finding[] =>
  findings.map((found) => ({
    ...found,
    weight: (RULES[found.code] as SignalRule).weightWhenReachable ?? found.weight,
  }));

const ruleOf = (code: string): SignalRule | undefined => (RULES as Record<string, SignalRule>)[code];

/** Whether an agency is told of a finding: of what weighs nothing only where it can do something about it. */
export const isTold = ({ code, weight }: Finding): boolean => weight > 0 || ruleOf(code)?.isTold === true;

/** Whether a signal tells of the form that brought a lead, so that it stands for all its leads and for none of them. */
export const isOfForm = (code: string): boolean => ruleOf(code)?.isOfForm === true;

/** Whether a signal tells that a program may have sent a request. */
export const isOfRobots = (code: string): boolean => Object.hasOwn(robotRules, code);

/** Whether the person of a lead refutes such a finding by answering on this channel. */
export function isRefutedOn(code: SignalCode, channel: ProofChannel): boolean {
  const refutedOn = ruleOf(code)?.refutedOn;
  return refutedOn === channel || refutedOn === 'ANY';
}

/** What admins are told of a rule. */
export function aboutRule(code: SignalCode): { version: number; weight: number; evidence: string; isFixed: boolean } {
  const { version, weight, evidence, isFixed = false }: SignalRule = RULES[code];
  return { version, weight, evidence, isFixed };
}

/** Fiction contacts are a warning where trials are allowed and a refusal in production. */
export const asRefusal = (found: Finding): Finding => ({ ...found, weight: 100 });

/** Whether a finding is of the name; that the whole is a trial is told by more than that. */
export const isOfName = (code: string): boolean => Object.hasOwn(nameRules, code) && code !== 'TEST_LEAD';

/** Whether a finding is of what a phone or an e-mail tells by itself. */
export const isOfContact = (code: string, channel: ProofChannel): boolean =>
  Object.hasOwn(contactRules, code) && code.startsWith(`${channel}_`);

/** The phone or the e-mail that a finding calls a likely slip, or one that reaches nobody; null of all other findings. */
export function doubtsContact(code: SignalCode): ProofChannel | null {
  const refutedOn = Object.hasOwn(contactRules, code) ? ruleOf(code)?.refutedOn : undefined;
  return refutedOn === undefined || refutedOn === 'ANY' ? null : refutedOn;
}

/** Whether a finding tells of other people with the same contact, or of a program that sent it. */
export const isOfSender = (code: string): boolean => Object.hasOwn(peopleRules, code) || isOfRobots(code);
