import * as v from 'valibot';
import { mostSettledAtOnce } from '../domain/study/law/lawChange';
import { operation } from './operation';
import { Count, Day, Id, line, Nothing, optionalText, Version } from './shapes';

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

/** Takes back a law that was marked by mistake: what waited for its check because of it waits no longer. */
export const studyTakeBackLaw = operation({
  kind: 'write',
  input: v.object({ changeId: Id, version: Version }),
  /** `released`: how much waits no longer. */
  output: v.object({ changeId: Id, released: Count }),
  example: {
    input: { changeId: exampleChangeId, version: 1 },
    output: { changeId: exampleChangeId, released: 1 },
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
        version: Version,
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
          version: 1,
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

/** A second person has compared the pieces with the version of `versionOn`; they stay approved, checked today. All or none. */
export const studySettleLawChecks = operation({
  kind: 'write',
  input: v.object({
    versionOn: Day,
    pieces: v.pipe(
      v.array(v.object({ id: Id, version: Version })),
      v.minLength(1),
      v.maxLength(mostSettledAtOnce),
      v.check((pieces) => new Set(pieces.map((piece) => piece.id)).size === pieces.length),
    ),
  }),
  output: v.object({ settled: Count }),
  example: {
    input: { versionOn: '2026-11-01', pieces: [{ id: examplePieceId, version: 3 }] },
    output: { settled: 1 },
  },
});
