import { Navigate, useLocation, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';

const HOMES: Readonly<Record<string, string | undefined>> = {
  niches: 'catalogue',
  regions: 'catalogue',
  prices: 'catalogue',
  rules: 'catalogue',
  health: 'ledger',
};

/** Leads from the short address of a page, such as /admin/prices, to where it stands among its tabs. */
export function Moved() {
  const { page = '' } = useParams();
  const { search } = useLocation();
  const home = HOMES[page];
  return home ? <Navigate to={`/admin/${home}/${page}${search}`} replace /> : <Missing />;
}
