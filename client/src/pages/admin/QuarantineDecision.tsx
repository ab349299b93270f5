import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  DecideLikenessDocument,
  type QuarantinedFieldsFragment,
  RejectQuarantinedDocument,
  ReleaseFromQuarantineDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { QuarantineReason } from './QuarantineReason';
import { useRestingKeys } from './useRestingKeys';
import styles from './quarantine.module.css';

/** Of a lead that is like another one, its release says that they are two people. */
type Verdict = 'release' | 'reject' | 'same';

interface Props {
  lead: QuarantinedFieldsFragment;
  /** It came by itself after another one was decided: what is typed on is not meant for it. */
  cameByItself: boolean;
  onDecided(): void;
  /** The lead was decided by somebody else meanwhile. */
  onStale(): void;
}

/**
 * Releases or rejects with a reason, which is kept with the lead until it is decided and can be begun from a finding;
 * then the next lead comes by itself. A key only shows the reason; Enter at it decides, pressed twice where it turns the
 * lead down in words that nobody wrote. Of a lead that is like another one it is decided whether they are one person.
 */
export function QuarantineDecision({ lead: { id, signals, preview, likeness }, ...props }: Props) {
  const { cameByItself, onDecided, onStale } = props;
  const { t } = useTranslation('admin');
  const [reason, setReason, forgetReason] = useDraft(`quarantine.${id}`, '');
  const release = useVerb(ReleaseFromQuarantineDocument, 'releaseFromQuarantine');
  const reject = useVerb(RejectQuarantinedDocument, 'rejectLead');
  const compare = useVerb(DecideLikenessDocument, 'decideLikeness');
  const refusal = release.refusal ?? reject.refusal ?? compare.refusal;
  const [isMissing, setIsMissing] = useState(false);
  /** What Enter at the reason does, by the key that led there. */
  const [meant, setMeant] = useState<{ verdict: Verdict } | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSending = release.isSending || reject.isSending || compare.isSending;
  const [sent, setSent] = useState<Verdict | null>(null);
  const against = signals.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence);
  const sound = t(likeness ? 'decision.twoPeople' : 'decision.sound');
  const beginnings = [...against, sound, ...(likeness ? [t('decision.onePerson')] : [])];
  const change = (words: string): void => {
    setReason(words);
    setIsAsked(false);
    setIsMissing(false);
    release.mended('reason');
    reject.mended('reason');
    compare.mended('reason');
  };
  const readyFor = { release: sound, reject: against[0], same: t('decision.onePerson') };
  const mean = (verdict: Verdict): void => {
    setIsAsked(false);
    // Words of the person's own stay; those of the other verdict do not.
    if (!reason.trim() || beginnings.includes(reason)) {
      change(readyFor[verdict] ?? reason);
    }
    setMeant({ verdict });
  };
  useRestingKeys({ a: () => mean('release'), r: () => mean(likeness ? 'same' : 'reject') }, cameByItself);
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
    compare.forget();
    setSent(verdict);
    const decided = { leadId: id, reason };
    const send = () => {
      if (verdict === 'reject') return reject.send({ input: { ...decided, expectedState: 'QUARANTINED' } });
      if (likeness) return compare.send({ input: { ...decided, isSamePerson: verdict === 'same' } });
      return release.send({ input: decided });
    };
    const outcome = await send();
    if (!outcome) return;
    if (outcome.payload) {
      notifications.show({
        message: t(`decision.done.${likeness && verdict === 'release' ? 'two' : verdict}`, { lead: preview.text }),
      });
      forgetReason();
      onDecided();
    } else if (outcome.refusal.__typename === 'Conflict') {
      notifications.show({ color: 'brick', title: preview.text, message: outcome.refusal.message });
      forgetReason();
      onStale();
    }
  };
  /** Words that nobody wrote turn a lead down only when Enter is pressed once more: two keys in a row may be a slip. */
  const enter = (verdict: Verdict): void => {
    if (verdict !== 'release' && beginnings.includes(reason) && !isAsked) setIsAsked(true);
    else void decide(verdict);
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
          onEnter={enter}
          onLeave={() => {
            setMeant(null);
            setIsAsked(false);
          }}
        />
        <div role="status" className={styles.again}>
          {isAsked && meant && meant.verdict !== 'release' && t(`decision.again.${meant.verdict}`)}
        </div>
        <RefusalNote refusal={refusal} fields={['reason']} />
      </section>
      <div className={styles.verdict}>
        <Verdicts
          isLike={likeness !== null}
          sending={isSending ? sent : null}
          onVerdict={(verdict) => void decide(verdict)}
        />
      </div>
    </>
  );
}

interface VerdictsProps {
  isLike: boolean;
  sending: Verdict | null;
  onVerdict(verdict: Verdict): void;
}

function Verdicts({ isLike, sending, onVerdict }: VerdictsProps) {
  const { t } = useTranslation('admin');
  const button = (verdict: Verdict) => ({
    loading: sending === verdict,
    disabled: sending !== null && sending !== verdict,
    onClick: () => onVerdict(verdict),
  });
  return (
    <>
      <Button {...button('release')}>{t(isLike ? 'decision.two' : 'decision.release')}</Button>
      {isLike && (
        <Button variant="default" {...button('same')}>
          {t('decision.same')}
        </Button>
      )}
      <Button color="brick" variant="outline" {...button('reject')}>
        {t('decision.reject')}
      </Button>
    </>
  );
}

/** Goes to the field, and brings it out from under the buttons that stay at the lower edge. */
function show(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
