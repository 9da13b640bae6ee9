import fc from 'fast-check';
import { exifWithPlace, jpegWithPlace, m4aOf, mp3Of, pngOf } from '../../../cloud/testing/media';
import type { CleanedMedia } from './cleanedMedia';
import { cleanMedia } from './cleanMedia';

/** What must be nowhere in what is kept. */
const traces = /GPS|somebody|Shanghai|31\.23|xmpmeta|film/;

function kept(media: CleanedMedia | null): Buffer {
  if (media === null || media.kind === 'refused') throw new Error(`refused: ${JSON.stringify(media)}`);
  return Buffer.from(media.content);
}

describe('a picture', () => {
  it.each([
    ['a JPEG', jpegWithPlace(1)],
    ['a JPEG that lies on its side', jpegWithPlace(6)],
    [
      'a PNG',
      pngOf(16, 8, [
        ['eXIf', exifWithPlace(6)],
        ['tEXt', Buffer.from('Comment\0GPS')],
      ]),
    ],
  ])('%s loses its place and everything beside the picture', (_what, content) => {
    expect(content.toString('latin1')).toMatch(traces);
    expect(kept(cleanMedia(content)).toString('latin1')).not.toMatch(traces);
  });

  it('keeps how it is turned, and its size is that of the turned picture', () => {
    expect(cleanMedia(jpegWithPlace(1))).toMatchObject({ kind: 'picture', width: 16, height: 8 });
    for (const turned of [jpegWithPlace(6), pngOf(16, 8, [['eXIf', exifWithPlace(6)]])]) {
      const once = cleanMedia(turned);
      expect(once).toMatchObject({ kind: 'picture', width: 8, height: 16 });
      // Cleaning what is clean changes nothing, the turn included.
      expect(cleanMedia(kept(once))).toEqual(once);
    }
  });

  it('keeps the colours and the picture itself, byte for byte', () => {
    const cleaned = kept(cleanMedia(jpegWithPlace(1)));
    const original = jpegWithPlace(1);
    const from = original.indexOf(Buffer.from('ICC_PROFILE')) - 4;
    const to = original.indexOf(Buffer.from('and a film'));
    expect(cleaned).toEqual(Buffer.concat([original.subarray(0, 2), original.subarray(from, to)]));
    expect(kept(cleanMedia(pngOf(3, 3)))).toEqual(pngOf(3, 3));
  });

  it('is refused when it breaks off anywhere before its end', () => {
    for (const whole of [pngOf(16, 8), jpegWithPlace(1)]) {
      const end = kept(cleanMedia(whole)).length > 0 ? whole.indexOf(Buffer.from('and a film')) : 0;
      const length = end > 0 ? end : whole.length;
      for (let cut = 8; cut < length; cut += 1) {
        expect(cleanMedia(whole.subarray(0, cut))).toEqual({ kind: 'refused', code: 'picture_unreadable' });
      }
    }
  });

  it('is refused when it only begins as one', () => {
    const page = Buffer.from('<html>hello</html>'.repeat(20));
    for (const head of [
      [0xff, 0xd8, 0xff, 0xe0],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ]) {
      expect(cleanMedia(Buffer.concat([Buffer.from(head), page]))).toMatchObject({ kind: 'refused' });
    }
    expect(cleanMedia(page)).toBeNull();
  });

  it('takes 25 million pixels and not a row more', () => {
    const claims = (width: number, height: number) => {
      const small = jpegWithPlace(1);
      const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
      small.writeUInt16BE(height, frame + 5);
      small.writeUInt16BE(width, frame + 7);
      return cleanMedia(small);
    };
    expect(claims(5_000, 5_000)).toMatchObject({ kind: 'picture' });
    expect(claims(5_000, 5_001)).toEqual({ kind: 'refused', code: 'picture_too_large' });
  });
});

describe('a recording', () => {
  it.each([
    ['an MP3', mp3Of],
    ['an M4A', m4aOf],
  ])('%s is measured by itself: exactly 180 s may be, with what encoders add; 181 s not', (_what, of) => {
    expect(cleanMedia(of(61))).toMatchObject({ kind: 'sound', seconds: 61 });
    expect(cleanMedia(of(180))).toMatchObject({ kind: 'sound', seconds: 180 });
    expect(cleanMedia(of(180.5))).toMatchObject({ kind: 'sound', seconds: 180 });
    expect(cleanMedia(of(181.1))).toEqual({ kind: 'refused', code: 'audio_too_long' });
    expect(cleanMedia(of(600))).toEqual({ kind: 'refused', code: 'audio_too_long' });
    expect(cleanMedia(of(0))).toEqual({ kind: 'refused', code: 'audio_unreadable' });
  });

  it('does not believe a head that says less than its samples', () => {
    expect(cleanMedia(m4aOf(10, 600))).toEqual({ kind: 'refused', code: 'audio_too_long' });
  });

  it('loses names and places', () => {
    for (const content of [mp3Of(2), m4aOf(2)]) {
      expect(content.toString('latin1')).toMatch(traces);
      expect(kept(cleanMedia(content)).toString('latin1')).not.toMatch(traces);
    }
  });

  it('is no page with a tag before it, no film, nothing broken off', () => {
    const page = Buffer.concat([mp3Of(0).subarray(0, 40), Buffer.from('<html>'.repeat(1_000))]);
    expect(cleanMedia(page)).toEqual({ kind: 'refused', code: 'audio_unreadable' });
    expect(cleanMedia(m4aOf(5, 5, 'vide'))).toEqual({ kind: 'refused', code: 'audio_unreadable' });
    const whole = m4aOf(5);
    for (let cut = 12; cut < whole.length; cut += 7) {
      expect(cleanMedia(whole.subarray(0, cut))).toEqual({ kind: 'refused', code: 'audio_unreadable' });
    }
  });
});

it('answers any bytes with a value', () => {
  const heads = [pngOf(3, 3), jpegWithPlace(6), mp3Of(1), m4aOf(1)];
  const damaged = fc
    .tuple(fc.constantFrom(...heads), fc.array(fc.tuple(fc.nat(4_000), fc.integer({ min: 0, max: 255 }))))
    .map(([head, edits]) => {
      const bytes = Buffer.from(head);
      for (const [at, value] of edits) bytes[at % bytes.length] = value;
      return bytes;
    });
  fc.assert(
    fc.property(damaged, (bytes) => {
      const media = cleanMedia(bytes);
      expect(media === null || ['picture', 'sound', 'refused'].includes(media.kind)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
