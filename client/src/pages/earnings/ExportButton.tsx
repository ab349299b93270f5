import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAs } from '../../app/download';
import { wordsOf } from '../../app/useVerb';
import { DownloadButton } from '../../ui/DownloadButton';
import { gather } from './gather';
import { entryPages } from './reads';
import { statementCsv } from './statementCsv';

/** The whole statement as CSV, read to its beginning. */
export function ExportButton() {
  const { t } = useTranslation('earnings');
  const client = useApolloClient();
  const [name] = useState(() => `earnings-${new Date().toISOString().slice(0, 10)}.csv`);
  const save = async (): Promise<string | null> => {
    try {
      const entries = await gather(entryPages(client));
      saveAs(name, new Blob([statementCsv(entries)], { type: 'text/csv;charset=utf-8' }));
      return null;
    } catch (error) {
      return wordsOf(error, '');
    }
  };
  return <DownloadButton size="xs" label={t('export')} name={name} save={save} />;
}
