import { Button, Group, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type QuarantinedFieldsFragment,
  RejectQuarantinedDocument,
  ReleaseFromQuarantineDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import styles from './quarantine.module.css';

/** Releases or rejects with a reason, which can be begun from a finding; then the next lead comes by itself. */
export function QuarantineDecision({
  lead: { id, signals, preview },
  onDecided,
  onStale,
}: {
  lead: QuarantinedFieldsFragment;
  onDecided(): void;
  /** The lead was decided by somebody else meanwhile. */
  onStale(): void;
}) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const release = useVerb(ReleaseFromQuarantineDocument, 'releaseFromQuarantine');
  const reject = useVerb(RejectQuarantinedDocument, 'rejectLead');
  const refusal = release.refusal ?? reject.refusal;
  const atReason = fieldErrors(refusal).reason;
  const isOff = !reason.trim() || release.isSending || reject.isSending;

  const decide = async (verb: 'release' | 'reject'): Promise<void> => {
    release.forget();
    reject.forget();
    const input = { leadId: id, reason };
    const outcome = verb === 'release' ? await release.send({ input }) : await reject.send({ input });
    if (!outcome) return;
    if (outcome.payload) {
      notifications.show({ message: t(`decision.done.${verb}`, { lead: preview.text }) });
      onDecided();
    } else if (outcome.refusal.__typename === 'Conflict') {
      notifications.show({ color: 'brick', message: outcome.refusal.message });
      onStale();
    }
  };
  return (
    <section className={styles.decision}>
      <Title order={3} size="h6">
        {t('decision.title')}
      </Title>
      <Textarea
        label={t('decision.reason')}
        description={t('decision.shown')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={atReason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Text size="xs" c="dimmed">
          {t('decision.begin')}
        </Text>
        {[...signals.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence), t('decision.sound')].map(
          (words) => (
            <UnstyledButton key={words} className={styles.suggestion} onClick={() => setReason(words)}>
              {words}
            </UnstyledButton>
          ),
        )}
      </Group>
      {!atReason && <RefusalNote refusal={refusal} />}
      <Group mt="sm">
        <Button
          loading={release.isSending}
          disabled={isOff && !release.isSending}
          onClick={() => void decide('release')}
        >
          {t('decision.release')}
        </Button>
        <Button
          color="brick"
          variant="outline"
          loading={reject.isSending}
          disabled={isOff && !reject.isSending}
          onClick={() => void decide('reject')}
        >
          {t('decision.reject')}
        </Button>
      </Group>
    </section>
  );
}
