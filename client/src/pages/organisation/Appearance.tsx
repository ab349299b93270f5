import { Input, SegmentedControl, Select, Stack, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, speak } from '../../app/i18n';

const nameOf = (language: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(language)!;

/** The language and colours of the pages, kept on this device. */
export function Appearance() {
  const { t, i18n } = useTranslation('organisation');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="sm">
      <Select
        label={t('look.language')}
        data={languages.map((value) => ({ value, label: nameOf(value) }))}
        value={i18n.language}
        allowDeselect={false}
        onChange={(language) => language && void speak(language)}
      />
      <Input.Wrapper label={t('look.colours')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('look.colours')}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme)}
        />
      </Input.Wrapper>
    </Stack>
  );
}
