import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { type Sending, type Sent, sendFile } from './sendFile';

/** Where a file may be put, and how large it may be. */
export interface UploadTarget {
  uploadAddress: string;
  maxFileBytes: number | string;
}

export interface FileUpload {
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
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  const stop = useCallback(() => sending.current?.stop(), []);
  useEffect(() => stop, [stop]);

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
    return sent.kind === 'DONE';
  };
  return { send, share, problem, say: setProblem, stop };
}

const wordsFor = (sent: Exclude<Sent, { kind: 'DONE' }>, t: (key: string) => string): string =>
  sent.kind === 'REFUSED' ? sent.message : t(`file.${sent.kind}`);
