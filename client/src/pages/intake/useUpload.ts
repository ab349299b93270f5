import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { told } from '../../app/told';
import { wrongKindOf } from './fileKind';
import { type Sending, type Sent, sendFile } from './sendFile';

/** Where a file may be put, and how large it may be. */
export interface UploadTarget {
  uploadAddress: string;
  maxFileBytes: number | string;
}

export interface FileUpload {
  /** Looks at the beginning of a file and says why it can be no table of leads; true when it may be one. */
  look(file: File): Promise<boolean>;
  /** Sends the file; true when the server has read it. */
  send(target: UploadTarget, file: File): Promise<boolean>;
  /** The share that has left, 0 to 1; null while nothing is being sent. */
  share: number | null;
  /** Why the last file was not taken, in words. */
  problem: string | null;
  say(problem: string | null): void;
  stop(): void;
}

/** The way of one file to the server, with its progress; leaving the page stops it. */
export function useUpload(): FileUpload {
  const { t } = useTranslation('intake');
  const { number } = useFormats();
  const client = useApolloClient();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  const stop = useCallback(() => sending.current?.stop(), []);
  useEffect(() => stop, [stop]);
  useStayWhile(share !== null);

  const looked = useRef<File | null>(null);
  const look = async (file: File): Promise<boolean> => {
    looked.current = file;
    // The server has the last word: what cannot be read here is told when it is sent.
    const wrongKind = await wrongKindOf(file).catch(() => null);
    if (looked.current === file) setProblem(wrongKind && told(wrongKind));
    return wrongKind === null;
  };
  const send = async ({ uploadAddress, maxFileBytes }: UploadTarget, file: File): Promise<boolean> => {
    if (file.size > Number(maxFileBytes)) {
      setProblem(t('file.tooLarge', { size: number(Math.floor(Number(maxFileBytes) / 1024 / 1024)) }));
      return false;
    }
    setProblem(null);
    setShare(0);
    sending.current = sendFile(uploadAddress, file, setShare);
    const sent = await sending.current.done;
    setShare(null);
    if (sent.kind !== 'DONE') setProblem(wordsFor(sent, t));
    // Any request notices that the session is over, and leads to the login and back.
    if (sent.kind === 'LOGGED_OUT') void client.refetchQueries({ include: 'active' });
    return sent.kind === 'DONE';
  };
  return { look, send, share, problem, say: setProblem, stop };
}

const wordsFor = (sent: Exclude<Sent, { kind: 'DONE' }>, t: (key: string) => string): string =>
  sent.kind === 'REFUSED' ? sent.message : t(`file.${sent.kind}`);

/** Asks before the tab is closed or reloaded while a file is on its way. */
function useStayWhile(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: Event): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
}
