/**
 * Tells robots from people by what a browser says of itself. A person's browser has the shape of one: it begins as
 * browsers do, and names a machine that people sit at. What has not that shape is a program; what has it is a robot only
 * if it says so in a word that browsers, phones and apps do not bear.
 */
export type RobotKind =
  /** Nothing was said: every browser says something. */
  | 'EMPTY'
  /** A library or tool that fetches pages, or a name that no browser has. */
  | 'PROGRAM'
  /** A browser's words, and among them those of a robot. */
  | 'ROBOT';

/** No browser says more; what is longer is looked at so far. */
const LONGEST_CHARS = 1000;

export function robotIn(userAgent: string): RobotKind | null {
  const text = userAgent
    .slice(0, LONGEST_CHARS)
    .trim()
    .replace(/^(?:user-agent:\s*)?["'=\s]+|["'\s]+$/gi, '');
  if (text === '') return 'EMPTY';
  const told = withoutModel(text);
  if (SURE.test(told)) return 'ROBOT';
  if (!isBrowser(text)) return 'PROGRAM';
  return !IN_APP.test(text) && (LIKELY.test(told) || NAMED.test(told)) ? 'ROBOT' : null;
}

/**
 * What an app's own library says of itself, such as Dalvik or CFNetwork alone. A form may be sent by it for a person; a page
 * that it loads nobody looks at: the web views in which apps show pages bear a browser's words.
 */
export const isAppLibrary = (userAgent: string): boolean =>
  /\b(?:Dalvik|CFNetwork|AndroidDownloadManager)\//.test(userAgent) &&
  !/\bMozilla\/|\bAppleWebKit\/|\bOpera\b/.test(userAgent);

/**
 * What a maker calls a phone says nothing of who holds it (CUBOT, Scanpal, Spider), nor does the build of its system. In a
 * model a robot is known by a version or an address alone, as no phone has them.
 */
function withoutModel(text: string): string {
  return text.replace(
    /(\bAndroid[ /][\d.]+(?:-update\d)?;?|\bTizen [\d.]+;|\bKAIOS\/[\d.]+;?)([^()]*)/gi,
    (whole, system: string, rest: string) => (DECLARES.test(rest) ? whole : system),
  );
}

/** A word with a version, an address, or "compatible": how robots introduce themselves. */
const DECLARES = /(?:bot|crawler|spider|scraper|fetcher|preview)[\w-]*\/v?\d|https?:|\bcompatible;|@[\w-]+\.\w/i;

/** Web views of apps, and phones of before: they carry the words of their app, such as "NAVER(inapp; search; …)". */
const IN_APP =
  /; wv\)|\[FB|\bFB(?:AN|AV|IOS)\b|\bMobile\/\w+ (?!Safari|Version)|\bInstagram \d|\bMicroMessenger\/|\bLine\/\d|\bGSA\/|\binapp\b|MIDP-|CLDC-|\bUCWEB|\bUCBrowser|\bUP\.(?:Browser|Link)|\bOpera M(?:ini|obi)/i;

const words = (list: string): string =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .join('|');

/** Words that decide wherever they stand. */
const SURE = new RegExp(
  words(String.raw`
    (?<!\bcu)bots?(?![a-z])
    crawl
    spider
    scrap(?:e|er|ing|y)\b
    \bslurp\b
    headless
    phantomjs
    selenium
    puppeteer
    playwright
    \+https?:
    https?:\/\/(?!www\.avantbrowser)
    \bmediapartners
    \bfeedfetcher
    \bfacebookexternalhit
    \blighthouse\b
    \bpagespeed\b
    \bcompatible; ?(?:google|yandex|bing|ahrefs|semrush)
  `),
  'i',
);

/** Words of tools that look at pages for somebody; apps and phones bear some of them too. */
const LIKELY = new RegExp(
  words(String.raw`
    (?<!cam)scan(?:ner|ning)?\b
    fetch(?:er)?\b
    \barchiv(?:e|er)\b
    monitor(?:ing)?\b
    uptime
    \bpreview\b
    (?:link|url|site|page|seo|status|w3c)[ _-]?(?:check|valid|audit|analy|inspect|test)
    validator
    checker\b
    screenshot
    webshot
    snapshot
    sniffer
    harvest
    extractor
    download(?:er)?\b
    grabber
    \bproxy\b
    transcoder
    synthetic
    \bagent\/
    [\w.+-]+@[\w-]+\.[a-z]
    \bsearch ?engine
    \bindexer
    \bperl\b
    \bpython\b
    \bcurl\b
    \bruby\b
    \bjava\/
    \bphp\b
    \bnode(?:\.js)?\b
    library\b
    rss\b
    \bfeed(?:s|er)?\b
    agent\b
    insights?\b
    inspect
    verif(?:y|ier)\b
    optimi[sz]
    \baudit
    analy[sz]er
    detect
    discovery
    measure
    retriever
    grab\b
    watch(?:er|towr)\b
    abuse
    news(?:ai|now)?\/
    finder\b
    headers\b
    [a-z0-9]\.(?:com|co|org|io|html?)\b
  `),
  'i',
);

/** Tools that show themselves as a browser and add a name of their own. */
const NAMED = new RegExp(
  words(String.raw`
    gtmetrix
    pingdom
    ptst[/ ]\d
    \bylt\b
    \bdareboost
    catchpoint
    speedcurve
    statuscake
    site24x7
    newrelic
    datadog
    dynatrace
    ruxit
    rigor
    detectify
    nessus
    nikto
    sqlmap
    openvas
    wappalyzer
    builtwith
    netcraft
    miniature\.io
    webpagetest
    hubspot
    \bgoogle-ads
    playstore-google
    googleimageproxy
    hotjar
    datanyze
    foregenix
    collapsify
    linktiger
    marketgoo
    sindup
    thousandeyes
    manus-user
    testlocally
    google(?:-| web )(?:read|adwords|site|structured|page|favicon|snippet|inspection|speak|safety|extended|other)
    \bgoogle favicon
    bingpreview
    yandex(?!browser|search)\w+\/
    \bapis-google
    duckduckgo-favicons
    duplexweb
    whatsapp\/\d
    telegrambot
    slack-?imgproxy
    embedly
    bitlybot
    heritrix
    httrack
    nutch
    teoma
    \bcensys
    zgrab
    masscan
    ltx71
    panscient
    siteimprove
    screaming frog
    electron\/.*(?:postman|insomnia)
    functionize
    hardenize
    prerender
    rendertron
    jsdom
    htmlunit
    splash
    \bcypress\/
    cutycapt
    wkhtml
    webkit2png
    powermapper
    silktide
    sogou (?:web|inst|news|pic)
    \bchatgpt-user
    \bgptbot
    \bperplexity
    anthropic
    openai
    cohere
    bytespider
  `),
  'i',
);

/** Machines that people browse with, as the first brackets of a browser name them. */
const MACHINE =
  /\b(?:Windows(?: NT| ?CE| Phone| 9\d| 2000| XP)?|WinNT|Win(?:9[58x]|32)?|Macintosh|Mac_PowerPC|Mac OS|PPC|X11|Linux|Android|iPhone|iPad|iPod|Apple ?TV|CrOS|CrKey|BB10|BlackBerry|PlayBook|RIM Tablet|Symbian\w*|Series ?[468]0|S60|webOS|Web0S|hpwOS|Tizen|SMART-TV|SmartTV|Bada|Maemo|MeeGo|PlayStation|PSP|Nintendo|Xbox|KAIOS|Amiga\w*|MorphOS|BeOS|Haiku|OS\/2|SunOS|IRIX|HP-UX|AIX|(?:Free|Open|Net)BSD|DragonFly|Syllable|Inferno|RISC OS|J2ME|MIDP|Silk|Kindle|Nook|Roku|Danger|Palm\w*|NetFront|Mobile; ?(?:\w+; ?)?rv:|Tablet; ?rv:|Ubuntu|Fedora|Fuchsia|HarmonyOS|OpenHarmony|Sailfish|Jolla|QNX|Nokia|MAUI|SAMSUNG|Web OS|rv:\d+|NetCast|Viera|BRAVIA|Hbb[Tt][Vv]|TV)\b/i;

/** Engines and browsers: something of them follows the machine. */
const ENGINE =
  /\b(?:AppleWebKit|Gecko|Firefox|MSIE|Trident|Presto|Opera|KHTML|Konqueror|Chrome|CriOS|Safari|Edge|Goanna|Servo|NetFront|Silk|Blink|iCab|OmniWeb|Dillo|ELinks|Netscape|SeaMonkey|Iceweasel|NetPositive|UCBrowser|Navigator|Obigo|Teleca|IBrowse|AWeb|WAP|Mobile|PlayStation|PSP|Arora|Charon|IEMobile|Ladybird|libweb)/i;

/** Browsers that begin with a name of their own, apps on the web engine of a phone, and phones of before. */
const OTHER_BROWSERS = [
  /^(?:\d+ )?(?:Opera|Mercury|Avant Browser|Amiga-?\w*|IBrowse|Cyberdog|Voyager\d*|Galaxy|NCSA[_ ]Mosaic|Lynx|ELinks|Links|w3m|NetSurf|Dillo|Dooble|iTunes|Nook browser|ICE Browser|HotJava|Doris|Uzbl|Peach|Roku|Konqueror|Midori|MSIE)\b[/ ]/i,
  /^(?:Dalvik(?=\/[\d.]+ \(Linux;)|UCWEB|DoCoMo|KDDI|J-PHONE|Vodafone|SoftBank|MOT|SEC|LGE?|Nokia|SonyEricsson|Sony|SAMSUNG|BlackBerry|Alcatel|ZTE|HUAWEI|HTC|Lenovo|Karbonn|Micromax|FLY|PHILIPS|SAGEM|SIE|Panasonic|SHARP|Palm|Mitsu|portalmmm|Xiaomi|Coolpad|GIONEE|Spice|LAVA|INTEX|Celkon|TECNO|Infinix|itel|OPPO|vivo|MAUI|NativeHost|AndroidDownloadManager)[\w\-. ]*[/ (]/i,
  /\b(?:Profile\/ ?MIDP|Configuration\/ ?CLDC|MIDP-\d|CLDC-\d|UP\.Browser|UP\.Link|Obigo|Teleca|NetFront|Maui|WAP[ -]?Browser)/i,
  /^(?!nscurl)\S.* CFNetwork\/[\d.]+ (?:Darwin|AppleTV)\//,
  /^\S+ (?:Dalvik\/|iPhone\d|Windows Phone\/)/,
  /\bAppleWebKit\/[\d.]+.*(?:Mobile|Safari)/,
];

/** The first browsers named no engine: there was one. */
const NETSCAPE = /^Mozilla\/[2-4]\.\d+\w*\s*(?:\[\w+\]\s*)?\((?:Win|X11|Mac|OS\/2|compatible; (?:Dillo|NetPositive))/i;

function isBrowser(text: string): boolean {
  const mozilla = /^(?:[\w-]+[ /])?Mozilla\/\d[\w.]*\s*(?:\[\w+\]|[\w./-]+)?\s*\(/i.exec(text);
  if (mozilla && MACHINE.test(text) && ENGINE.test(text.slice(mozilla[0].length - 1))) return true;
  return NETSCAPE.test(text) || OTHER_BROWSERS.some((pattern) => pattern.test(text));
}
