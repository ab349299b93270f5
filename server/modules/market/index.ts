import { type ModuleManifest } from '../../platform/manifest';
import { saleCollection } from './sales/model';
import { releaseDueSales } from './sales/releaseSales';

export { boughtSince, buyersInNiches } from './sales/boughtSince';
export { type Sale } from './sales/model';
export { moveSale } from './sales/moveSale';
export { saleOf, salesById, salesOfBuyer, salesOfLeads } from './sales/readSales';
export { type Refund, refundSale } from './sales/refundSale';
export { releaseSales } from './sales/releaseSales';
export { type SaleState } from './sales/rules';

export const manifest: ModuleManifest = {
  name: 'market',
  collections: [saleCollection],
  jobs: [{ name: 'releaseSales', everySeconds: 60, run: releaseDueSales }],
};
