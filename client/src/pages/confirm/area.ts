import type { Area } from '../../app/area';

/** What a person sees behind the link of a message: whether a request is theirs. */
export const area: Area = {
  open: [{ path: '/v/:token', lazy: async () => ({ Component: (await import('./QuestionPage')).QuestionPage }) }],
};
