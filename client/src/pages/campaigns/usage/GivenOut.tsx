import { Button, Group } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Empty } from '../../../ui/Empty';
import { More } from '../../../ui/More';
import styles from './usage.module.css';

interface Props {
  title: string;
  /** What a dialog is opened by that makes another; null where the viewer may not. */
  make: string | null;
  /** Where there are none. */
  none: { title: string; text: string };
  cards: { id: string; card: ReactNode }[];
  /** Fetches the next ones; null where these are all. */
  more: (() => Promise<unknown>) | null;
  dialogOf: (way: { onClose(): void; onMade(): void }) => ReactNode;
  /** Once another is made. */
  onMade(): void;
}

/** What an agency gives out to be followed or called: cards, and the way to make another. */
export function GivenOut({ title, make, none, cards, more, dialogOf, onMade }: Props) {
  const [isMaking, setIsMaking] = useState(false);
  const open = (): void => setIsMaking(true);
  const close = (): void => setIsMaking(false);
  return (
    <section aria-label={title}>
      {make !== null && cards.length > 0 && (
        <Group justify="flex-end" mb="md">
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
            {make}
          </Button>
        </Group>
      )}
      {cards.length === 0 && <Empty {...none} {...(make === null ? {} : { action: { label: make, onClick: open } })} />}
      <ul className={styles.cards}>
        {cards.map(({ id, card }) => (
          <li key={id}>{card}</li>
        ))}
      </ul>
      {more && <More load={more} />}
      {isMaking &&
        dialogOf({
          onClose: close,
          onMade() {
            close();
            onMade();
          },
        })}
    </section>
  );
}
