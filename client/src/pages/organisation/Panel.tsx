import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './organisation.module.css';

/** A part of the profile under its own heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <Title order={2} size="h4" mb="sm" id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
