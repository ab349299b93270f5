import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTabTitle } from '../../ui/useTabTitle';
import styles from './Door.module.css';

/** A narrow page with one form on it: log in, sign up and their like. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useTabTitle(title);
  return (
    <div className={styles.door}>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </div>
  );
}
