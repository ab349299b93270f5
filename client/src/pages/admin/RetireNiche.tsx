import { Button, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type CatalogueNicheFragment, RetireNicheDocument } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import styles from './admin.module.css';

/** Lets a niche take no new leads, for a reason. It cannot be taken back here, which is said before. */
export function RetireNiche({ niche, onDone }: { niche: CatalogueNicheFragment; onDone(): void }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const { send, isSending, refusal } = useVerb(RetireNicheDocument, 'retireNiche');
  const atReason = fieldErrors(refusal).reason;
  const retire = async (): Promise<void> => {
    const outcome = await send({ input: { nicheId: niche.id, reason } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('retire.done', { name: niche.name }) });
    onDone();
  };
  return (
    <form
      className={styles.retire}
      onSubmit={(event) => {
        event.preventDefault();
        void retire();
      }}
    >
      <Title order={3} size="h6">
        {t('retire.title', { name: niche.name })}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('retire.meaning')}
      </Text>
      <TextInput
        label={t('reason.label')}
        required
        value={reason}
        error={atReason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {!atReason && <RefusalNote refusal={refusal} />}
      <Button type="submit" mt="sm" color="brick" variant="outline" loading={isSending} disabled={!reason.trim()}>
        {t('retire.act')}
      </Button>
    </form>
  );
}
