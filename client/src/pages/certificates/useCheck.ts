import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../app/useVerb';
import { CheckCertificateDocument } from '../../generated/certificates';
import type { Check } from './Verdict';

/** Larger than any certificate; the server takes no more. */
const MOST_BYTES = 90_000;

/** Checks what is dropped; of several files one after another only the last counts. */
export function useCheck() {
  const client = useApolloClient();
  const { t } = useTranslation('certificates');
  const [check, setCheck] = useState<Check | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const latest = useRef<File>(undefined);
  const take = useCallback(
    async (file: File): Promise<void> => {
      latest.current = file;
      setCheck(null);
      setFault(null);
      if (file.size > MOST_BYTES) return setFault(t('check.tooLarge'));
      setIsChecking(true);
      const found = await ask(file);
      if (latest.current !== file) return;
      setIsChecking(false);
      if (typeof found === 'string') setFault(found);
      else setCheck(found);

      async function ask(dropped: File): Promise<Check | string> {
        try {
          const { data } = await client.query({
            query: CheckCertificateDocument,
            variables: { input: { file: await dropped.text() } },
            fetchPolicy: 'no-cache',
          });
          const answer = data!.checkCertificate;
          return answer.__typename === 'CheckCertificatePayload' ? answer : answer.message;
        } catch (error) {
          return wordsOf(error, t('common:failure.offline'));
        }
      }
    },
    [client, t],
  );
  return { check, fault, isChecking, take };
}
