import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bordersOf, MOST_CHARACTERS } from './bordersOf';
import { cutText } from './cutText';
import { piecesOf } from './seriesPieces';

const folder = join(__dirname, '../../../../../shared/testdata/texts');
const isThere = existsSync(folder);
const files = isThere
  ? [folder, join(folder, 'superseded')].flatMap((one) =>
      readdirSync(one)
        .filter((name) => name.endsWith('.md'))
        .map((name) => [name, join(one, name)] as const),
    )
  : [];

/** Article counts as counted by whoever collected the texts (SOURCE.txt beside them). */
const articleCounts: Record<string, number> = {
  产品质量法: 74,
  保守国家秘密法: 65,
  公职人员政务处分法: 68,
  反垄断法: 70,
  标准化法: 45,
  消费者权益保护法: 63,
  特种设备安全法: 101,
  监察法: 78,
  药品管理法: 155,
  计量法: 34,
  食品安全法: 154,
  反不正当竞争法: 33,
};

(isThere ? describe : describe.skip)(
  'real statutes (only where the shared test data lies beside the checkout)',
  () => {
    it('are all there', () => expect(files).toHaveLength(12));

    it.each(files)('%s: nothing lost, every article whole or said to go on', (name, path) => {
      const text = readFileSync(path, 'utf8');
      const title = name.replace(/\(.*/, '');
      const parts = bordersOf(text);
      const starts = cutText(text, parts);
      const pieces = piecesOf(
        text,
        parts,
        starts.map((at) => ({ at, title: null })),
        title,
      );
      expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join('') === text).toBe(true);
      expect(parts.filter((part) => part.beginsArticle)).toHaveLength(articleCounts[title] ?? -1);

      for (const [index, piece] of pieces.entries()) {
        const isCutInside = piece.parts[0]?.article !== null && piece.parts[0]?.beginsArticle === false;
        expect(piece.isContinued).toBe(isCutInside);
        expect(piece.title.includes('（续）')).toBe(isCutInside);
        expect(piece.length).toBeLessThanOrEqual(MOST_CHARACTERS + 200);
        if (!isCutInside && index > 0) expect(piece.parts[0]?.rank).toMatch(/chapter|article/);
      }
      // Only an article longer than a piece is cut.
      const cutArticles = new Set(
        pieces.filter((piece) => piece.isContinued).map((piece) => piece.parts[0]?.article),
      );
      for (const article of cutArticles) {
        const weight = parts
          .filter((part) => part.article === article)
          .reduce((sum, part) => sum + part.weight, 0);
        expect(weight).toBeGreaterThan(MOST_CHARACTERS);
      }
      const average = pieces.reduce((sum, piece) => sum + piece.length, 0) / pieces.length;
      expect(average).toBeGreaterThan(600);
    });
  },
);
