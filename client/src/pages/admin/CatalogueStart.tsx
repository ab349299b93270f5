import { Navigate } from 'react-router';

/** The catalogue opens at its niches. */
export const CatalogueStart = () => <Navigate to="/admin/catalogue/niches" replace />;
