import type { Input } from '../../src/contract/operations';
import type { StoredSource } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import { newId } from '../ports/newId';
import { insertPiece, type PieceContent } from '../study/studyRepository';
import type { TestBureau, TestWorld } from './bureau';
import type { TestOrganisation, TestPersonName } from './people';

/** What a piece says when a test does not care; one self-check of each type. */
export const pieceContent = {
  kind: 'explanation',
  title: '药店能不能换药',
  topic: '药品',
  blocks: [{ type: 'paragraph', text: '王阿姨拿着处方去药店买药。' }],
  source: { title: '药品管理法', article: '第五十八条', url: null, versionOn: '2019-08-26', checkedOn: null },
  checks: [
    { type: 'trueFalse', stem: '可以换药。', options: [], key: [0], explanation: '秘密一：不得代用。' },
    {
      type: 'single',
      stem: '该找谁？',
      options: ['医生', '店员'],
      key: [0],
      explanation: '秘密二：找医生。',
    },
    {
      type: 'multiple',
      stem: '要核对什么？',
      options: ['姓名', '天气', '剂量'],
      key: [0, 2],
      explanation: '秘密三。',
    },
  ],
} satisfies PieceContent & Partial<Input<'study.saveDraft'>>;

/** Puts an approved piece into a bureau, on `publishOn` or without a day, and returns its id. */
export async function addPiece(
  world: TestWorld,
  piece: {
    bureau?: TestBureau;
    at?: TestOrganisation;
    publishOn: string | null;
    author?: TestPersonName;
    reviewer?: TestPersonName;
    title?: string;
    source?: StoredSource;
  },
): Promise<string> {
  const {
    bureau = world,
    at = 'committee',
    publishOn,
    author = 'committeePublicity',
    reviewer = 'committeeOfficer',
  } = piece;
  const { clock, random } = world.ports;
  const id = newId(clock, random);
  await inTenant(world.database.db, bureau.tenantId, (trx) =>
    insertPiece(
      trx,
      bureau.tenantId,
      {
        ...pieceContent,
        title: piece.title ?? `${at} ${publishOn}`,
        source: piece.source ?? pieceContent.source,
        id,
        organisationId: bureau.organisations[at],
        authorId: bureau.members[author],
        demo: false,
        updatedAt: clock.now(),
      },
      { reviewerId: bureau.members[reviewer], reviewedAt: clock.now(), publishOn },
    ),
  );
  return id;
}
