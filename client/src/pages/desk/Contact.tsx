import { Button, CopyButton } from '@mantine/core';
import { Copy, Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContactFieldsFragment } from '../../generated/desk';
import type { CardDetails } from './CardPage';
import { Facts, Panel } from '../../ui/Panel';
import { useDetails } from '../../ui/useDetails';
import styles from './desk.module.css';

/**
 * Who the person is: one tap calls or writes, one copies; then all that the person said. Of who is not to be contacted
 * any more it stands there to be read and copied, so that the buyer finds them in its own systems.
 */
export function Contact({
  contact,
  mayContact,
  questions,
}: {
  contact: CardContactFieldsFragment | null;
  mayContact: boolean;
  questions: CardDetails['niche']['fields'];
}) {
  const { t } = useTranslation('desk');
  const detailsOf = useDetails(questions);
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
      {!mayContact && <p className={styles.line}>{t('contact.never')}</p>}
      {phone && (
        <Way
          text={phone}
          by={
            mayContact ? { href: `tel:${phone}`, act: t('contact.call'), icon: <Phone size={18} aria-hidden /> } : null
          }
        />
      )}
      {email && (
        <Way
          text={email}
          by={
            mayContact
              ? { href: `mailto:${email}`, act: t('contact.write'), icon: <Mail size={18} aria-hidden /> }
              : null
          }
        />
      )}
      {details.length > 0 && <Facts facts={detailsOf(details)} />}
    </Panel>
  );
}

interface Act {
  href: string;
  act: string;
  icon: ReactNode;
}

function Way({ text, by }: { text: string; by: Act | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.way}>
      {by ? (
        <a href={by.href} className={styles.reach}>
          {text}
        </a>
      ) : (
        <span className={styles.reach}>{text}</span>
      )}
      <div className={styles.acts}>
        {by && (
          <Button component="a" href={by.href} size="sm" leftSection={by.icon} aria-label={`${by.act} ${text}`}>
            {by.act}
          </Button>
        )}
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
