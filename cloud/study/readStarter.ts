import { textLength } from '../../src/domain/study/textLength';
import { demoPieces } from '../database/demo/content/content';
import { contentOf } from '../database/demo/demoContent';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { findTitles } from './deskRepository';

/**
 * 起步内容: the pieces that come with the program, for a bureau to take over. Those whose title a piece of the bureau
 * already has are marked as there.
 */
export const readStarter = memberUseCase('study.starter')({
  policy: whoeverMay('study.write'),
  run: async ({ trx, actor }) => {
    const contents = demoPieces.map((piece) => ({ key: piece.slug, ...contentOf(piece) }));
    const there = await findTitles(
      trx,
      actor.tenantId,
      contents.map(({ title }) => title),
    );
    return {
      pieces: contents.map(({ key, title, topic, kind, blocks, source }) => ({
        key,
        title,
        topic,
        kind,
        length: textLength(blocks),
        sourceTitle: source.title,
        isThere: there.has(title),
      })),
    };
  },
});
