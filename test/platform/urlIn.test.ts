import { urlIn } from '../../server/platform/urlIn';

test('an address with letters beyond ASCII is one however often one is asked for', () => {
  const asked = Array.from({ length: 20_000 }, () => urlIn('https://autó.hu/ajánlat')?.hostname);
  expect(new Set(asked)).toEqual(new Set(['xn--aut-ina.hu']));
});

test('what is no address is none, and a path is one beside its base', () => {
  expect(urlIn('autó.hu')).toBeNull();
  expect(urlIn('/wallet', 'https://market.example')?.href).toBe('https://market.example/wallet');
});
