import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './model';
import { handlers } from './requestMessage';
import { resolvers } from './resolvers';

export { canSend, deliver } from './deliver';
export { type MessageChannel } from './model';
export { requestMessage } from './requestMessage';

export const manifest: ModuleManifest = { name: 'messages', resolvers, collections, handlers };
