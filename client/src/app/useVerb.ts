import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusWrongIn, placeOfKeyboard } from './focusWrong';

/** What every mutation can answer instead of doing it. */
export interface Refusal {
  __typename: string;
  message: string;
  path?: readonly string[] | null;
  /** All wrong fields of the input, the first of them as in `message` and `path`. */
  problems?: readonly Problem[] | null;
}

interface Problem {
  message: string;
  path: readonly string[];
}

type Answer = { __typename: string };

/** The refusals among the members of a result union. */
export type RefusalOf<Result> = Extract<Result, { message: string }>;
/** The payload among the members of a result union. */
export type PayloadOf<Result> = Exclude<Result, { message: string }>;

const isRefusal = <Result extends Answer>(answer: Result): answer is RefusalOf<Result> => 'message' in answer;

/**
 * What became of a mutation: done, refused for a reason, turned away before it was looked at, or lost on the way. Only of
 * one that is lost it is not known whether it was done.
 */
export type Outcome<Result> =
  | { payload: PayloadOf<Result>; refusal?: undefined }
  | { payload?: undefined; refusal: RefusalOf<Result> | Refusal };

export interface Verb<Result, Variables> {
  /** Sends it; null when the same button was pressed while the first press is on its way. */
  send(variables: Variables): Promise<Outcome<Result> | null>;
  isSending: boolean;
  /** The refusal of the last call; forgotten with the next one. */
  refusal: Refusal | null;
  forget(): void;
  /** Takes back what was said of a field, and of fields within it, that the person writes in now. */
  mended(field: string): void;
}

/**
 * A mutation whose answer is a union of its payload and its refusals. A press of a button while one is on its way does
 * nothing. A request that is lost is a refusal named `Lost`, one that was turned away is named `TurnedAway`, so that no
 * caller has to catch. Where fields of the form are wrong, the keyboard goes to the first of them.
 */
export function useVerb<Data extends object, Variables extends OperationVariables, Field extends keyof Data>(
  mutation: TypedDocumentNode<Data, Variables>,
  field: Field,
): Verb<Data[Field] & Answer, Variables> {
  type Result = Data[Field] & Answer;
  const client = useApolloClient();
  const { t } = useTranslation();
  const isUnderWay = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sentFrom = useRef<ParentNode & Node>(null);
  useEffect(() => {
    if (!sentFrom.current || Object.keys(fieldErrors(refusal)).length === 0) return;
    focusWrongIn(sentFrom.current);
    // Once for each answer: what is left of it while a field is mended does not take the keyboard away.
    sentFrom.current = null;
  }, [refusal]);

  const send = useCallback(
    async (variables: Variables): Promise<Outcome<Result> | null> => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      sentFrom.current = placeOfKeyboard();
      setIsSending(true);
      setRefusal(null);
      try {
        const { data } = await client.mutate({ mutation, variables } as Parameters<typeof client.mutate>[0]);
        const answer = (data as Data)[field] as Result;
        if (!isRefusal(answer)) return { payload: answer as PayloadOf<Result> };
        setRefusal(answer);
        return { refusal: answer };
      } catch (error) {
        const __typename = isTurnedAway(error) ? 'TurnedAway' : 'Lost';
        const lost: Refusal = { __typename, message: wordsOf(error, t('failure.offline')) };
        setRefusal(lost);
        return { refusal: lost };
      } finally {
        isUnderWay.current = false;
        setIsSending(false);
      }
    },
    [client, mutation, field, t],
  );
  const forget = useCallback(() => setRefusal(null), []);
  const mended = useCallback((field: string) => setRefusal((told) => withoutField(told, field)), []);
  return { send, isSending, refusal, forget, mended };
}

/** With these the server says that it did not even begin. */
const TURNED_AWAY: readonly unknown[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT'];

const isTurnedAway = (error: unknown): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.every(({ extensions }) => TURNED_AWAY.includes(extensions?.code));

/** What a lost request says to a person. */
export const wordsOf = (error: unknown, offline: string): string =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ message }) => message).join(' ') : offline;

const fieldOf = (path: readonly string[] | null | undefined): string =>
  (path ?? []).filter((part) => part !== 'input').join('.');

/** What a refusal says, sentence by sentence, each with the field that it is about; '' where it is about none. */
function toldBy(refusal: Refusal | null): { field: string; message: string }[] {
  if (!refusal) return [];
  const { problems, message, path } = refusal;
  if (!problems?.length) return [{ field: fieldOf(path), message }];
  return problems.map((problem) => ({ field: fieldOf(problem.path), message: problem.message }));
}

/** The server's words for fields of a form, by the field's name; the rest belongs above the form. */
export const fieldErrors = (refusal: Refusal | null): Record<string, string> =>
  Object.fromEntries(toldBy(refusal).flatMap(({ field, message }) => (field ? [[field, message]] : [])));

const isWithin = (field: string, told: string): boolean => told === field || told.startsWith(`${field}.`);

/** What is left of a refusal when a field is written anew; null where it was about nothing else. */
export function withoutField(refusal: Refusal | null, field: string): Refusal | null {
  const told = toldBy(refusal);
  if (!refusal || !told.some((each) => isWithin(field, each.field))) return refusal;
  const problems = told
    .filter((each) => !isWithin(field, each.field))
    .map((each) => ({ message: each.message, path: each.field.split('.') }));
  const [first] = problems;
  return first ? { ...refusal, ...first, problems } : null;
}

/** What a refusal says beside that which stands at fields of the form. */
export const besideFields = (refusal: Refusal | null, fields: readonly string[]): string[] => [
  ...new Set(toldBy(refusal).flatMap(({ field, message }) => (fields.includes(field) ? [] : [message]))),
];

/** A UUID also where the page has no secure origin, as on a machine of the own network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
