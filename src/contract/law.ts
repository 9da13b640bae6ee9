import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, line, Nothing, optionalText, Version } from './shapes';
import { PieceState } from './study';

const Kind = v.picklist(['amended', 'repealed']);

const exampleChangeId = '01980000-0000-7000-8000-000000000901';
const examplePieceId = '01980000-0000-7000-8000-000000000001';

/** Marks a law as amended or repealed since a day; what rests on an older version is listed for checking. */
export const studyMarkLaw = operation({
  kind: 'write',
  input: v.object({
    title: line(120),
    kind: Kind,
    /** Day of the new version or of the repeal, today at the latest. */
    since: Day,
    /** What has changed, for those who check. */
    note: optionalText(500),
  }),
  /** `waiting`: how much waits for its check because of it. */
  output: v.object({ changeId: Id, waiting: Count }),
  example: {
    input: {
      title: '中华人民共和国药品管理法',
      kind: 'amended',
      since: '2026-11-01',
      note: '第五十八条有改动',
    },
    output: { changeId: exampleChangeId, waiting: 1 },
  },
});

/** Changes of laws, the newest first, with the pieces in the reader's reach that wait for a check because of each. */
export const studyLawChecks = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    changes: v.array(
      v.object({
        id: Id,
        title: v.string(),
        kind: Kind,
        since: Day,
        note: v.string(),
        pieces: v.array(
          v.object({
            id: Id,
            title: v.string(),
            version: Version,
            organisationName: v.string(),
            /** What it cites now. */
            article: v.string(),
            versionOn: v.nullable(Day),
            publishOn: v.nullable(Day),
            /** The reader has written on it: somebody else checks. */
            mine: v.boolean(),
          }),
        ),
      }),
    ),
    /** More pieces wait than are listed; they follow as these are settled. */
    more: v.boolean(),
    mayMark: v.boolean(),
    /** Of the server, for the latest day that can be chosen. */
    today: Day,
  }),
  example: {
    input: {},
    output: {
      changes: [
        {
          id: exampleChangeId,
          title: '中华人民共和国药品管理法',
          kind: 'amended',
          since: '2026-11-01',
          note: '第五十八条有改动',
          pieces: [
            {
              id: examplePieceId,
              title: '药店没有处方上的药，能换一种差不多的吗',
              version: 3,
              organisationName: '演示局机关党委',
              article: '第五十八条',
              versionOn: '2019-08-26',
              publishOn: '2026-11-20',
              mine: false,
            },
          ],
        },
      ],
      more: false,
      mayMark: true,
      today: '2026-11-23',
    },
  },
});

/** A second person has compared the piece with the version of `versionOn`; it stays approved, checked today. */
export const studySettleLawCheck = operation({
  kind: 'write',
  input: v.object({ pieceId: Id, version: Version, versionOn: Day }),
  output: v.object({ pieceId: Id, version: Version, state: PieceState }),
  example: {
    input: { pieceId: examplePieceId, version: 3, versionOn: '2026-11-01' },
    output: { pieceId: examplePieceId, version: 4, state: 'approved' },
  },
});
