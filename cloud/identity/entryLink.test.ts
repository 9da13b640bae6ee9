import { createTestBureau, type TestWorld } from '../testing/bureau';
import { addPiece } from '../testing/pieces';
import { readLink, writeLink } from './entryLink';

let world: TestWorld;
let pieceId: string;
let link: string;
beforeAll(async () => {
  world = await createTestBureau();
  pieceId = await addPiece(world, { publishOn: '2026-11-20', title: '药店能不能换药' });
  link = (await world.ok('member', 'study.piece', { pieceId })).piece.link ?? '';
});
afterAll(() => world.close());

describe('a link for a card in the group', () => {
  it('leads whoever is signed in to its bureau to the piece, the same for every sender', async () => {
    expect(await world.ok('secondMember', 'identity.openLink', { link })).toEqual({
      bureau: '测试市场监管局',
      target: { screen: 'piece', query: { pieceId } },
    });
    expect((await world.ok('secretary', 'study.piece', { pieceId })).piece.link).toBe(link);
  });

  it('tells a stranger, and somebody of another bureau, whom it is for and nothing else', async () => {
    const seen = { bureau: '测试市场监管局', target: null };
    expect(await world.ok(null, 'identity.openLink', { link })).toEqual(seen);
    expect(await world.foreign.ok('member', 'identity.openLink', { link })).toEqual(seen);
  });

  it('opens nothing by itself: a sibling branch’s piece stays closed', async () => {
    const closed = await addPiece(world, { publishOn: '2026-11-20', at: 'sibling' });
    const theirs = (await world.ok('siblingMember', 'study.piece', { pieceId: closed })).piece.link ?? '';
    const { target } = await world.ok('member', 'identity.openLink', { link: theirs });
    expect(target?.query).toEqual({ pieceId: closed });
    expect(await world.refused('member', 'study.piece', { pieceId: closed })).toBe('not_found');
  });

  it('is refused when a single character of it was changed, cut or added', async () => {
    const { keyring } = world.ports;
    const target = { tenantId: world.tenantId, kind: 'piece' as const, id: pieceId };
    expect(writeLink(keyring, target)).toBe(link);
    expect(readLink(keyring, link)).toEqual(target);
    for (let at = 0; at < link.length; at += 1) {
      const other = link[at] === 'A' ? 'B' : 'A';
      const changed = readLink(keyring, link.slice(0, at) + other + link.slice(at + 1));
      // The last character carries bits that no byte takes.
      if (changed !== null) expect([at, changed]).toEqual([link.length - 1, target]);
    }
    for (const broken of ['', 'x', link.slice(1), link.slice(0, -2), `${link}AA`, '%00', '../../x']) {
      expect(readLink(keyring, broken)).toBeNull();
    }
    expect(await world.refused(null, 'identity.openLink', { link: link.slice(0, -2) })).toBe('not_found');
    // Another purpose's key makes another code.
    expect(keyring.mac('link', 'x')).not.toEqual(keyring.mac('ticket', 'x'));
  });
});
