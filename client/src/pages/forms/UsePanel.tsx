import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormFieldsFragment } from '../../generated/forms';
import { CopyText } from '../../ui/CopyText';
import { Panel } from '../../ui/Panel';
import styles from './Forms.module.css';

/** The form's address, and what is pasted into a page that is to show it. */
export function UsePanel({ form }: { form: FormFieldsFragment }) {
  const { t } = useTranslation('forms');
  return (
    <Panel title={t('use.title')}>
      <Copied name={t('use.address')} copy={t('use.copyAddress')} text={form.address} />
      <Copied name={t('use.script')} copy={t('use.copyScript')} text={form.scriptSnippet} />
      <Copied name={t('use.frame')} copy={t('use.copyFrame')} text={form.frameSnippet} />
      <Text size="sm" c="dimmed">
        {t(form.origins.length > 0 ? 'use.origins' : 'use.noOrigins')} {t('use.tags')}
      </Text>
    </Panel>
  );
}

function Copied({ name, copy, text }: { name: string; copy: string; text: string }) {
  const id = useId();
  return (
    <div className={styles.copied}>
      <div className={styles.copiedHead}>
        <span id={id}>{name}</span>
        <CopyText text={text} label={copy} />
      </div>
      <code className={styles.code} tabIndex={0} role="group" aria-labelledby={id}>
        {text}
      </code>
    </div>
  );
}
