import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { RuleFieldsFragment, RuleNichesQuery } from '../../generated/admin';
import { RuleEditor } from './RuleEditor';
import { RuleSentence } from './RuleSentence';
import styles from './admin.module.css';

/** Where the server stops counting. */
const MOST_COUNTED = 10_000;

interface Props {
  rule: RuleFieldsFragment;
  niches: RuleNichesQuery['niches'];
}

/** One rule with its figures and weights; a weight opens the form to try another, and to who may, to set it. */
export function RuleRow({ rule, niches }: Props) {
  const { t } = useTranslation('admin');
  const { number } = useFormats();
  const { code, evidence, examples, version, usualWeight, isFixed, settings, fired, provenRight, provenWrong } = rule;
  const forAll = settings.find(({ niche }) => niche === null);
  const weight = forAll?.weight ?? usualWeight;
  // What only notes says nothing that could be right or wrong.
  const hasSpoken =
    provenRight + provenWrong > 0 || [weight, ...settings.map((one) => one.weight)].some((one) => one > 0);
  return (
    <tr>
      <th scope="row">
        {t(`signals:${code}`)}
        <small className={styles.evidence}>
          <RuleSentence evidence={evidence} examples={examples} /> {t('rules.version', { version })}
        </small>
      </th>
      <td className="lb-number" data-label={t('rules.fired')}>
        {fired >= MOST_COUNTED ? t('rules.orMore', { count: fired }) : number(fired)}
      </td>
      <td className="lb-number" data-label={t('rules.right')}>
        {hasSpoken ? number(provenRight) : '–'}
      </td>
      <td className="lb-number" data-label={t('rules.wrong')}>
        {hasSpoken ? number(provenWrong) : '–'}
      </td>
      <td className="lb-number" data-label={t('rules.weight')}>
        {isFixed ? (
          <span className={styles.inherited}>{t('rules.fixed', { weight })}</span>
        ) : (
          <>
            <RuleEditor rule={rule} niches={niches} isSoft={!forAll} shown={String(weight)} />
            {settings.map(
              ({ niche, weight: own }) =>
                niche && <small key={niche.id}>{t('rules.inNiche', { name: niche.name, weight: own })}</small>,
            )}
          </>
        )}
      </td>
    </tr>
  );
}
