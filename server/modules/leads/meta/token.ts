import { openFields, sealFields, type SealedFields } from '../../../platform/seal';
import { type MetaConnection } from './model';

const COLLECTION = 'meta_connections';

export const sealToken = (connectionId: string, token: string): SealedFields =>
  sealFields(COLLECTION, connectionId, { token });

export const openToken = ({ _id, sealed }: Pick<MetaConnection, '_id' | 'sealed'>): string =>
  openFields(COLLECTION, _id, sealed).token!;
