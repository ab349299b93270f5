import { useTranslation } from 'react-i18next';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { type Moment, Timeline } from '../../ui/Timeline';
import { useWords } from './words';
import styles from './disputes.module.css';

/** Who did what and when; where nobody spoke and silence decided, it says so. */
export function Steps({ dispute: { steps, text } }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const words = useWords();
  const moments = steps.map(({ id, at, by, kind, person, note }): Moment => {
    const title = by === 'CLOCK' || by === 'RULES' ? t(`step.${by}_${kind}`) : t(`step.${kind}`);
    // What the buyer claims stands above in full.
    const said = note === text ? null : note;
    return {
      id,
      at,
      title: person ? t('step.by', { title, name: person.name }) : title,
      ...(said ? { text: words(said) } : {}),
      isSilence: by === 'CLOCK',
    };
  });
  return (
    <section className={styles.panel} aria-labelledby="steps">
      <h2 id="steps" className={styles.heading}>
        {t('step.title')}
      </h2>
      <Timeline moments={moments} label={t('step.title')} />
    </section>
  );
}
