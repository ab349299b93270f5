import type { TypedDocumentNode } from '@apollo/client';
import { useCallback, useState } from 'react';
import { newKey, useVerb, type Verb } from './useVerb';

/** Keys for what a person asks for, one act after another. */
export interface RepeatKeys {
  /** The key of what is asked: the same for as long as the same is asked and it is not done. */
  of(asked: object): string;
  /** What was asked last is done: who asks for the same again means to do it again. */
  done(): void;
}

/** Keys by which the server knows a repeat: of what was done before its answer was lost, nothing is done twice. */
export function repeatKeys(make: () => string = newKey): RepeatKeys {
  let act: { words: string; key: string } | null = null;
  return {
    of(asked) {
      const words = JSON.stringify(asked);
      if (act?.words !== words) act = { words, key: make() };
      return act.key;
    },
    done() {
      act = null;
    },
  };
}

export const useRepeatKeys = (): RepeatKeys => useState(() => repeatKeys())[0];

/** The input of a verb that takes a key, without it. */
type Keyless<Input> = { input: Omit<Input, 'clientKey'> };

/**
 * A verb as `useVerb` has it, that sends a key with each input by itself: the same input sent again after a refusal or a
 * lost answer has the same key, other input or another act after success has a new one.
 */
export function useKeyedVerb<
  Data extends object,
  Input extends { clientKey?: string | null },
  Field extends keyof Data,
>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  field: Field,
): Verb<Data[Field] & { __typename: string }, Keyless<Input>> {
  const { send, ...verb } = useVerb(mutation, field);
  const keys = useRepeatKeys();
  const sendKeyed = useCallback(
    async ({ input }: Keyless<Input>) => {
      const outcome = await send({ input: { ...input, clientKey: keys.of(input) } as Input });
      if (outcome?.payload) keys.done();
      return outcome;
    },
    [send, keys],
  );
  return { ...verb, send: sendKeyed };
}
