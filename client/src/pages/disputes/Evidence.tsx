import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFieldsFragment } from '../../generated/disputes';
import { useWords } from './words';
import styles from './disputes.module.css';

/** What the platform found by itself: whom each finding speaks for, and whether the rules let it decide alone. */
export function Evidence({ evidence }: { evidence: readonly EvidenceFieldsFragment[] }) {
  const { t } = useTranslation('disputes');
  const words = useWords();
  return (
    <ul className={styles.evidence}>
      {evidence.map(({ lookUp, speaksFor, isProof, text }) => (
        <li key={`${lookUp} ${text}`} data-for={speaksFor}>
          <div className={styles.evidenceHead}>
            <strong>{t(`lookUp.${lookUp}`)}</strong>
            {isProof && (
              <span className={styles.proof}>
                <BadgeCheck size={14} aria-hidden /> {t('evidence.proof')}
              </span>
            )}
          </div>
          <div>{words(text)}</div>
          <div className={styles.speaks}>{t(`evidence.${speaksFor}`)}</div>
        </li>
      ))}
    </ul>
  );
}
