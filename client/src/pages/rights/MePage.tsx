import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EraseMyDataMutation } from '../../generated/rights';
import type { PayloadOf } from '../../app/useVerb';
import { PageSkeleton } from '../../ui/Page';
import { LanguageChoice } from '../confirm/LanguageChoice';
import { languageOfBrowser, usePageLanguage } from '../confirm/usePageLanguage';
import { Erased } from './Erased';
import { Held } from './Held';
import { Prove } from './Prove';
import { wordsOfRights } from './rightsWords';

type Receipt = PayloadOf<EraseMyDataMutation['eraseMyData']>['receipt'];

/** What is held of whoever reads the messages of a phone or an address: to be seen, corrected, withdrawn or erased. */
export function MePage() {
  const { t } = useTranslation('rights');
  const [chosen, choose] = useState<string | null>(null);
  const language = usePageLanguage(chosen ?? languageOfBrowser(), wordsOfRights);
  if (!language) return <PageSkeleton rows={4} />;
  return (
    <>
      <LanguageChoice label={t('language')} value={language} onChange={choose} />
      <Steps language={language} />
    </>
  );
}

function Steps({ language }: { language: string }) {
  // In memory alone: on a shared machine a reload ends it.
  const [token, setToken] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt) return <Erased receipt={receipt} />;
  if (!token) return <Prove language={language} onProven={setToken} />;
  return (
    <Held
      // What the server says of the requests is told in the language in which they were asked for.
      key={language}
      language={language}
      token={token}
      onToken={setToken}
      onOver={() => setToken(null)}
      onErased={(made) => {
        setToken(null);
        setReceipt(made);
      }}
    />
  );
}
