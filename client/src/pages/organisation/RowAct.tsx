import { Button } from '@mantine/core';
import styles from './organisation.module.css';

interface Props {
  act: string;
  /** What is done to which row, for ears. */
  name: string;
  isSending: boolean;
  onAct(): void;
}

/** The end of a row: what ends what it stands for. */
export function RowAct({ act, name, isSending, onAct }: Props) {
  return (
    <div className={styles.act}>
      <Button size="xs" variant="subtle" color="brick" loading={isSending} aria-label={name} onClick={onAct}>
        {act}
      </Button>
    </div>
  );
}
