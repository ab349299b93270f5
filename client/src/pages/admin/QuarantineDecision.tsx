import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  type QuarantinedFieldsFragment,
  RejectQuarantinedDocument,
  ReleaseFromQuarantineDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { useKeys } from '../../ui/useKeys';
import { QuarantineReason } from './QuarantineReason';
import styles from './quarantine.module.css';

type Verdict = 'release' | 'reject';

interface Props {
  lead: QuarantinedFieldsFragment;
  onDecided(): void;
  /** The lead was decided by somebody else meanwhile. */
  onStale(): void;
}

/**
 * Releases or rejects with a reason, which is kept with the lead until it is decided and can be begun from a finding;
 * then the next lead comes by itself. A key only shows the reason; Enter at it decides.
 */
export function QuarantineDecision({ lead: { id, signals, preview }, onDecided, onStale }: Props) {
  const { t } = useTranslation('admin');
  const [reason, setReason, forgetReason] = useDraft(`quarantine.${id}`, '');
  const release = useVerb(ReleaseFromQuarantineDocument, 'releaseFromQuarantine');
  const reject = useVerb(RejectQuarantinedDocument, 'rejectLead');
  const refusal = release.refusal ?? reject.refusal;
  const [isMissing, setIsMissing] = useState(false);
  /** What Enter at the reason does, by the key that led there. */
  const [meant, setMeant] = useState<{ verdict: Verdict } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSending = release.isSending || reject.isSending;
  const against = signals.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence);
  const beginnings = [...against, t('decision.sound')];
  const change = (words: string): void => {
    setReason(words);
    setIsMissing(false);
    release.mended('reason');
    reject.mended('reason');
  };
  const mean = (verdict: Verdict): void => {
    // Words of the person's own stay; those of the other verdict do not.
    if (!reason.trim() || beginnings.includes(reason)) {
      change((verdict === 'release' ? t('decision.sound') : against[0]) ?? reason);
    }
    setMeant({ verdict });
  };
  useKeys({ a: () => mean('release'), r: () => mean('reject') });
  useEffect(() => {
    if (!meant) return;
    show(field.current);
    field.current?.select();
  }, [meant]);

  const decide = async (verdict: Verdict): Promise<void> => {
    if (!reason.trim()) {
      setIsMissing(true);
      show(field.current);
      return;
    }
    release.forget();
    reject.forget();
    const decided = { leadId: id, reason };
    const outcome = await (verdict === 'release'
      ? release.send({ input: decided })
      : reject.send({ input: { ...decided, expectedState: 'QUARANTINED' } }));
    if (!outcome) return;
    if (outcome.payload) {
      notifications.show({ message: t(`decision.done.${verdict}`, { lead: preview.text }) });
      forgetReason();
      onDecided();
    } else if (outcome.refusal.__typename === 'Conflict') {
      notifications.show({ color: 'brick', title: preview.text, message: outcome.refusal.message });
      forgetReason();
      onStale();
    }
  };
  return (
    <>
      <section className={styles.decision}>
        <QuarantineReason
          field={field}
          reason={reason}
          beginnings={beginnings}
          meant={meant?.verdict ?? null}
          error={isMissing ? t('reason.missing') : fieldErrors(refusal).reason}
          isLocked={isSending}
          onChange={change}
          onEnter={(verdict) => void decide(verdict)}
          onLeave={() => setMeant(null)}
        />
        <RefusalNote refusal={refusal} fields={['reason']} />
      </section>
      <div className={styles.verdict}>
        <Button loading={release.isSending} disabled={reject.isSending} onClick={() => void decide('release')}>
          {t('decision.release')}
        </Button>
        <Button
          color="brick"
          variant="outline"
          loading={reject.isSending}
          disabled={release.isSending}
          onClick={() => void decide('reject')}
        >
          {t('decision.reject')}
        </Button>
      </div>
    </>
  );
}

/** Goes to the field, and brings it out from under the buttons that stay at the lower edge. */
function show(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
