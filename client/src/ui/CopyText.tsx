import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Copies a text that stands beside it; `label` says which. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="xs" variant="default" aria-label={label} onClick={copy}>
          <span role="status">{t(copied ? 'act.copied' : 'act.copy')}</span>
        </Button>
      )}
    </CopyButton>
  );
}
