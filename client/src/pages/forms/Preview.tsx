import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { FormPreviewDocument } from '../../generated/forms';
import { Panel } from '../../ui/Panel';
import styles from './Forms.module.css';
import { previewOf, type TypedForm } from './settings';

/** The page as the server draws it, while it is typed. In a frame that runs and sends nothing. */
export function Preview({ typed }: { typed: TypedForm }) {
  const { t } = useTranslation('forms');
  const [input] = useDebouncedValue(previewOf(typed), 300);
  const { data, previousData } = useQuery(FormPreviewDocument, { variables: { input }, fetchPolicy: 'no-cache' });
  const page = (data ?? previousData)?.formPreview;
  return (
    <Panel title={t('preview')}>
      <iframe className={styles.preview} title={t('preview')} sandbox="" srcDoc={page ?? ''} />
    </Panel>
  );
}
