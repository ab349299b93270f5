import { robotIn } from '../../../server/platform/visitor/userAgent';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0';
const WEB_VIEW = 'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('browsers of people are people', () => {
  test.each([
    ['a browser', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`],
    ['another', 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0'],
    ['an old one', 'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)'],
    ['a phone with bot in its name', `Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20 Build/QP1A; wv) ${WEB_VIEW}`],
    ['the same without a space', `Mozilla/5.0 (Linux; Android 9;CUBOT_X20) ${CHROME} Mobile Safari/537.36`],
    [
      'a phone called robot',
      `Mozilla/5.0 (Linux; Android 8.1.0; Robot 4 Lite Build/O11019) ${CHROME} Mobile Safari/537.36`,
    ],
    [
      'a phone called spider',
      `Mozilla/5.0 (Linux; Android 6.0; Spider A5 Build/MRA58K) ${CHROME} Mobile Safari/537.36`,
    ],
    ['a till that scans', `Mozilla/5.0 (Linux; Android 10; ScanPal EDA51 Build/QKQ1) ${CHROME} Mobile Safari/537.36`],
    ['Facebook', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/441.1.0.39.109;FBDV/iPhone13,2;FBSN/iOS;FBRV/0]`],
    ['Instagram', `${IPHONE} Mobile/15E148 Instagram 301.0.0.29.111 (iPhone14,5; iOS 16_6; en_US; scale=3.00)`],
    ['Line', `Mozilla/5.0 (Linux; Android 11; M2101K6G Build/RKQ1; wv) ${WEB_VIEW} Line/13.9.0/IAB`],
    ['the search app', `${IPHONE} GSA/285.0.570543384 Mobile/15E148 Safari/604.1`],
    [
      'an app with search in its words',
      `Mozilla/5.0 (Linux; Android 12; SM-S901N; wv) ${WEB_VIEW} NAVER(inapp; search; 1010)`,
    ],
    ['an app of news', `Mozilla/5.0 (Linux; Android 9; MI 8 Build/PKQ1; wv) ${WEB_VIEW} NewsArticle/7.3.8`],
    ['an app that scans', `Mozilla/5.0 (Linux; Android 13; SM-A037F; wv) ${WEB_VIEW} QRScanner/2.8`],
    [
      'a phone of keys',
      'Nokia200/2.0 (11.95) Profile/MIDP-2.1 Configuration/CLDC-1.1 UCWEB/2.0 (Java; U; MIDP-2.0; en-US; nokia200)',
    ],
    ['Opera Mini', 'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; sw) Presto/2.12.423 Version/12.16'],
    [
      'a name that only begins like a robot’s',
      `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36 BotherBrowser/1.0`,
    ],
    ['an app of a phone', 'Dalvik/2.1.0 (Linux; U; Android 11; SM-A107F Build/RP1A)'],
    ['an app of another phone', 'MyBank/3.1 CFNetwork/1408.0.4 Darwin/22.5.0'],
    ['KaiOS', 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1'],
    ['with an address of an app store', `${IPHONE} Version/17.4.1 Mobile/15E148 Safari/604.1 (Ecosia ios@9.2.3.1367)`],
  ])('%s', (_name, agent) => {
    expect(robotIn(agent)).toBeNull();
  });
});

describe('robots and programs are none', () => {
  test.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['curl/8.4.0', 'PROGRAM'],
    ['python-requests/2.31.0', 'PROGRAM'],
    ['Go-http-client/2.0', 'PROGRAM'],
    ['okhttp/4.9.0', 'PROGRAM'],
    ['axios/1.6.2', 'PROGRAM'],
    ['Dalvik/2.1.0', 'PROGRAM'],
    ['CFNetwork/1408.0.4 Darwin/22.5.0', 'PROGRAM'],
    ['nscurl CFNetwork/1408.0.4 Darwin/22.5.0', 'PROGRAM'],
    ['Mozilla/5.0', 'PROGRAM'],
    ['Mozilla/5.0 (compatible; Something/1.0)', 'PROGRAM'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME.replace('Chrome', 'HeadlessChrome')} Safari/537.36`, 'ROBOT'],
    ['Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1', 'ROBOT'],
    [`Mozilla/5.0 (Linux; Android 11; moto g power (2022)) ${CHROME} Mobile Safari/537.36 Chrome-Lighthouse`, 'ROBOT'],
    [
      `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) ${CHROME} Mobile Safari/537.36 (compatible; Googlebot/2.1)`,
      'ROBOT',
    ],
    [
      `Mozilla/5.0 (Linux; Android 8.0; Pixel 2 Build/OPD3; Storebot-Google/1.0) ${CHROME} Mobile Safari/537.36`,
      'ROBOT',
    ],
    [
      'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider)',
      'ROBOT',
    ],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'ROBOT'],
  ])('%s is %s', (agent, kind) => {
    expect(robotIn(agent)).toBe(kind);
  });

  test('no text makes it slow or throw', () => {
    for (const text of [
      'bot'.repeat(3000),
      'Mozilla/5.0 ('.repeat(800),
      'a-'.repeat(4000),
      '(Linux; Android 9;'.repeat(500),
    ]) {
      const startedAt = Date.now();
      robotIn(text);
      expect(Date.now() - startedAt).toBeLessThan(5000);
    }
  });
});
