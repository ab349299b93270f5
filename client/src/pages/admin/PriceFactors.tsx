import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { GuideSettingsFragment } from '../../generated/admin';
import { figures, Table } from '../../ui/Table';
import { FactorEditor } from './FactorEditor';

type Factor = GuideSettingsFragment['factors'][number];

/** The settings of the price formula with their limits: percent of the price so far, or days. */
export function PriceFactors({ factors, onChanged }: { factors: readonly Factor[]; onChanged(): Promise<void> }) {
  const { t } = useTranslation('admin');
  const { percent } = useFormats();
  const words = (value: number, unit: Factor['unit']): string =>
    unit === 'BPS' ? percent(value / 10_000) : t('prices.days', { count: value });
  return (
    <Table
      caption={t('prices.factors')}
      columns={[t('prices.setting'), ...figures([t('prices.value'), t('prices.least'), t('prices.most')])]}
    >
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
    </Table>
  );
}
