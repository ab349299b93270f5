import * as fc from 'fast-check';
import { email, line, newPassword, read, refuseOwnAddress } from '../../server/modules/accounts/input';
import {
  permissionsOf,
  ROLES_OF,
  rolesGrantedBy,
  statusAfterSuspension,
  topRoleOf,
} from '../../server/modules/accounts/rules';
import { type OrganisationKind, type OrganisationStatus, type Role } from '../../server/graphql/viewer';

const KINDS: OrganisationKind[] = ['AGENCY', 'BUSINESS', 'PLATFORM'];
const everyPlace = KINDS.flatMap((kind) => ROLES_OF[kind].map((role) => [kind, role] as const));
const permissions = (
  organisationKind: OrganisationKind,
  role: Role,
  organisationStatus: OrganisationStatus = 'ACTIVE',
) => permissionsOf({ organisationKind, role, organisationStatus });

describe('who gives which role', () => {
  test.each<[OrganisationKind, Role, Role[]]>([
    ['AGENCY', 'OWNER', ['OWNER', 'MANAGER']],
    ['AGENCY', 'MANAGER', []],
    ['BUSINESS', 'OWNER', ['OWNER', 'MANAGER', 'AGENT']],
    ['BUSINESS', 'MANAGER', ['AGENT']],
    ['BUSINESS', 'AGENT', []],
    ['PLATFORM', 'ADMIN', ['ADMIN', 'MODERATOR', 'ADJUDICATOR', 'FINANCE']],
    ['PLATFORM', 'MODERATOR', []],
    ['PLATFORM', 'ADJUDICATOR', []],
    ['PLATFORM', 'FINANCE', []],
  ])('%s %s gives %j', (kind, role, expected) => {
    expect(rolesGrantedBy(kind, role)).toEqual(expected);
  });

  test('nobody but the top role gives a role as high as their own', () => {
    for (const [kind, role] of everyPlace) {
      if (role !== topRoleOf(kind)) expect(rolesGrantedBy(kind, role)).not.toContain(role);
    }
  });

  test('whoever may give a role is told so as a permission, and nobody else', () => {
    for (const [kind, role] of everyPlace) {
      const mayGive = rolesGrantedBy(kind, role).length > 0;
      expect(permissions(kind, role).includes('MANAGE_MEMBERS')).toBe(mayGive);
    }
  });
});

describe('what a role may do', () => {
  test('agencies never buy, businesses never list, only the platform decides', () => {
    for (const [kind, role] of everyPlace) {
      const may = permissions(kind, role);
      if (kind !== 'BUSINESS') expect(may).not.toContain('BUY_LEADS');
      if (kind !== 'AGENCY') expect(may).not.toContain('LIST_LEADS');
      if (kind !== 'PLATFORM') expect(may).not.toContain('DECIDE_DISPUTES');
    }
  });

  test('an agent works cards and touches no money', () => {
    expect(permissions('BUSINESS', 'AGENT')).toEqual(['WORK_CARDS']);
  });

  test('an admin may do all that the other roles of the platform may', () => {
    const admin = permissions('PLATFORM', 'ADMIN');
    for (const role of ROLES_OF.PLATFORM) expect(admin).toEqual(expect.arrayContaining(permissions('PLATFORM', role)));
  });

  test('pending takes listing away and nothing else; suspended leaves a look at the money, claims and their answers', () => {
    for (const [kind, role] of everyPlace) {
      const active = permissions(kind, role);
      expect(permissions(kind, role, 'PENDING')).toEqual(active.filter((one) => one !== 'LIST_LEADS'));
      expect(permissions(kind, role, 'SUSPENDED')).toEqual(
        active.filter((one) => ['SEE_WALLET', 'SEE_EARNINGS', 'OPEN_DISPUTES', 'ANSWER_DISPUTES'].includes(one)),
      );
    }
  });
});

test.each<[OrganisationKind, boolean, OrganisationStatus]>([
  ['AGENCY', true, 'ACTIVE'],
  ['AGENCY', false, 'PENDING'],
  ['BUSINESS', false, 'ACTIVE'],
])('lifting the suspension of a %s (approved: %s) gives %s', (kind, wasApproved, expected) => {
  expect(statusAfterSuspension(kind, wasApproved)).toBe(expected);
});

describe('an e-mail address', () => {
  test.each([
    ['Amina@Example.COM ', 'amina@example.com'],
    ['info@Bücher.example', 'info@xn--bcher-kva.example'],
    ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
    ['a.b+c@mail.example.org', 'a.b+c@mail.example.org'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(read(email, typed)).toBe(kept);
  });

  test.each([
    '',
    '@',
    'a@',
    '@example.com',
    'a b@example.com',
    'a@example',
    'a@b@example.com',
    `${'a'.repeat(250)}@x.io`,
  ])('%j is refused', (typed) => {
    expect(() => read(email, typed)).toThrow(expect.objectContaining({ typename: 'InvalidInput' }));
  });

  test('read twice is the same as read once', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(
          /^ ?[A-Za-z0-9]{1,9}([._+-][A-Za-z0-9]{1,9}){0,2}@([a-zA-Zäöüé]{1,9}\.){1,2}[A-Za-z]{2,6} ?$/,
        ),
        (typed) => {
          const once = read(email, typed);
          expect(read(email, once)).toBe(once);
          expect(once).toBe(once.toLowerCase());
        },
      ),
    );
  });
});

describe('a name', () => {
  test.each(['Αγγελική Παπαδοπούλου', 'Արամ Սարգսյան', 'Oʻtkir Xoʻjayev', 'Nguyễn Văn A', '李小龙'])(
    '%s is kept',
    (name) => {
      expect(read(line(1, 100), name)).toBe(name.normalize('NFC'));
    },
  );

  test.each(['', '   ', 'a\nb', 'a\u0000b', 'a\u202Eb', 'x'.repeat(101)])('%j is refused', (name) => {
    expect(() => read(line(1, 100), name)).toThrow(expect.objectContaining({ typename: 'InvalidInput' }));
  });
});

test('a password is never changed on its way: spaces and letters of any script count', () => {
  for (const typed of ['  spaces at both ends  ', 'κωδικός πρόσβασης', 'p4$$ word word']) {
    expect(read(newPassword, typed)).toBe(typed);
  }
});

test.each([
  ['amina.odhiambo@example.com', 'newPassword'],
  ['Amina.Odhiambo@Example.COM', 'newPassword'],
  [' AMINA.ODHIAMBO ', 'password'],
] as const)('the own address is no password: %j is refused at its field', (typed, field) => {
  const refuse = () => refuseOwnAddress(typed, 'amina.odhiambo@example.com', field);
  expect(refuse).toThrow(expect.objectContaining({ typename: 'InvalidInput', path: [field] }));
});

test.each(['amina.odhiambo and more', 'somebody@example.com', '@example.com'])(
  'a password that only holds a part of the own address is taken: %j',
  (typed) => {
    expect(() => refuseOwnAddress(typed, 'amina.odhiambo@example.com', 'password')).not.toThrow();
  },
);
