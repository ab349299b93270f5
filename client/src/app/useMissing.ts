import { useState } from 'react';
import { focusWrongHere } from './focusWrong';

export interface Missing {
  isMissing: boolean;
  /** True when it is given; else its field says that it is missing, and has the keyboard. */
  isGiven(text: string): boolean;
  forget(): void;
}

/** Whether what a form cannot be sent without was left out: looked at when it is sent, forgotten when it is written. */
export function useMissing(): Missing {
  const [isMissing, setIsMissing] = useState(false);
  const isGiven = (text: string): boolean => {
    const isEmpty = text.trim() === '';
    setIsMissing(isEmpty);
    if (isEmpty) focusWrongHere();
    return !isEmpty;
  };
  return { isMissing, isGiven, forget: () => setIsMissing(false) };
}
