import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadedBatch } from './batch';
import { FileDrop } from './FileDrop';
import { useUpload } from './useUpload';

/** A batch that was begun and still has no file: here it is sent. */
export function SendFile({ batch, onSent }: { batch: UploadedBatch; onSent: () => void }) {
  const { t } = useTranslation('intake');
  const upload = useUpload();
  const [file, setFile] = useState<File | null>(null);
  const send = async (): Promise<void> => {
    if (!file) return upload.say(t('file.missing'));
    if ((await upload.look(file)) && (await upload.send(batch, file))) onSent();
  };
  return (
    <div style={{ maxWidth: 640 }}>
      <Text mb="sm">{t('sendFile.text')}</Text>
      <FileDrop file={file} onFile={setFile} upload={upload} />
      <Button mt="md" fullWidth loading={upload.share !== null} onClick={() => void send()}>
        {t('start.send')}
      </Button>
    </div>
  );
}
