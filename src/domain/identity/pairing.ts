/** A PC and a phone have two minutes to find each other (issue 3, "Roster"). */
export const PAIRING_MS = 120_000;

/** What the code in the picture begins with, so that the scanner knows it from an activation card. */
const PREFIX = 'morning-study-pc:';
/** 16 bytes in base64url. */
const CODE = /^[A-Za-z0-9_-]{22}$/;

/** The text of the picture. Not an address: WeChat's own scanner shows it and opens nothing. */
export function pairingText(code: string): string {
  return `${PREFIX}${code}`;
}

/** The code in a scanned text, or null when it is none of ours. */
export function readPairingText(text: string): string | null {
  const code = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  return CODE.test(code) ? code : null;
}

/**
 * Three different pairs of digits, two figures each, and which of them the PC shows. `bytes` are random, at least 8.
 * The phone offers all three in this order, so that whoever confirms has to look at the PC's screen.
 */
export function drawDigits(bytes: Uint8Array): { digits: string; choices: string[] } {
  const choices: string[] = [];
  let offset = 0;
  for (let place = 0; place < 3; place += 1) {
    // Two bytes over the numbers that are left: the bias is under one in six hundred.
    let number = (((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)) % (90 - place);
    offset += 2;
    for (const taken of choices.map((choice) => Number(choice) - 10).sort((a, b) => a - b)) {
      if (number >= taken) number += 1;
    }
    choices.push(String(number + 10));
  }
  const digits = choices[(((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)) % 3] ?? '';
  return { digits, choices };
}

/** Browsers and systems as the phone names them; anything else is `other`. */
export const pairingBrowsers = ['chrome', 'edge', 'firefox', 'safari', 'other'] as const;
export const pairingSystems = ['windows', 'mac', 'linux', 'other'] as const;

export type PairingBrowser = (typeof pairingBrowsers)[number];
export type PairingSystem = (typeof pairingSystems)[number];

const browserWords: Record<PairingBrowser, string> = {
  chrome: 'Chrome 浏览器',
  edge: 'Edge 浏览器',
  firefox: 'Firefox 浏览器',
  safari: 'Safari 浏览器',
  other: '浏览器',
};
const systemWords: Record<PairingSystem, string> = {
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  other: '一台设备',
};

/** A computer in words: `Windows 电脑上的 Chrome 浏览器`. */
export function sayComputer(browser: PairingBrowser, system: PairingSystem): string {
  return `${systemWords[system]}上的 ${browserWords[browser]}`.replace('的 浏览器', '的浏览器');
}

/** Reads a browser's own description of itself (User-Agent). It may say what it likes: only for the person's eyes. */
export function readUserAgent(agent: string): { browser: PairingBrowser; system: PairingSystem } {
  const browser: PairingBrowser = /Edg\//.test(agent)
    ? 'edge'
    : /Firefox\//.test(agent)
      ? 'firefox'
      : /Chrome\//.test(agent)
        ? 'chrome'
        : /Safari\//.test(agent)
          ? 'safari'
          : 'other';
  const system: PairingSystem = /Windows/.test(agent)
    ? 'windows'
    : /Macintosh/.test(agent)
      ? 'mac'
      : /Android|iPhone|iPad/.test(agent)
        ? 'other'
        : /Linux/.test(agent)
          ? 'linux'
          : 'other';
  return { browser, system };
}
