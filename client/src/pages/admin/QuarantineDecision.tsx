import { Button, Group, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type QuarantinedFieldsFragment,
  RejectQuarantinedDocument,
  ReleaseFromQuarantineDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { useKeys } from '../../ui/useKeys';
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
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const verdict = useRef<HTMLDivElement>(null);
  const isSending = release.isSending || reject.isSending;
  const against = signals.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence);
  const change = (words: string): void => {
    setReason(words);
    setIsMissing(false);
  };
  /** By key: a reason to begin with, and the button under the finger. */
  const prepare = (verb: 'release' | 'reject', words: string | undefined): void => {
    if (!reason.trim() && words) change(words);
    verdict.current?.querySelector<HTMLElement>(`[data-verb="${verb}"]`)?.focus();
  };
  useKeys({ a: () => prepare('release', t('decision.sound')), r: () => prepare('reject', against[0]) });

  const decide = async (verb: 'release' | 'reject'): Promise<void> => {
    if (!reason.trim()) {
      setIsMissing(true);
      field.current?.focus();
      return;
    }
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
    <>
      <section className={styles.decision}>
        <Title order={3} size="h6">
          {t('decision.title')}
        </Title>
        <Textarea
          ref={field}
          label={t('decision.reason')}
          description={t('decision.shown')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={isMissing ? t('decision.missing') : atReason}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Group gap={6} mt={6}>
          <Text size="xs" c="dimmed">
            {t('decision.begin')}
          </Text>
          {[...against, t('decision.sound')].map((words) => (
            <UnstyledButton key={words} className={styles.suggestion} onClick={() => change(words)}>
              {words}
            </UnstyledButton>
          ))}
        </Group>
        {!atReason && <RefusalNote refusal={refusal} />}
      </section>
      <div className={styles.verdict} ref={verdict}>
        <Button
          data-verb="release"
          loading={release.isSending}
          disabled={isSending && !release.isSending}
          onClick={() => void decide('release')}
        >
          {t('decision.release')}
        </Button>
        <Button
          data-verb="reject"
          color="brick"
          variant="outline"
          loading={reject.isSending}
          disabled={isSending && !reject.isSending}
          onClick={() => void decide('reject')}
        >
          {t('decision.reject')}
        </Button>
      </div>
    </>
  );
}
