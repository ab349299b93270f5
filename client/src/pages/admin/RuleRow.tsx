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
  onChanged(): Promise<void>;
}

/** One rule with its figures and weights; a weight opens the form that sets it. */
export function RuleRow({ rule, niches, onChanged }: Props) {
  const { t } = useTranslation('admin');
  const { number } = useFormats();
  const { code, evidence, examples, version, usualWeight, isFixed, settings, fired, provenRight, provenWrong } = rule;
  const forAll = settings.find(({ niche }) => niche === null);
  const weight = forAll?.weight ?? usualWeight;
  return (
    <tr>
      <th scope="row">
        {t(`signals:${code}`)}
        <small className={styles.evidence}>
          <RuleSentence evidence={evidence} examples={examples} /> {t('rules.version', { version })}
        </small>
      </th>
      <td className="lb-number">{fired >= MOST_COUNTED ? t('rules.orMore', { count: fired }) : number(fired)}</td>
      <td className="lb-number">{number(provenRight)}</td>
      <td className="lb-number">{number(provenWrong)}</td>
      <td className="lb-number">
        {isFixed ? (
          <span className={styles.inherited}>{t('rules.fixed', { weight })}</span>
        ) : (
          <>
            <RuleEditor rule={rule} niches={niches} isSoft={!forAll} shown={String(weight)} onChanged={onChanged} />
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
