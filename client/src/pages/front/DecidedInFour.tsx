import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FrontPage.module.css';

const LINE = 'var(--lb-line-strong)';
const INK = 'var(--lb-ink)';
const ACT = 'var(--lb-act)';
const AMBER = 'var(--lb-amber)';

/** Drawings of the four steps, in the colours of the page. */
const PICTURES: readonly ReactNode[] = [
  <>
    <rect x="30" y="22" width="100" height="66" rx="6" stroke={LINE} />
    <circle cx="56" cy="48" r="10" stroke={INK} />
    <path d="M42 74c4-12 24-12 28 0M84 42h32M84 54h32M84 66h20" stroke={INK} />
    <circle cx="130" cy="22" r="12" fill="var(--lb-paper)" stroke={AMBER} />
    <path d="M130 16v7M130 27v1" stroke={AMBER} />
  </>,
  <>
    <circle cx="72" cy="50" r="26" stroke={INK} />
    <path d="M91 69l24 22" stroke={INK} />
    <path d="M60 50l8 8 16-17" stroke={ACT} />
    <path d="M24 92h44" stroke={LINE} />
  </>,
  <>
    <path d="M80 20v66M56 88h48M36 34h88" stroke={INK} />
    <path d="M36 34l-14 28h28zM124 34l-14 28h28z" stroke={LINE} />
    <path d="M22 62a14 8 0 0 0 28 0M110 62a14 8 0 0 0 28 0" stroke={ACT} />
  </>,
  <>
    <rect x="20" y="36" width="44" height="40" rx="5" stroke={INK} />
    <rect x="96" y="36" width="44" height="40" rx="5" stroke={INK} />
    <path d="M90 48H70M76 42l-6 6 6 6M70 66h20M84 60l6 6-6 6" stroke={ACT} />
    <circle cx="42" cy="56" r="8" stroke={LINE} />
    <circle cx="118" cy="56" r="8" stroke={LINE} />
  </>,
];

/** How a dispute is decided, in four pictures. */
export function DecidedInFour() {
  const { t } = useTranslation('front');
  return (
    <section aria-labelledby="decided">
      <Title order={2} id="decided">
        {t('four.title')}
      </Title>
      <ol className={styles.four}>
        {PICTURES.map((picture, place) => (
          <li key={place}>
            <svg
              viewBox="0 0 160 104"
              fill="none"
              strokeWidth="2.4"
              strokeLinecap="round"
              strokeLinejoin="round"
              aria-hidden="true"
            >
              {picture}
            </svg>
            <Text fw={600}>{t(`four.${place + 1}.title`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`four.${place + 1}.text`)}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
