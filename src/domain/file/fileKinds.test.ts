import { judgeAnnounced, recogniseFile } from './fileKinds';

const MB = 1024 * 1024;
const bytes = (...values: number[]) => Uint8Array.from([...values, 0, 1, 2, 3, 4, 5, 6, 7]);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('before the content is there', () => {
  it.each([
    ['pieceAudio', '朗读.mp3', 5 * MB],
    ['piecePicture', '图.PNG', 20 * MB],
    ['import', '名册.xlsx', 20 * MB],
  ] as const)('takes %s %s of exactly the limit and not a byte more', (purpose, name, limit) => {
    expect(judgeAnnounced(purpose, name, limit)).toBe('fine');
    expect(judgeAnnounced(purpose, name, limit + 1)).toBe('tooLarge');
  });

  it.each([
    ['import', '朗读.mp3'],
    ['pieceAudio', '名册.xlsx'],
    ['piecePicture', '图.svg'],
    ['piecePicture', '图.png.html'],
    ['import', '名册'],
    ['import', '名册.'],
    ['import', 'constructor'],
    ['import', '名册.constructor'],
  ] as const)('refuses for %s the name %s', (purpose, name) => {
    expect(judgeAnnounced(purpose, name, 1)).toBe('kindRefused');
  });
});

describe('once it is there', () => {
  it.each([
    ['a.xlsx', bytes(0x50, 0x4b, 3, 4)],
    ['a.docx', bytes(0x50, 0x4b, 3, 4)],
    ['a.xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['a.pdf', utf8('%PDF-1.7')],
    ['a.png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a.jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['a.mp3', utf8('ID3')],
    ['a.mp3', bytes(0xff, 0xfb)],
    ['a.m4a', Uint8Array.from([0, 0, 0, 0x1c, ...utf8('ftypM4A ')])],
    ['a.csv', utf8('姓名,支部\r\n江晨,一支部\n')],
    // GB18030 has bytes over 0x7f only in pairs, which look like neither control characters
    ['a.txt', Uint8Array.from([0xb5, 0xb3, 0xd4, 0xb1])],
    ['a.txt', new Uint8Array(0)],
  ])('%s may begin so', (name, head) => {
    expect(recogniseFile(name, head)).toMatch(/^[a-z]+\/[a-z0-9.-]+$/);
  });

  it.each([
    ['a.xlsx', utf8('<html>')],
    ['a.xlsx', new Uint8Array(0)],
    ['a.xls', bytes(0x50, 0x4b, 3, 4)],
    ['a.pdf', utf8('PDF')],
    ['a.png', bytes(0xff, 0xd8, 0xff)],
    // AAC in ADTS has the same sync bits and layer 0
    ['a.mp3', bytes(0xff, 0xf1)],
    ['a.csv', bytes(0x50, 0x4b, 3, 4)],
    ['a.exe', utf8('MZ')],
  ])('%s may not begin so', (name, head) => {
    expect(recogniseFile(name, head)).toBeNull();
  });
});
