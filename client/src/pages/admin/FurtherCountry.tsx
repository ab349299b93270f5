import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { GuideCountriesDocument, type GuideSettingsFragment } from '../../generated/admin';
import { FactorEditor } from './FactorEditor';

/** Gives a country an index of its own that had none. */
export function FurtherCountry({
  named,
  others: { value, least, most },
  onChanged,
}: {
  /** Those that have one already. */
  named: readonly string[];
  others: GuideSettingsFragment['otherCountries'];
  onChanged(): Promise<void>;
}) {
  const { t } = useTranslation('admin');
  const { country: nameOf, percent } = useFormats();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery(GuideCountriesDocument, { fetchPolicy: 'cache-first' });
  const choices = (data?.regions.nodes ?? [])
    .filter(({ kind, countryCode }) => kind === 'COUNTRY' && !named.includes(countryCode))
    .map(({ countryCode }) => ({ value: countryCode, label: nameOf(countryCode) }));
  if (choices.length === 0) return null;
  return (
    <tr>
      <th scope="row">
        <Select
          size="xs"
          maw={220}
          aria-label={t('prices.furtherCountry')}
          placeholder={t('prices.furtherCountry')}
          searchable
          data={choices}
          value={chosen}
          onChange={setChosen}
        />
      </th>
      <td className="lb-number">
        {chosen && (
          <FactorEditor
            key={chosen}
            factor="COUNTRY"
            country={chosen}
            label={nameOf(chosen)}
            unit="BPS"
            value={value}
            least={least}
            most={most}
            shown={percent(value / 10_000)}
            isSoft
            onChanged={async () => {
              await onChanged();
              setChosen(null);
            }}
          />
        )}
      </td>
    </tr>
  );
}
