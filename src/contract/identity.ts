import * as v from 'valibot';
import { pairingBrowsers, pairingSystems } from '../domain/identity/pairing';
import { operation } from './operation';
import { Day, Id, Instant, line, Nothing } from './shapes';

/** What a person may do at present; screens offer only what is in here, the server decides again each time. */
const Act = v.string();

const Me = v.object({
  memberId: Id,
  name: v.string(),
  tenantId: Id,
  tenantName: v.string(),
  /** The branch of today; null for an administrator outside any branch. */
  branch: v.nullable(v.object({ id: Id, name: v.string() })),
  posts: v.array(
    v.object({ post: v.string(), title: v.string(), organisationId: Id, organisationName: v.string() }),
  ),
  acts: v.array(Act),
  /** Separate consent to the processing of membership data (PIPL art. 29); null: not asked yet. */
  consent: v.nullable(v.boolean()),
  /** The H5 door is open (a passphrase is set). */
  hasPassphrase: v.boolean(),
  loginName: v.string(),
  unreadNotices: v.number(),
  demo: v.boolean(),
});

const exampleMe = {
  memberId: '01980000-0000-7000-8000-000000000301',
  name: '江晨',
  tenantId: '01980000-0000-7000-8000-0000000000ff',
  tenantName: '演示市场监管局',
  branch: { id: '01980000-0000-7000-8000-00000000000b', name: '机关第二党支部' },
  posts: [],
  acts: ['study.read'],
  consent: true,
  hasPassphrase: false,
  loginName: 'k2039471',
  unreadNotices: 0,
  demo: true,
};

/** A session for a channel without a platform identity: the cookie is set by the entry, the token is for clients that keep no cookies. */
const SignedIn = v.object({ me: Me, token: v.nullable(v.string()) });

/** One pair of shoes of the demo bureau. */
export const Shoe = v.picklist(['member', 'secretary', 'publicityOfficer', 'committeeOfficer', 'clerk']);

export const identityWelcome = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    /** Null before sign-in. */
    me: v.nullable(Me),
    /** Present in a database with the demo mark only. */
    demo: v.nullable(
      v.object({
        shoes: v.array(v.object({ shoe: Shoe, name: v.string(), title: v.string(), tryThis: v.string() })),
      }),
    ),
    /** More than one bureau knows this person: choose once. */
    choices: v.array(v.object({ tenantId: Id, tenantName: v.string() })),
    hostUnit: v.nullable(v.string()),
    /** The second way in, by the phone number that WeChat has verified, is offered. */
    phoneDoor: v.optional(v.boolean()),
  }),
  example: {
    input: {},
    output: {
      me: null,
      demo: {
        shoes: [{ shoe: 'member', name: '江晨', title: '党员', tryThis: '读今天的一篇，盖上今日已学' }],
      },
      choices: [],
      hostUnit: null,
    },
  },
});

export const identityMe = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ me: Me }),
  example: { input: {}, output: { me: exampleMe } },
});

/** As people type it: three groups, case and separators do not matter. */
const ActivationCode = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(40));
const Passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const identityActivate = operation({
  kind: 'door',
  input: v.object({
    code: ActivationCode,
    /** H5 only: the login name printed on the card and a passphrase of one's own. In WeChat the code binds the openid. */
    loginName: v.optional(line(20)),
    passphrase: v.optional(Passphrase),
  }),
  output: SignedIn,
  example: { input: { code: 'K7QD-2M4P-9XWA' }, output: { me: exampleMe, token: null } },
});

/** The second way in, in WeChat only: `phoneCode` is WeChat's proof of the moment (open-type getPhoneNumber). */
export const identityActivateByPhone = operation({
  kind: 'door',
  input: v.object({ phoneCode: line(200) }),
  output: SignedIn,
  example: { input: { phoneCode: 'e31968a7f94cc5ee' }, output: { me: exampleMe, token: null } },
});

/** A browser with nobody in it asks for a picture to be scanned. `secret` stays with it; `text` goes into the picture. */
export const identityBeginPairing = operation({
  kind: 'door',
  input: v.object({ browser: v.picklist(pairingBrowsers), system: v.picklist(pairingSystems) }),
  output: v.object({
    text: v.string(),
    /** Two figures, shown beside the picture. */
    digits: v.string(),
    secret: v.string(),
    expiresAt: Instant,
  }),
  example: {
    input: { browser: 'chrome', system: 'windows' },
    output: {
      text: 'morning-study-pc:A-_4567890123456789012',
      digits: '42',
      secret: 'opaque',
      expiresAt: '2026-11-23T00:32:00.000Z',
    },
  },
});

const PairingCode = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** The signed-in phone has scanned the picture. */
export const identityScanPairing = operation({
  kind: 'door',
  input: v.object({ code: PairingCode }),
  output: v.object({
    /** As the browser calls itself. */
    computer: v.string(),
    /** Three pairs of digits; the PC shows one of them. */
    choices: v.array(v.string()),
    askedAt: Instant,
    expiresAt: Instant,
  }),
  example: {
    input: { code: 'A-_4567890123456789012' },
    output: {
      computer: 'Windows 电脑上的 Chrome 浏览器',
      choices: ['17', '42', '80'],
      askedAt: '2026-11-23T00:30:00.000Z',
      expiresAt: '2026-11-23T00:32:00.000Z',
    },
  },
});

/** The digits that the PC shows let it in; null (not me) and other digits end the pairing. */
export const identityConfirmPairing = operation({
  kind: 'door',
  input: v.object({
    code: PairingCode,
    digits: v.nullable(v.pipe(v.string(), v.regex(/^\d{2}$/))),
  }),
  output: Nothing,
  example: { input: { code: 'A-_4567890123456789012', digits: '42' }, output: {} },
});

/** The PC asks how far it is; confirmed, it is signed in. */
export const identityCollectPairing = operation({
  kind: 'door',
  input: v.object({ secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)) }),
  output: v.object({
    state: v.picklist(['waiting', 'scanned', 'signedIn', 'ended']),
    me: v.nullable(Me),
  }),
  example: {
    input: { secret: 'A-_4567890123456789012345678901234567890123' },
    output: { state: 'waiting', me: null },
  },
});

export const identitySignIn = operation({
  kind: 'door',
  input: v.object({ loginName: line(20), passphrase: Passphrase }),
  output: SignedIn,
  example: {
    input: { loginName: 'k2039471', passphrase: '三楼会议室的旧挂钟' },
    output: { me: exampleMe, token: null },
  },
});

/** Self-hosted mini-program: wx.login's code becomes a session (architecture.md "Sessions"). */
export const identityWeixinSignIn = operation({
  kind: 'door',
  input: v.object({ appid: v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/)), loginCode: line(200) }),
  /** `me` is null for an openid that no card has been used with yet; the token then opens only activation. */
  output: v.object({ me: v.nullable(Me), token: v.string() }),
  example: {
    input: { appid: 'wx0123456789abcdef', loginCode: '0a1b2c' },
    output: { me: null, token: 'opaque' },
  },
});

export const identityChooseBureau = operation({
  kind: 'door',
  input: v.object({ tenantId: Id }),
  output: v.object({ me: Me }),
  example: { input: { tenantId: exampleMe.tenantId }, output: { me: exampleMe } },
});

/** What a card in a group leads to: whom it is for, and to those of that bureau who are signed in the screen. */
export const identityOpenLink = operation({
  kind: 'read',
  input: v.object({ link: line(100) }),
  output: v.object({
    /** The bureau's name. */
    bureau: v.string(),
    target: v.nullable(v.object({ screen: v.string(), query: v.record(v.string(), v.string()) })),
  }),
  example: {
    input: { link: 'AQGYAAAAAHAAgAAAAAAAAAEBmAAAAABwAIAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAA' },
    output: {
      bureau: '演示局',
      target: { screen: 'piece', query: { pieceId: '01980000-0000-7000-8000-000000000001' } },
    },
  },
});

export const identitySignOut = operation({
  kind: 'door',
  input: Nothing,
  output: Nothing,
  example: { input: {}, output: {} },
});

/** 在电脑上使用: a signed-in member opens the H5 door. */
export const identitySetPassphrase = operation({
  kind: 'write',
  input: v.object({ passphrase: Passphrase }),
  output: v.object({ loginName: v.string() }),
  example: { input: { passphrase: '三楼会议室的旧挂钟' }, output: { loginName: 'k2039471' } },
});

export const identityConsent = operation({
  kind: 'write',
  input: v.object({ agreed: v.boolean() }),
  output: v.object({ agreed: v.boolean(), recordedAt: Instant }),
  example: { input: { agreed: true }, output: { agreed: true, recordedAt: '2026-11-23T00:30:00.000Z' } },
});

export const identitySessions = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    sessions: v.array(
      v.object({ id: Id, channel: v.picklist(['weapp', 'h5']), signedInOn: Day, current: v.boolean() }),
    ),
  }),
  example: {
    input: {},
    output: {
      sessions: [
        {
          id: '01980000-0000-7000-8000-000000000601',
          channel: 'h5',
          signedInOn: '2026-11-20',
          current: true,
        },
      ],
    },
  },
});

export const identityRevokeSession = operation({
  kind: 'write',
  input: v.object({ sessionId: Id }),
  output: Nothing,
  example: { input: { sessionId: '01980000-0000-7000-8000-000000000601' }, output: {} },
});

/** Registered only in a database with the demo mark. */
export const identityStepInto = operation({
  kind: 'door',
  input: v.object({ shoe: Shoe }),
  output: SignedIn,
  example: { input: { shoe: 'member' }, output: { me: exampleMe, token: null } },
});

/** 重新开始演示: a fresh open meeting and no marks for whoever asks. Registered only in a database with the demo mark. */
export const identityRestartDemo = operation({
  kind: 'door',
  input: Nothing,
  output: Nothing,
  example: { input: {}, output: {} },
});
