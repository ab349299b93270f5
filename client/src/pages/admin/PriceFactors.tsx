import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { GuideSettingsFragment } from '../../generated/admin';
import { FactorEditor } from './FactorEditor';

type Factor = GuideSettingsFragment['factors'][number];

/** The settings of the price formula with their limits: percent of the price so far, or days. */
export function PriceFactors({ factors, onChanged }: { factors: readonly Factor[]; onChanged(): Promise<void> }) {
  const { t } = useTranslation('admin');
  const { percent } = useFormats();
  const words = (value: number, unit: Factor['unit']): string =>
    unit === 'BPS' ? percent(value / 10_000) : t('prices.days', { count: value });
  return (
    <div className="lb-scroll">
      <table className="lb-table">
        <caption className="lb-visually-hidden">{t('prices.factors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('prices.setting')}</th>
            {(['value', 'least', 'most'] as const).map((column) => (
              <th key={column} scope="col" className="lb-number">
                {t(`prices.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor.code}>
              <th scope="row">{factor.label}</th>
              <td className="lb-number">
                <FactorEditor
                  {...factor}
                  factor={factor.code}
                  shown={words(factor.value, factor.unit)}
                  onChanged={onChanged}
                />
              </td>
              <td className="lb-number lb-soft">{words(factor.least, factor.unit)}</td>
              <td className="lb-number lb-soft">{words(factor.most, factor.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
