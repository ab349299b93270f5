import { useTranslation } from 'react-i18next';
import type { BuyingWishFieldsFragment } from '../../generated/wishes';

interface Named {
  name: string;
  path: readonly { name: string }[];
}

/** A region with those around it, the smallest first; a city that bears its county's name says it once. */
export const labelOf = ({ name, path }: Named): string =>
  [...new Set([name, ...path.map((region) => region.name).reverse()])].join(', ');

/** What a wish asks for, in words; each condition on its own. */
export function useConditions({ filter }: Pick<BuyingWishFieldsFragment, 'filter'>): string[] {
  const { t } = useTranslation('wishes');
  const { temperatures, contactKinds, channels, grades, isVerified, isExclusive } = filter;
  const anyOf = (words: readonly string[]): string[] => (words.length > 0 ? [words.join(' / ')] : []);
  return [
    ...anyOf(filter.niches.map(({ name }) => name)),
    ...anyOf(filter.regions.map(labelOf)),
    ...anyOf(temperatures.map((one) => t(`common:temperature.${one}`))),
    ...anyOf(contactKinds.map((one) => t(`common:contactKind.${one}`))),
    ...anyOf(channels.map((one) => t(`common:channel.${one}`))),
    ...anyOf(grades.map((grade) => t('common:grade.label', { grade }))),
    ...(isVerified ? [t('verified')] : []),
    t(
      isExclusive === null || isExclusive === undefined
        ? 'model.any'
        : isExclusive
          ? 'model.exclusive'
          : 'model.shared',
    ),
  ];
}
