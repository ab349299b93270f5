import { checkConsentReach } from '../../../server/modules/leads/checks/consentReach';

describe('where consent was given', () => {
  const told = {
    text: 'I agree that insurers call me about my car.',
    page: 'https://cars.co.ke/offer',
    at: new Date('2026-05-05T12:00:00Z'),
    ip: '41.90.64.5',
    method: 'WEB_FORM',
  } as const;
  const web = { isOwnForm: false, isOffline: false };
  const found = (other: object, where: object = {}) =>
    checkConsentReach({ ...told, ...other }, { ...web, ...where }).map(({ code, weight }) => [code, weight]);

  test.each([
    'https://cars.co.ke/offer?utm=1',
    'cars.co.ke/offer',
    'http://autó.hu',
    'https://пример.рф/анкета',
    'https://bima.github.io/form',
    'http://41.90.64.5:8080/form',
    'https://[2a00:1450::1]/form',
    'https://form.example-cars.de',
    'https://test.de/',
    'https://localhost.cars.de/',
  ])('%s is a page that people see', (page) => {
    expect(found({ page })).toEqual([]);
    expect(found({ page, method: 'DOUBLE_OPT_IN' })).toEqual([]);
  });

  test.each([
    'http://localhost:3000/form',
    'https://LOCALHOST./form',
    'http://127.0.0.1/form',
    'http://2130706433.0/form',
    'http://192.168.1.20/form',
    'http://10.0.0.5',
    'http://[::1]:3000/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/',
    'https://cars.test/form',
    'cars.local/form',
    'https://crm.internal/',
    'https://forms.example.com/cars',
    'https://cars.invalid',
    'https://cars.kom/form',
  ])('%s is none: it holds a lead, at a stand it is noted', (page) => {
    expect(found({ page })).toEqual([['CONSENT_PAGE_NOT_PUBLIC', 45]]);
    expect(found({ page }, { isOffline: true })).toEqual([['CONSENT_PAGE_NOT_PUBLIC', 10]]);
    expect(found({ page, method: 'DOUBLE_OPT_IN' }, { isOffline: true })).toEqual([['CONSENT_PAGE_NOT_PUBLIC', 45]]);
    expect(found({ page }, { isOwnForm: true })).toEqual([]);
    // What was agreed to elsewhere has no page to be seen.
    expect(found({ page, method: 'PAPER_FORM' })).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.7',
    '::1',
    'fe80::1',
    'fd00::5',
    '::ffff:127.0.0.1',
    '203.0.113.7',
  ])('from %s nobody comes: it holds a double opt-in and is else noted', (ip) => {
    expect(found({ ip })).toEqual([['CONSENT_IP_NOT_PUBLIC', 5]]);
    expect(found({ ip, method: 'DOUBLE_OPT_IN' })).toEqual([['CONSENT_IP_NOT_PUBLIC', 45]]);
    expect(found({ ip, method: 'DOUBLE_OPT_IN' }, { isOwnForm: true })).toEqual([['CONSENT_IP_NOT_PUBLIC', 5]]);
  });

  test('lines share addresses, and of IPv6 what is given out is one', () => {
    for (const ip of ['100.64.3.4', '2a00:1450:4001::1', '::ffff:41.90.64.5', null]) {
      expect(found({ ip, method: 'DOUBLE_OPT_IN' })).toEqual([]);
    }
  });
});
