import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id } from './shapes';
import { Block, Source } from './study';

/** 大字版: the published pieces of this week or the last, Monday to Sunday, for paper; by day, the bureau's first. */
export const studyWeek = operation({
  kind: 'read',
  input: v.object({ week: v.picklist(['this', 'last']) }),
  output: v.object({
    from: Day,
    until: Day,
    pieces: v.array(
      v.object({
        id: Id,
        title: v.string(),
        publishOn: Day,
        organisationName: v.string(),
        /** Made-up content of the demo bureau; printed as 演示. */
        demo: v.boolean(),
        blocks: v.array(Block),
        source: Source,
      }),
    ),
    /** How many more there are that do not fit into one answer. */
    leftOut: Count,
  }),
  example: {
    input: { week: 'this' },
    output: {
      from: '2026-11-23',
      until: '2026-11-29',
      pieces: [
        {
          id: '01980000-0000-7000-8000-000000000001',
          title: '药店没有处方上的药，能换一种差不多的吗',
          publishOn: '2026-11-23',
          organisationName: '演示局机关党委',
          demo: true,
          blocks: [{ type: 'paragraph', text: '王阿姨拿着医院开的处方去药店买药。' }],
          source: {
            title: '中华人民共和国药品管理法',
            article: '第五十八条',
            url: null,
            versionOn: '2019-08-26',
            checkedOn: null,
          },
        },
      ],
      leftOut: 0,
    },
  },
});
