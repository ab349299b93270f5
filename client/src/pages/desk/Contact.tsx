import { Button, CopyButton } from '@mantine/core';
import { Copy, Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContactFieldsFragment } from '../../generated/desk';
import { Facts, Panel } from '../../ui/Panel';
import { useDetails } from '../../ui/useDetails';
import styles from './desk.module.css';

/** Who the person is: one tap calls or writes, one copies; then all that the person said. */
export function Contact({ contact }: { contact: CardContactFieldsFragment | null }) {
  const { t } = useTranslation('desk');
  const detailsOf = useDetails();
  if (!contact) {
    return (
      <Panel title={t('contact.title')}>
        <p className={styles.line}>{t('contact.none')}</p>
      </Panel>
    );
  }
  const { phone, email, details } = contact;
  return (
    <Panel title={t('contact.title')}>
      {phone && (
        <Way icon={<Phone size={18} aria-hidden />} href={`tel:${phone}`} text={phone} act={t('contact.call')} />
      )}
      {email && (
        <Way icon={<Mail size={18} aria-hidden />} href={`mailto:${email}`} text={email} act={t('contact.write')} />
      )}
      {details.length > 0 && <Facts facts={detailsOf(details)} />}
    </Panel>
  );
}

function Way({ icon, href, text, act }: { icon: ReactNode; href: string; text: string; act: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.way}>
      <a href={href} className={styles.reach}>
        {text}
      </a>
      <div className={styles.acts}>
        <Button component="a" href={href} size="sm" leftSection={icon} aria-label={`${act} ${text}`}>
          {act}
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="sm"
              variant="default"
              leftSection={<Copy size={16} aria-hidden />}
              aria-label={`${t('act.copy')} ${text}`}
              onClick={copy}
            >
              <span role="status">{t(copied ? 'act.copied' : 'act.copy')}</span>
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
