import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { areaCodeOf } from '../../../server/modules/leads/checks/localPhone';
import { checkPhone } from '../../../server/modules/leads/checks/phone';

const codes = (text: string, country: string) => checkPhone(text, country).findings.map(({ code }) => code);

describe('a number is read as people, forms and exports write it', () => {
  test.each([
    ['KE', '+254 722 318 906', '+254722318906'],
    ['KE', '0722 318906', '+254722318906'],
    ['KE', '722318906', '+254722318906'],
    ['KE', '254722318906', '+254722318906'],
    ['KE', '00254 722 318906', '+254722318906'],
    ['KE', '000254722318906', '+254722318906'],
    ['KE', '+254 0722 318906', '+254722318906'],
    ['KE', 'p:+254722318906', '+254722318906'],
    ['KE', 'tel:+254-722-318-906', '+254722318906'],
    ['KE', '٠٧٢٢٣١٨٩٠٦', '+254722318906'],
    ['KE', '254722318906.0', '+254722318906'],
    ['KE', '0722 318906 / 0733 871204', '+254722318906'],
    ['KE', '0722318906/0733871204', '+254722318906'],
    ['KE', '0922318906, 0733871204', '+254733871204'],
    ['TZ', '0754 318 906', '+255754318906'],
    ['GR', '6944 848 966', '+306944848966'],
    ['GR', '0030 694 484 8966', '+306944848966'],
    ['GR', '210 331 8906', '+302103318906'],
    ['AM', '(0)91 23-81-96', '+37491238196'],
    ['AM', '8 91 238196', '+37491238196'],
    ['UZ', '90 123-81-96', '+998901238196'],
    ['UZ', '8 90 123 81 96', '+998901238196'],
    ['HU', '06 30 318 9067', '+36303189067'],
    ['HU', '+36 (30) 318-9067', '+36303189067'],
    ['US', '(212) 318-9067', '+12123189067'],
    ['US', '1-212-318-9067', '+12123189067'],
    ['US', '011 44 7400 318906', '+447400318906'],
    ['GB', '07400 318906', '+447400318906'],
    ['GB', '+44 (0)7400 318906', '+447400318906'],
    ['DE', '0171 / 3189067', '+491713189067'],
    ['DE', '49 176 81726354', '+4917681726354'],
    ['DE', '4917681726354', '+4917681726354'],
    ['DE', '49-151-81726354', '+4915181726354'],
    ['DE', '(49) 171 8172635', '+491718172635'],
    ['DE', '49/171/8172635', '+491718172635'],
    ['DE', '49 0176 81726354', '+4917681726354'],
    ['DE', '49 5251 208364', '+495251208364'],
    ['DE', '492212083645', '+492212083645'],
    ['DE', '4921 208364', '+494921208364'],
    ['DE', '4921208364', '+494921208364'],
    ['DE', '0171/2345613 oder 030/1237567', '+491712345613'],
    ['DE', '0171/2345613, 030/1237567', '+491712345613'],
    ['DE', '030 12375 / 030 67590', '+493012375'],
    ['DE', '0171/2345613 (nach 17 Uhr)', '+491712345613'],
    ['DE', '(Mobil 0171 2345613)', '+491712345613'],
    ['DE', 'Mobil: 0171 2345613, privat: 030 1237567', '+491712345613'],
    ['DE', '0049 160/78138511', '+4916078138511'],
    ['GR', '6944 11 22 34 ή 210 8112233', '+306944112234'],
    ['GR', 'κιν. 6944112234, σταθ. 2108112233', '+306944112234'],
    ['KE', '0733412352 (call after 5)', '+254733412352'],
    ['KE', '0733412352 call after 5', '+254733412352'],
    ['KE', '0733412352 na 0722318906', '+254733412352'],
    ['KE', '0733412352 0722318906', '+254733412352'],
    ['KE', '0733 412352 0722 318906', '+254733412352'],
    ['KE', '0733,412,352', '+254733412352'],
    ['HU', '06 30 318 9067 vagy 06 1 238 1234', '+36303189067'],
    ['UZ', '90 123-81-96 yoki 91 123-81-97', '+998901238196'],
    ['AM', '091 238196 կամ 093 238197', '+37491238196'],
    ['US', '(212) 318-9067 or (646) 318-9068', '+12123189067'],
    ['GB', 'ring 07400 318906 after 6pm', '+447400318906'],
    ['KE', '++254 722 318906', '+254722318906'],
    ['HU', '+ +36 30 318 9067', '+36303189067'],
    ['UZ', '0 90 123 81 96', '+998901238196'],
    ['UZ', '+998 (0) 90 123-81-96', '+998901238196'],
    ['UZ', '+998 0 90 123-81-96', '+998901238196'],
    ['UZ', '8 10 998 90 123 81 96', '+998901238196'],
    ['UZ', '8 371 204 82 39', '+998712048239'],
    ['UZ', '(371) 204-82-39', '+998712048239'],
    ['UZ', '+998 371 204 82 39', '+998712048239'],
    ['HU', '+36-(0)20-318-9067', '+36203189067'],
    ['HU', '+36 020 318 9067', '+36203189067'],
    ['HU', '0036 (0)20 318 9067', '+36203189067'],
    ['GR', '+30-0694 412 7233', '+306944127233'],
    ['GR', '02610719283', '+302610719283'],
    ['GR', '06944127233', '+306944127233'],
    ['KE', '254722318906.00', '+254722318906'],
    ['KE', '0722318906.0', '+254722318906'],
    ['GB', '+447400318906,00', '+447400318906'],
  ])('%s: %s is %s', (country, written, e164) => {
    expect(checkPhone(written, country)).toMatchObject({ e164 });
  });

  test.each([
    '8 916 384 12 57',
    '8-916-384-12-57',
    '+8 916 384 12 57',
    '+8(916)384-12-57',
    '8(916)3841257',
    '7 916 384 12 57',
    '8 10 7 916 3841257',
    '89163841257.0',
  ])(
    '%s is Russian where people from Armenia and Uzbekistan write it, and in Germany a number of Munich where it may be',
    (written) => {
      for (const country of ['AM', 'UZ'])
        expect(checkPhone(written, country)).toMatchObject({
          e164: '+79163841257',
          country: 'RU',
          findings: [{ code: 'PHONE_OTHER_COUNTRY', weight: 15 }],
        });
      expect(checkPhone('8 916 384 12 57', 'DE')).toMatchObject({ country: 'DE' });
      expect(checkPhone('8 91 238196', 'AM')).toMatchObject({ e164: '+37491238196' });
    },
  );

  test('a landline without its area code is read with that of the city where it has one, and waits where it has not', () => {
    const seen = (written: string, country: string, city?: string) => {
      const { e164, findings } = checkPhone(written, country, country, areaCodeOf(city));
      return [e164, ...findings.map(({ code }) => code)];
    };
    expect(seen('4817395', 'DE')).toEqual(['+494817395', 'PHONE_NO_AREA_CODE']);
    expect(seen('481 73 95', 'DE', 'DE-BY')).toEqual(['+494817395', 'PHONE_NO_AREA_CODE']);
    expect(seen('4817395', 'DE', 'DE-HH-hamburg')).toEqual(['+49404817395', 'PHONE_AREA_ADDED']);
    expect(seen('204-82-39', 'UZ', 'UZ-TK-tashkent')).toEqual(['+998712048239', 'PHONE_AREA_ADDED']);
    expect(seen('238 9067', 'HU', 'HU-BU')).toEqual(['+3612389067', 'PHONE_AREA_ADDED']);
    // With its code, and a mobile phone's, nothing is put in front.
    for (const whole of ['040 4817395', '+49 40 4817395', '0481 7395', '404817395', '1512 3456791'])
      expect(seen(whole, 'DE', 'DE-HH-hamburg')).toHaveLength(1);
    expect(seen('2048239', 'UZ')).toEqual([null, 'PHONE_IMPOSSIBLE']);
  });

  test('the same number written nationally and internationally is one number', () => {
    const kenyan = fc.integer({ min: 700_000_000, max: 729_999_999 }).map(String);
    fc.assert(
      fc.property(kenyan, fc.constantFrom('0', '+254', '254', '00254', 'p:+254', '+254 '), (national, prefix) => {
        const spaced = national.replace(/(\d{3})(?=\d)/g, '$1 ');
        expect(checkPhone(prefix + spaced, 'KE').e164).toBe(`+254${national}`);
      }),
    );
  });

  test('no text at all makes it throw or gives a number that is not E.164', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom('KE', 'US', 'UZ', 'XX'), (text, country) => {
        const { e164 } = checkPhone(text, country);
        expect(e164 === null || /^\+\d{6,15}$/.test(e164)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number whose beginning is written twice or wrongly is read', () => {
  const MOBILE = {
    ...{ KE: ['254', '722318906'], TZ: ['255', '754318906'], GR: ['30', '6972318906'], AM: ['374', '91318906'] },
    ...{ UZ: ['998', '902318906'], HU: ['36', '302318906'], US: ['1', '2123189067'], GB: ['44', '7400318906'] },
    DE: ['49', '15123189061'],
  } as Record<string, [string, string]>;
  const WAYS: ((code: string, national: string) => string)[] = [
    (code, national) => `+${code} +${code} ${national}`,
    (code, national) => `+${code}${code}${national}`,
    (code, national) => `+${code} 00${code} ${national}`,
    (code, national) => `00${code}+${code}${national}`,
    (code, national) => `(+${code}) ${code} ${national}`,
    (code, national) => `+0${code} ${national}`,
    (code, national) => `+00${code}${national}`,
    (code, national) => `0${code} ${national}`,
    (code, national) => `011 ${code} ${national}`,
  ];

  test.each(Object.entries(MOBILE))('in %s', (country, [code, national]) => {
    for (const way of WAYS) {
      const written = way(code, national);
      expect([written, checkPhone(written, country)]).toMatchObject([
        written,
        { e164: `+${code}${national}`, findings: [] },
      ]);
    }
  });

  test.each([
    ['UZ', '+8 998 90 231 89 06', '+998902318906'],
    ['UZ', '8 998 90 231 89 06', '+998902318906'],
    ['UZ', '+8 90 231 89 06', '+998902318906'],
    ['AM', '+8 374 91 318906', '+37491318906'],
    ['HU', '06 36 30 231 8906', '+36302318906'],
    ['HU', '+06 30 231 8906', '+36302318906'],
    ['KE', '+0722 318906', '+254722318906'],
    ['KE', '+254 +254 0722 318906', '+254722318906'],
    ['HU', '+36 36 302 318', '+3636302318'],
    // Another country's number with digits lost is none of this one.
    ['US', '+33 6 552 0145', null],
    ['KE', '+722 318906', null],
  ])('%s: %s is %s', (country, written, e164) => {
    expect(checkPhone(written, country).e164).toBe(e164);
  });
});

describe('a number that cannot exist says why', () => {
  test.each([
    ['KE', '0722 31', /plan of Kenya: it is too short/],
    ['KE', '0722 318 906 123 456', /plan of Kenya: it is too long/],
    ['KE', '0922 318 906', /plan of Kenya/],
    ['KE', 'call me', /it is not a number/],
    ['KE', '+999 123 456 789', /no country has this code/],
    ['HU', 'p:07700900456', /plan of Hungary/],
    ['KE', '0722 410 99', /it is too short/],
    ['KE', '07224109911', /it is too long/],
    ['TZ', '071234561', /it is too short/],
    ['HU', '06 30 934 12', /it is too short/],
    ['DE', '01512345791', /it is too short/],
    ['DE', '49 151 2345791', /it is too short/],
    ['GR', '69441122333', /it is too long/],
    ['US', '646-934-561', /it is too short/],
    ['US', '123-456-7890', /no area code there begins with 0 or 1/],
    ['US', '1 (123) 456-7890', /no area code there begins with 0 or 1/],
    ['US', '212-055-1234', /no number there begins like this/],
    ['KE', '0922 318 906', /no number there begins like this/],
    ['DE', '0192/2345613', /no number there begins like this/],
    ['DE', '071I2345613', /it is not a number/],
  ])('%s: %s', (country, written, words) => {
    const { e164, findings } = checkPhone(written, country);
    expect(e164).toBeNull();
    expect(findings).toEqual([expect.objectContaining({ code: 'PHONE_IMPOSSIBLE', weight: 100 })]);
    expect(findings[0]!.evidence).toMatch(words);
  });

  test('a number that a spreadsheet rounded is told apart', () => {
    expect(codes('2.54723E+11', 'KE')).toEqual(['PHONE_DAMAGED']);
  });

  test('the country of the batch is tried where the lead’s own has no such number', () => {
    expect(checkPhone('07400 318906', 'HU', 'GB')).toMatchObject({ e164: '+447400318906', country: 'GB' });
  });
});

describe('a number that exists may still speak against the lead', () => {
  test.each([
    ['KE', '0777 777 777', 'PHONE_SAME_DIGITS'],
    ['KE', '0712 345 678', 'PHONE_SEQUENCE'],
    ['AM', '+374 10 123456', 'PHONE_SEQUENCE'],
    ['UZ', '+998 71 1234567', 'PHONE_SEQUENCE'],
    ['HU', '06 1 234 5678', 'PHONE_SEQUENCE'],
    ['GR', '210 1234567', 'PHONE_SEQUENCE'],
    ['KE', '0712345978 or 0722318906', 'PHONE_SEVERAL'],
    ['KE', '0722 318906 / 0733 871204', 'PHONE_SEVERAL'],
    ['KE', '0800 723 253', 'PHONE_NOT_PERSONAL'],
    ['KE', '+255 754 318 906', 'PHONE_OTHER_COUNTRY'],
    ['US', '+1 (212) 555-0143', 'PHONE_FICTION'],
    ['GB', '07700 900456', 'PHONE_FICTION'],
    ['FR', '+33 1 99 00 12 34', 'PHONE_FICTION'],
    ['FR', '+33 6 39 98 12 34', 'PHONE_FICTION'],
    ['SE', '+46 70 174 06 05', 'PHONE_FICTION'],
    ['US', '+1 500 555 0006', 'PHONE_FICTION'],
    ['GB', '020 7946 0958', 'PHONE_FICTION'],
    ['GB', '01632 960983', 'PHONE_FICTION'],
    ['DE', '030 23125 042', 'PHONE_FICTION'],
    ['KE', 'p:<test lead: dummy data for phone_number>', 'TEST_LEAD'],
  ])('%s: %s gives %s', (country, written, code) => {
    expect(codes(written, country)).toContain(code);
  });

  test.each([
    ['a digit behind an area code', 'DE', '0049 172/14924511'],
    ['groups behind a slash', 'DE', '0049 171 / 81 72 637'],
    ['the same number once more', 'KE', '0722318906 / +254722318906'],
    ['a remark', 'KE', '0733412352 (call after 5)'],
  ])('%s is no other number that was left out', (_, country, written) => {
    expect(codes(written, country)).toEqual([]);
  });

  test('a number in a remark is one that was left out', () => {
    expect(codes('0722 318906 (wife 0733 871204)', 'KE')).toEqual(['PHONE_SEVERAL']);
  });

  test.each([
    ['KE', '0712 345 678', 60],
    ['TZ', '0712 345 678', 60],
    ['US', '212 345 6789', 60],
    ['HU', '06 1 234 5678', 60],
    ['DE', '0176 12345678', 60],
    ['GB', '07912 345678', 60],
    ['KE', '0722-345-678', 30],
    ['UZ', '90 123 45 67', 30],
    ['HU', '06 30 123 4567', 30],
    ['DE', '030 1234567', 30],
    ['US', '646 234 5678', 30],
    ['GR', '210 1234567', 30],
  ])('%s: %s counts as a whole, or at its end alone, and weighs %i', (country, written, weight) => {
    expect(checkPhone(written, country).findings).toMatchObject([{ code: 'PHONE_SEQUENCE', weight }]);
  });

  test('an ordinary number gives nothing, nor does an empty cell or a dash', () => {
    expect(codes('0171 / 3189067', 'DE')).toEqual([]);
    for (const written of ['0722 318906', '', '  ', '-', 'n/a', 'none']) expect(codes(written, 'KE')).toEqual([]);
    for (const none of [
      'hakuna',
      'hana',
      'sina simu',
      'nincs',
      'nincs telefon',
      'yo’q',
      'нет',
      'нет телефона',
      'δεν έχω',
      'չունեմ',
      'keine',
      'no',
      'x',
      '0',
      '--',
      'no phone',
    ])
      expect(checkPhone(none, 'KE')).toMatchObject({ e164: null, findings: [] });
    expect(codes('call me', 'KE')).not.toEqual([]);
  });

  test('line and country are those of the number: North America shares its plan', () => {
    expect(checkPhone('+30 210 331 8906', 'GR')).toMatchObject({ line: 'LANDLINE', country: 'GR', findings: [] });
    expect(checkPhone('+1 416 318 9067', 'US').findings).toEqual([]);
  });

  test('evidence never repeats the number', () => {
    for (const written of ['0777777777', '0712345678', '+255754318906', '072231', '2.54723E+11']) {
      const said = JSON.stringify(checkPhone(written, 'KE').findings);
      expect(said).not.toContain(written.replace(/\D/g, '').slice(-5));
    }
  });
});

describe('mobile numbers as another good source knows them', () => {
  interface Known {
    country: string;
    valid: string[];
    invalid: string[];
  }
  const file = path.join(__dirname, '../../fixtures/checks/mobile_numbers.json');
  const known = JSON.parse(readFileSync(file, 'utf8')) as Known[];

  const isMobileOf = (country: string, written: string): boolean => {
    const { e164, line, country: found } = checkPhone(written, country);
    return e164 !== null && line === 'MOBILE' && found === country;
  };

  /** Where the two differ, and why ours stays: the plans are those of libphonenumber, the readings those of people. */
  const DIFFERENCES: Record<string, Record<string, string[]>> = {
    KE: { 'no mobile prefix of the plan': ['254198452389'] },
    GR: {
      'no mobile prefix of the plan': ['6864567890'],
      'a prefix given out since': ['6924567890', '6964567890'],
    },
    UZ: { 'a prefix given out since': ['870123456'] },
    HU: { 'a number that moves with its owner, over the internet': ['06211234567'] },
    US: {
      'no area has this code': ['19876543210'],
      'a free-call number, which is no line of a person': ['8005552222'],
    },
    GB: { 'a number that follows its owner': ['07043425232'], 'a plus in front of the 0': ['+07888814488'] },
    DE: {
      'lengths that the plan allows behind this prefix': ['16212345678', '1761234567', '17012345678'],
      'the 0 of the inland prefix left behind the country code': ['+49015123456789'],
    },
    FR: {
      'ranges not given out to people': ['0712457898', '+33712457898', '33712457898'],
      'a number that moves with its owner, over the internet': ['0912457898'],
    },
    UA: {
      'readable, though blanks, hyphens, brackets or no 0 stand in it': [
        '982345679',
        '+380 98 234 5679',
        '+380-98-234-5679',
        '+380 (98) 234-56-79',
      ],
    },
    KZ: { 'numbers of houses': ['+77254716212', '77254716212', '87254716212', '7254716212'] },
    UG: { 'no mobile prefix of the plan': ['+256728590432', '+256733875610', '256728590234'] },
    RW: { 'no mobile prefix of the plan': ['0753346543'] },
    ZA: { 'a short number that the plan still has': ['082123'], 'a plus in front of the 0': ['+0821231234'] },
    RO: {
      'readable, though no 0 stands in front': ['740123456'],
      'a plus in front of the 0': ['+0711419752', '+0765351689'],
    },
    CA: {
      'no area has this code': ['19876543210'],
      'a free-call number, which is no line of a person': ['8005552222'],
      'a number of the United States, as an area code tells': ['+15673628910'],
    },
    NL: { 'no mobile prefix of the plan': ['0670123456', '31670123456', '+31670123456'] },
    CY: { 'numbers of no Cypriot': ['3599701619', '+3599148725', '3596676533'] },
    PL: {
      'numbers of houses': [
        '+48 56 376 87 47',
        '56 566 78 46',
        '657562855',
        '+48657562855',
        '+48 56 6572724',
        '+48 67 621 5461',
        '48 67 621 5461',
      ],
    },
    GE: { 'no mobile prefix of the plan': ['+995515352134', '+995798526662', '798526662', '+995799766525'] },
    AZ: {
      'readable, though a prefix is missing or a letter too many': ['994707007070', '556007070', '+994778008080a'],
    },
  };

  test.each(known)('$country: they agree, but for what is listed', ({ country, valid, invalid }) => {
    const differing = [
      ...valid.filter((written) => !isMobileOf(country, written)),
      ...invalid.filter((written) => isMobileOf(country, written)),
    ];
    expect(new Set(differing)).toEqual(new Set(Object.values(DIFFERENCES[country] ?? {}).flat()));
  });
});
