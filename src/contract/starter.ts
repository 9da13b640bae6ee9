import * as v from 'valibot';
import { operation } from './operation';
import { Count, Id, line, Nothing } from './shapes';
import { PieceKind } from './study';

/** Names a piece of the starter content. */
const Key = line(80);

/** 起步内容: pieces that come with the program, for a bureau to take over. */
export const studyStarter = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    pieces: v.array(
      v.object({
        key: Key,
        title: v.string(),
        topic: v.string(),
        kind: PieceKind,
        length: Count,
        sourceTitle: v.string(),
        /** A piece of the bureau has this title. */
        isThere: v.boolean(),
      }),
    ),
  }),
  example: {
    input: {},
    output: {
      pieces: [
        {
          key: 'medicine-substitution',
          title: '药店没有处方上的药，能换一种差不多的吗',
          topic: '药品',
          kind: 'explanation',
          length: 812,
          sourceTitle: '中华人民共和国药品管理法',
          isThere: false,
        },
      ],
    },
  },
});

/** Takes some of them over, handed in for the second person. */
export const studyTakeStarter = operation({
  kind: 'write',
  input: v.object({
    organisationId: Id,
    keys: v.pipe(v.array(Key), v.minLength(1), v.maxLength(100)),
  }),
  output: v.object({ taken: Count, left: Count }),
  example: {
    input: { organisationId: '01980000-0000-7000-8000-00000000000a', keys: ['medicine-substitution'] },
    output: { taken: 1, left: 0 },
  },
});
