import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './PersonPage.module.css';
import { useTabTitle } from './useTabTitle';

/**
 * A page for people who know nothing of this market: one column, its heading, what it is for. Names the browser's tab. The
 * heading that comes by what was pressed takes the keyboard, where the button is gone.
 */
export function PersonPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(title);
  useTabTitle(title);
  useEffect(() => {
    if (shown.current !== title && document.activeElement === document.body) heading.current?.focus();
    shown.current = title;
  }, [title]);
  return (
    <Stack className={styles.page} gap="md">
      <div>
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {/* What the person does here changes what the page is about, which is said to ears too. */}
        <Text c="dimmed" role="status">
          {lead}
        </Text>
      </div>
      {children}
    </Stack>
  );
}
