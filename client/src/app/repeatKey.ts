import type { TypedDocumentNode } from '@apollo/client';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { told } from './told';
import { newKey, type Refusal, useVerb, type Verb } from './useVerb';

/** Keys for what a person asks for, one act after another. */
export interface RepeatKeys {
  /** The key of what is asked: the same for as long as the same is asked and it is not done. */
  of(asked: object): string;
  /** The answer to what was asked last never came: it may be done, so whatever is asked next has its key too. */
  lost(): void;
  /** What was asked last is done: who asks for the same again means to do it again. */
  done(): void;
}

/** Keys by which the server knows a repeat: of what was done before its answer was lost, nothing is done twice. */
export function repeatKeys(make: () => string = newKey): RepeatKeys {
  let act: { words: string; key: string; isLost: boolean } | null = null;
  return {
    of(asked) {
      const words = JSON.stringify(asked);
      if (!act || (act.words !== words && !act.isLost)) act = { words, key: make(), isLost: false };
      return act.key;
    },
    lost() {
      if (act) act.isLost = true;
    },
    done() {
      act = null;
    },
  };
}

export const useRepeatKeys = (): RepeatKeys => useState(() => repeatKeys())[0];

/** The input of a verb that takes a key, without it. */
type Keyless<Input> = { input: Omit<Input, 'clientKey'> };

/** So the server answers where what came first under a key was done and is not what came now. */
export const EARLIER_DONE = 'This client key was used before with other input. Nothing was done; make a new key.';

const isEarlierDone = (refusal: Refusal): boolean => refusal.message === told(EARLIER_DONE);

/**
 * A verb as `useVerb` has it, that sends a key with each input by itself: the same input sent again has the same key, other
 * input after a refusal or another act after success has a new one. After a lost answer other input has the same key, too:
 * what was sent first may be done, and then nothing more is; that is told, and only the next press is another act.
 */
export function useKeyedVerb<
  Data extends object,
  Input extends { clientKey?: string | null },
  Field extends keyof Data,
>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  field: Field,
): Verb<Data[Field] & { __typename: string }, Keyless<Input>> {
  const { t } = useTranslation();
  const { send, refusal, ...verb } = useVerb(mutation, field);
  const keys = useRepeatKeys();
  const sendKeyed = useCallback(
    async ({ input }: Keyless<Input>) => {
      const outcome = await send({ input: { ...input, clientKey: keys.of(input) } as Input });
      if (outcome?.payload || (outcome?.refusal && isEarlierDone(outcome.refusal))) keys.done();
      else if (outcome?.refusal?.__typename === 'Lost') keys.lost();
      return outcome;
    },
    [send, keys],
  );
  const isTold = refusal !== null && isEarlierDone(refusal);
  return { ...verb, refusal: isTold ? { ...refusal, message: t('failure.earlierDone') } : refusal, send: sendKeyed };
}
