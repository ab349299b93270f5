/** The password of every demo login: shown at start, so it protects nothing. */
export const DEMO_PASSWORD = 'demo-lead-market-2026';

export interface DemoLogin {
  role: string;
  email: string;
  password: string;
}

const login = (role: string, name: string): DemoLogin => ({
  role,
  email: `${name}@leadbourse.example`,
  password: DEMO_PASSWORD,
});

/** One login for each role, as `npm start` prints them. */
export const demoLogins: readonly DemoLogin[] = [
  login('agency owner', 'agency'),
  login('agency manager', 'agency-manager'),
  login('business owner', 'business'),
  login('business manager', 'business-manager'),
  login('business agent', 'business-agent'),
  login('admin', 'admin'),
  login('moderator', 'moderator'),
  login('adjudicator', 'adjudicator'),
  login('finance', 'finance'),
];
