import { Button, List, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../app/useVerb';
import { RefusalNote } from '../../ui/Failure';
import styles from './Question.module.css';

interface Properties {
  label: string;
  /** For whom it is. */
  when: string;
  /** What it does, told before it can be done. */
  means: readonly string[];
  sure: string;
  verb: { isSending: boolean; refusal: Refusal | null };
  onSure(): void;
}

/** An answer that cannot be taken back: the first press says what it does, the second does it. */
export function SureAnswer({ label, when, means, sure, verb, onSure }: Properties) {
  const { t } = useTranslation('confirm');
  const [isOpen, setOpen] = useState(false);
  const [isBack, setBack] = useState(false);
  const id = useId();
  const back = (): void => {
    setBack(true);
    setOpen(false);
  };
  return (
    <section className={`lb-panel ${styles.answer}`}>
      {!isOpen && (
        <>
          <Text size="sm">{when}</Text>
          {/* Whoever went back has the keyboard where it was. */}
          <Button
            variant="default"
            aria-expanded={false}
            aria-controls={id}
            autoFocus={isBack}
            onClick={() => setOpen(true)}
          >
            {label}
          </Button>
        </>
      )}
      {isOpen && (
        <div id={id}>
          <Text fw={600}>{label}</Text>
          <List size="sm" my="xs">
            {means.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          <RefusalNote refusal={verb.refusal} />
          <div className={styles.buttons}>
            <Button color="brick" loading={verb.isSending} onClick={onSure} autoFocus>
              {sure}
            </Button>
            <Button variant="default" onClick={back}>
              {t('back')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
