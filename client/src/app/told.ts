import type { Told } from './toldIn';

let current: Told | null = null;

/** From now on the server's sentences are told so; null for the server's own English. */
export function tellBy(told: Told | null): void {
  current = told;
}

/** A sentence of the server in the language of the page. */
export const told = (text: string): string => current?.(text) ?? text;

/** The fields of the API in which the server speaks to a person, and not people to each other. */
const SPOKEN = new Set(['message', 'label', 'why', 'claim', 'title', 'text', 'evidence', 'advice', 'violations']);

/** Tells all sentences of an answer of the API, in place: before it is kept, so that no page has to think of it. */
export function tellWithin(answer: unknown): void {
  if (!current || typeof answer !== 'object' || answer === null) return;
  for (const [key, value] of Object.entries(answer)) {
    if (typeof value === 'string' && SPOKEN.has(key)) (answer as Record<string, unknown>)[key] = told(value);
    else tellWithin(value);
  }
}
