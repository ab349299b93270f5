import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './admin.module.css';

/** Where in the tree one is, with the way back up. */
export function RegionPath({ path }: { path: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation('admin');
  if (path.length === 0) return null;
  return (
    <nav aria-label={t('regions.path')}>
      <ol className={styles.path}>
        <li>
          <Link to="?">{t('regions.world')}</Link>
        </li>
        {path.map(({ code, name }, place) => (
          <li key={code}>
            {place === path.length - 1 ? (
              <span aria-current="true">{name}</span>
            ) : (
              <Link to={`?in=${code}`}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
