import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { GuideSettingsFragment } from '../../generated/admin';
import { FactorEditor } from './FactorEditor';

/** What the server takes for a country: a twentieth to three times of the United States. */
const LIMITS = { least: 500, most: 30_000 };

/** How dear leads of each country are, the United States being 100 %. */
export function CountryIndexes({
  countries,
  onChanged,
}: {
  countries: GuideSettingsFragment['countries'];
  onChanged(): Promise<void>;
}) {
  const { t } = useTranslation('admin');
  const { country: nameOf, percent } = useFormats();
  return (
    <table className="lb-table">
      <caption className="lb-visually-hidden">{t('prices.countries')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('prices.country')}</th>
          <th scope="col" className="lb-number">
            {t('prices.index')}
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, value }) => (
          <tr key={country}>
            <th scope="row">{nameOf(country)}</th>
            <td className="lb-number">
              <FactorEditor
                factor="COUNTRY"
                country={country}
                label={nameOf(country)}
                unit="BPS"
                value={value}
                {...LIMITS}
                shown={percent(value / 10_000)}
                onChanged={onChanged}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
