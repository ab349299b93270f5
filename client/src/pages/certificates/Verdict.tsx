import { CircleHelp, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { CheckCertificateQuery } from '../../generated/certificates';
import styles from './certificates.module.css';

export type Check = Extract<CheckCertificateQuery['checkCertificate'], { __typename: 'CheckCertificatePayload' }>;

const ICONS = {
  AS_ISSUED: ShieldCheck,
  CHANGED: TriangleAlert,
  RECORD_CHANGED: TriangleAlert,
  UNKNOWN: CircleHelp,
  UNREADABLE: CircleHelp,
} as const;

/** What a check found, in words; of what differs each part by its name. */
export function Verdict({ check }: { check: Check }) {
  const { t } = useTranslation('certificates');
  const { moment } = useFormats();
  const { verdict, issuedAt, seal, differences } = check;
  const Icon = ICONS[verdict];
  return (
    <section className={styles.verdict} data-verdict={verdict} role="status" aria-label={t('verdict.label')}>
      <Icon size={22} aria-hidden />
      <div>
        <h2>{t(`verdict.${verdict}`)}</h2>
        <p>{t(`verdictMeans.${verdict}`)}</p>
        {differences.length > 0 && (
          <ul>
            {differences.map(({ place, part }) => (
              <li key={`${place} ${part}`}>{t(`differs.${place}`, { part: t(`part.${part}`) })}</li>
            ))}
          </ul>
        )}
        {issuedAt && <p className="lb-soft">{t('issued', { moment: moment(issuedAt) })}</p>}
        {seal && (
          <p className={styles.seal}>
            {t('part.SEAL')}: <code>{seal}</code>
          </p>
        )}
      </div>
    </section>
  );
}
