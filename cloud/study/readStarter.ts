import { textLength } from '../../src/domain/study/textLength';
import { demoPieces } from '../database/demo/content/content';
import { contentOf } from '../database/demo/demoContent';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { markThere } from './takeOver';

/**
 * 起步内容: the pieces that come with the program, for a bureau to take over. Those whose title a piece of the bureau
 * already has are marked as there.
 */
export const readStarter = memberUseCase('study.starter')({
  policy: whoeverMay('study.write'),
  run: async (context) => {
    const contents = demoPieces.map((piece) => ({ key: piece.slug, ...contentOf(piece) }));
    const areThere = await markThere(context, contents);
    return {
      pieces: contents.map(({ key, title, topic, kind, blocks, source }, index) => ({
        key,
        title,
        topic,
        kind,
        length: textLength(blocks),
        sourceTitle: source.title,
        isThere: areThere[index] ?? false,
      })),
    };
  },
});
