import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { FilterChip } from '../../ui/FilterChip';
import { type Choices, CURRENCY } from './choices';
import type { Named } from './useNamed';

interface Chip {
  key: string;
  label: string;
  /** The choices without it. */
  without: Partial<Choices>;
}

interface ChipsProps {
  choices: Choices;
  named: Named | null;
  onChange(part: Partial<Choices>): void;
  onClear(): void;
}

/** The filters that are on, each with a press that lifts it. */
export function Chips({ choices, named, onChange, onClear }: ChipsProps) {
  const { t } = useTranslation('market');
  const chips = useChips(choices, named);
  // Niches and places have their names from the server; what is around them has its place at once.
  if (chips.length + choices.niches.length + choices.regions.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('chips.title')}>
      {chips.map(({ key, label, without }) => (
        <FilterChip key={key} label={label} hint={t('chips.lift')} onLift={() => onChange(without)} />
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('chips.clear')}
      </Button>
    </Group>
  );
}

/** Names of the filters that are on. */
export function useChips(choices: Choices, named: Named | null): Chip[] {
  const { t } = useTranslation('market');
  const places: Chip[] = [
    ...(named?.niches ?? []).map(({ slug, name }) => ({
      key: `niche-${slug}`,
      label: name,
      without: { niches: choices.niches.filter((other) => other !== slug) },
    })),
    ...(named?.regions ?? []).map((path) => {
      const { code, name } = path.at(-1)!;
      return {
        key: `region-${code}`,
        label: name,
        without: { regions: choices.regions.filter((other) => other !== code) },
      };
    }),
  ];
  const unknown: Chip[] = [
    ...(named?.unknown.niches ?? []).map((slug) => ({
      key: `niche-${slug}`,
      label: t('chips.unknown', { name: slug }),
      without: { niches: choices.niches.filter((other) => other !== slug) },
    })),
    ...(named?.unknown.regions ?? []).map((code) => ({
      key: `region-${code}`,
      label: t('chips.unknown', { name: code }),
      without: { regions: choices.regions.filter((other) => other !== code) },
    })),
  ];
  const several = <Key extends 'temperatures' | 'contactKinds' | 'channels' | 'grades' | 'proven'>(
    key: Key,
    label: (value: Choices[Key][number]) => string,
  ): Chip[] =>
    choices[key].map((value: Choices[Key][number]) => ({
      key: `${key}-${value}`,
      label: label(value),
      without: { [key]: choices[key].filter((other) => other !== value) },
    }));
  return [
    ...places,
    ...unknown,
    ...several('temperatures', (value) => t(`common:temperature.${value}`)),
    ...several('contactKinds', (value) => t(`common:contactKind.${value}`)),
    ...several('grades', (value) => t('chips.grade', { grade: value })),
    ...several('proven', (value) => t(`proof.${value}`)),
    ...several('channels', (value) => t(`common:channel.${value}`)),
    ...useSingleChips(choices),
  ];
}

function useSingleChips({ isVerified, isExclusive, kind, priceMin, priceMax, maxAgeHours }: Choices): Chip[] {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const amount = (minor: number): string => money({ minor, currency: CURRENCY });
  const chips: (Chip | null)[] = [
    isVerified === null
      ? null
      : {
          key: 'verified',
          label: t(isVerified ? 'flag.verified' : 'flag.unverified'),
          without: { isVerified: null },
        },
    isExclusive === null
      ? null
      : {
          key: 'exclusive',
          label: t(isExclusive ? 'flag.exclusive' : 'flag.shared'),
          without: { isExclusive: null },
        },
    kind && { key: 'kind', label: t(`kind.${kind}`), without: { kind: null } },
    priceMin === null
      ? null
      : { key: 'from', label: t('chips.from', { amount: amount(priceMin) }), without: { priceMin: null } },
    priceMax === null
      ? null
      : { key: 'to', label: t('chips.to', { amount: amount(priceMax) }), without: { priceMax: null } },
    maxAgeHours === null
      ? null
      : {
          key: 'age',
          label:
            maxAgeHours % 24 === 0
              ? t('rail.days', { count: maxAgeHours / 24 })
              : t('rail.hours', { count: maxAgeHours }),
          without: { maxAgeHours: null },
        },
  ];
  return chips.filter((chip) => chip !== null);
}
