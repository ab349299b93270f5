import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import styles from './Rights.module.css';

/** A page for people who know nothing of this market: one column, its heading, what it is for. */
export function Sheet({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Leadbourse`;
  }, [title]);
  return (
    <Stack className={styles.sheet} gap="md">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{lead}</Text>
      </div>
      {children}
    </Stack>
  );
}
