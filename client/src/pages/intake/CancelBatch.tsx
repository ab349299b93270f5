import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { CancelUploadedBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import type { UploadedBatch } from './batch';

/** Gives a batch up, after saying what stays; nothing for one that is over. */
export function CancelBatch({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const [isOpen, dialog] = useDisclosure(false);
  const verb = useVerb(CancelUploadedBatchDocument, 'cancelBatch');
  if (batch.state === 'IMPORTED' || batch.state === 'CANCELLED') return null;
  const kind = batch.state === 'IMPORTING' ? 'stop' : 'cancel';
  const cancel = async (): Promise<void> => {
    const outcome = await verb.send({ input: { batchId: batch.id } });
    if (outcome?.payload) dialog.close();
  };
  return (
    <>
      <Button variant="default" size="sm" onClick={dialog.open}>
        {t(`${kind}.button`)}
      </Button>
      {isOpen && (
        <FormDialog onClose={dialog.close} title={t(`${kind}.title`)} isSending={verb.isSending}>
          <WhatStays batch={batch} />
          <RefusalNote refusal={verb.refusal} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" disabled={verb.isSending} onClick={dialog.close}>
              {t('cancel.keep')}
            </Button>
            <Button color="brick" loading={verb.isSending} onClick={() => void cancel()}>
              {t(`${kind}.button`)}
            </Button>
          </Group>
        </FormDialog>
      )}
    </>
  );
}

function WhatStays({ batch: { counts } }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const stored = counts.accepted + counts.quarantined;
  if (counts.rows === 0) return <Text>{t('cancel.nothingStored')}</Text>;
  return <Text>{t('cancel.stays', { count: stored, stored, rows: counts.rows })}</Text>;
}
