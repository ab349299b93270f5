import { Button, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { useVerb } from '../../app/useVerb';
import { type CatalogueNicheFragment, RetireNicheDocument } from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { ReasonField } from './ReasonField';
import styles from './admin.module.css';

/** Lets a niche take no new leads, for a reason. It cannot be taken back here, which is said before. */
export function RetireNiche({ niche, onDone }: { niche: CatalogueNicheFragment; onDone(): void }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const verb = useVerb(RetireNicheDocument, 'retireNiche');
  const missing = useMissing();
  const retire = async (): Promise<void> => {
    if (!missing.isGiven(reason)) return;
    const outcome = await verb.send({ input: { nicheId: niche.id, reason } });
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
      <ReasonField reason={reason} missing={missing} verb={verb} onReason={setReason} />
      <RefusalNote refusal={verb.refusal} fields={['reason']} />
      <Button type="submit" mt="sm" color="brick" variant="outline" loading={verb.isSending}>
        {t('retire.act')}
      </Button>
    </form>
  );
}
