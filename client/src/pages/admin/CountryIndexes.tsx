import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { GuideSettingsFragment } from '../../generated/admin';
import { figures, TableHead } from '../../ui/Table';
import { FactorEditor } from './FactorEditor';
import { FurtherCountry } from './FurtherCountry';

/** How dear leads of each country are, the United States being 100 %. */
export function CountryIndexes({
  countries,
  others,
  onChanged,
}: {
  countries: GuideSettingsFragment['countries'];
  others: GuideSettingsFragment['otherCountries'];
  onChanged(): Promise<void>;
}) {
  const { t } = useTranslation('admin');
  const { country: nameOf, percent } = useFormats();
  return (
    <table className="lb-table">
      <caption className="lb-visually-hidden">{t('prices.countries')}</caption>
      <TableHead columns={[t('prices.country'), ...figures([t('prices.index')])]} />
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
                least={others.least}
                most={others.most}
                shown={percent(value / 10_000)}
                onChanged={onChanged}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('prices.otherCountries')}</th>
          <td className="lb-number lb-soft">{percent(others.value / 10_000)}</td>
        </tr>
        <FurtherCountry named={countries.map(({ country }) => country)} others={others} onChanged={onChanged} />
      </tfoot>
    </table>
  );
}
