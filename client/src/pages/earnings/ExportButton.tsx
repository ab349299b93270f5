import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../app/useVerb';
import { gather } from './gather';
import { entryPages } from './reads';
import { statementCsv } from './statementCsv';

/** The whole statement as CSV, read to its beginning. */
export function ExportButton() {
  const { t } = useTranslation('earnings');
  const client = useApolloClient();
  const [isReading, setIsReading] = useState(false);
  const save = async (): Promise<void> => {
    setIsReading(true);
    try {
      for await (const { nodes, isDone } of gather(entryPages(client))) {
        if (isDone) saveAs(`earnings-${new Date().toISOString().slice(0, 10)}.csv`, statementCsv(nodes));
      }
    } catch (error) {
      notifications.show({ color: 'brick', message: wordsOf(error, t('common:failure.offline')) });
    } finally {
      setIsReading(false);
    }
  };
  return (
    <Button
      variant="default"
      size="xs"
      loading={isReading}
      leftSection={<Download size={14} aria-hidden />}
      onClick={() => void save()}
    >
      {t('export')}
    </Button>
  );
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
