import type { Area } from '../../app/area';

export const area: Area = {
  open: [
    { index: true, lazy: async () => ({ Component: (await import('./FrontPage')).FrontPage }) },
    { path: '/log-in', lazy: async () => ({ Component: (await import('./LogInPage')).LogInPage }) },
    { path: '/sign-up', lazy: async () => ({ Component: (await import('./SignUpPage')).SignUpPage }) },
    { path: '/confirm', lazy: async () => ({ Component: (await import('./ConfirmPage')).ConfirmPage }) },
    { path: '/forgot-password', lazy: async () => ({ Component: (await import('./ForgotPage')).ForgotPage }) },
    { path: '/reset-password', lazy: async () => ({ Component: (await import('./ResetPage')).ResetPage }) },
    { path: '/join', lazy: async () => ({ Component: (await import('./JoinPage')).JoinPage }) },
  ],
};
