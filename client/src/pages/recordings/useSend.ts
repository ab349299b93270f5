import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '../intake/sendFile';

/** The way of a recording's sound to the server: its share that has left, and why it was refused. */
export function useSend() {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (address: string, file: File): Promise<boolean> => {
    setProblem(null);
    setShare(0);
    const sent = await sendFile(address, file, setShare).done;
    setShare(null);
    if (sent.kind === 'DONE') return true;
    setProblem(sent.kind === 'REFUSED' ? sent.message : t('failure.offline'));
    return false;
  };
  return { share, problem, send };
}
