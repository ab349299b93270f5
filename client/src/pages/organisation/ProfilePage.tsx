import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { Page } from '../../ui/Page';
import { Appearance } from './Appearance';
import { Memberships } from './Memberships';
import { OwnName } from './OwnName';
import { Panel } from './Panel';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import styles from './organisation.module.css';

/** One's own login: who one is, where one works, the password, the devices, and how the pages look. */
export function ProfilePage() {
  const { t } = useTranslation('organisation');
  const { person } = useViewer();
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <div className={styles.panels}>
        <Panel title={t('profile.who')}>
          <OwnName />
          <dl className={styles.facts}>
            <dt>{t('profile.email')}</dt>
            <dd>{person.email}</dd>
          </dl>
          <Memberships />
        </Panel>
        <Panel title={t('password.title')}>
          <PasswordForm />
        </Panel>
        <Panel title={t('look.title')}>
          <Appearance />
        </Panel>
      </div>
      <Sessions />
    </Page>
  );
}
