import { Button, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type CatalogueNicheFragment, RetireNicheDocument } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import styles from './admin.module.css';

/** Lets a niche take no new leads, for a reason. It cannot be taken back here, which is said before. */
export function RetireNiche({ niche, onDone }: { niche: CatalogueNicheFragment; onDone(): void }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const { send, isSending, refusal, mended } = useVerb(RetireNicheDocument, 'retireNiche');
  const { isMissing, isGiven, forget } = useMissing();
  const retire = async (): Promise<void> => {
    if (!isGiven(reason)) return;
    const outcome = await send({ input: { nicheId: niche.id, reason } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('retire.done', { name: niche.name }) });
    onDone();
  };
  return (
    <form
      noValidate
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
        error={isMissing ? t('reason.missing') : fieldErrors(refusal).reason}
        onChange={(event) => {
          forget();
          mended('reason');
          setReason(event.currentTarget.value);
        }}
      />
      <RefusalNote refusal={refusal} fields={['reason']} />
      <Button type="submit" mt="sm" color="brick" variant="outline" loading={isSending}>
        {t('retire.act')}
      </Button>
    </form>
  );
}
