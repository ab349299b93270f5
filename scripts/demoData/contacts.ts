import anyAscii from 'any-ascii';
import { type DemoCountry } from './names';
import { type Chance } from './random';

/**
 * Contacts that reach nobody, from ranges that registries keep for fiction and documentation only: 555-0100 to
 * 555-0199 of each North American area code (NANPA), numbers for drama use (Ofcom), numbers for media productions
 * (Bundesnetzagentur), domains of RFC 2606 and RFC 6761. Kenya, Tanzania, Greece, Armenia, Uzbekistan and Hungary keep
 * no such numbers: people there give an e-mail address, or a number from abroad.
 */
const AREA_CODES = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234,
  239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 281, 301, 302, 303, 304, 305, 307, 308, 309, 310,
  312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323, 325, 330, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386,
  401, 402, 404, 405, 406, 407, 408, 409, 410, 412, 413, 414, 415, 417, 419, 423, 424, 425, 432, 434, 435, 440, 443,
  469, 478, 479, 480, 484, 501, 502, 503, 504, 505, 507, 508, 509, 510, 512, 513, 515, 516, 517, 518, 520, 530, 540,
  541, 551, 559, 561, 562, 563, 567, 570, 571, 573, 574, 575, 580, 585, 586, 601, 602, 603, 605, 606, 607, 608, 609,
  610, 612, 614, 615, 616, 617, 618, 619, 620, 623, 626, 630, 631, 636, 641, 646, 650, 651, 660, 661, 662, 678, 682,
  701, 702, 703, 704, 706, 707, 708, 712, 713, 714, 715, 716, 717, 718, 719, 720, 724, 727, 731, 732, 734, 740, 754,
  757, 760, 763, 765, 770, 772, 773, 774, 775, 781, 785, 786, 801, 802, 803, 804, 805, 806, 808, 810, 812, 813, 814,
  815, 816, 817, 818, 828, 830, 831, 832, 843, 845, 847, 848, 850, 856, 857, 858, 859, 860, 862, 863, 864, 865, 901,
  903, 904, 906, 907, 908, 909, 910, 912, 913, 914, 915, 916, 917, 918, 919, 920, 925, 928, 931, 936, 937, 940, 941,
  947, 949, 951, 952, 954, 956, 970, 971, 972, 973, 978, 979, 980, 985, 989,
] as const;

const BRITISH = [
  '7700900',
  '2079460',
  '1134960',
  '1144960',
  '1154960',
  '1164960',
  '1174960',
  '1214960',
  '1314960',
  '1414960',
  '1514960',
  '1614960',
  '1632960',
  '1914980',
  '2896496',
  '2920180',
];
const GERMAN = ['3023125', '6990009', '4066969', '2214710', '8999998'];
const MAIL_HOSTS = [
  'example.com',
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'post.example',
  'inbox.example',
];

/**
 * Gives each person a number and an address that no other has, as long as there are any. Numbers run out (31,000 North
 * American, 16,000 British, 5,000 German), addresses never do.
 */
export class ContactBook {
  private readonly used = new Set<string>();

  constructor(private readonly chance: Chance) {}

  /** A number in E.164, or null when a few tries found none that is free. */
  phone(country: DemoCountry): string | null {
    for (let tries = 0; tries < 20; tries += 1) {
      const number = this.anyNumber(country);
      if (this.used.has(number)) continue;
      this.used.add(number);
      return number;
    }
    return null;
  }

  private anyNumber(country: DemoCountry): string {
    const three = String(this.chance.whole(0, 999)).padStart(3, '0');
    if (country === 'GB') return `+44${this.chance.happens(0.06) ? '7700900' : this.chance.pick(BRITISH)}${three}`;
    if (country === 'DE') return `+49${this.chance.pick(GERMAN)}${three}`;
    return `+1${this.chance.pick(AREA_CODES)}55501${three.slice(1)}`;
  }

  /** An address by the person's name in Latin letters. */
  email(given: string, family: string): string {
    const words = [given, family].map((name) =>
      anyAscii(name)
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    );
    const host = this.chance.pick(MAIL_HOSTS);
    for (let tries = 0; ; tries += 1) {
      const mark = tries === 0 ? '' : String(this.chance.whole(1, 99 * 10 ** Math.min(tries, 5)));
      const address = `${words.join(this.chance.pick(['.', '', '_']))}${mark}@${host}`;
      if (this.used.has(address)) continue;
      this.used.add(address);
      return address;
    }
  }
}
