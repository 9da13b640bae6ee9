import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoPieces, demoQuestions } from './content';
import type { ContentSource, SelfCheck } from './types';

const statuteFolder = resolve(__dirname, '../../../../../shared/testdata/texts');
const hasStatutes = existsSync(statuteFolder);

const allChecks = demoPieces.flatMap((piece) =>
  piece.checks.map((check, index) => ({ ...check, slug: `${piece.slug} check ${index + 1}` })),
);
const everyAsked: (SelfCheck & { slug: string })[] = [...allChecks, ...demoQuestions];
const everySource = [...demoPieces, ...demoQuestions].map(({ slug, source }) => ({ slug, source }));
const lengthOf = (paragraphs: string[]) => [...paragraphs.join('').replace(/\s/g, '')].length;
const isUnique = (values: string[]) => new Set(values).size === values.length;

describe('demo content as a whole', () => {
  it('has 20 pieces and 40 questions and begins with the pharmacy', () => {
    expect(demoPieces).toHaveLength(20);
    expect(demoQuestions).toHaveLength(40);
    expect(demoPieces[0]?.slug).toBe('pharmacy-substitution');
  });

  it('never repeats a slug, a title or a stem', () => {
    expect(isUnique([...demoPieces, ...demoQuestions].map(({ slug }) => slug))).toBe(true);
    expect(isUnique(demoPieces.map(({ title }) => title))).toBe(true);
    expect(isUnique(everyAsked.map(({ stem }) => stem))).toBe(true);
  });

  it('never follows a piece with one on the same topic', () => {
    const neighbours = demoPieces.slice(1).filter((piece, index) => piece.topic === demoPieces[index]?.topic);
    expect(neighbours).toEqual([]);
  });

  it('speaks without exclamation marks, and carries no demo mark of its own', () => {
    const everything = JSON.stringify([demoPieces, demoQuestions]);
    expect(everything).not.toMatch(/[!！]/);
    expect(everything).not.toContain('演示');
  });

  it('cites no law whose text at hand is superseded', () => {
    const superseded = everySource.filter(({ source }) => /食品安全法|反不正当竞争法/.test(source.title));
    expect(superseded).toEqual([]);
  });
});

describe.each(demoPieces.map((piece) => [piece.title, piece] as const))('piece %s', (_title, piece) => {
  it('has 600 to 900 characters in 5 to 9 paragraphs under a title of at most 22', () => {
    expect(lengthOf(piece.paragraphs)).toBeGreaterThanOrEqual(600);
    expect(lengthOf(piece.paragraphs)).toBeLessThanOrEqual(900);
    expect(piece.paragraphs.length).toBeGreaterThanOrEqual(5);
    expect(piece.paragraphs.length).toBeLessThanOrEqual(9);
    expect([...piece.title].length).toBeLessThanOrEqual(22);
  });

  it('names its article in the text and asks in more than one way', () => {
    expect(piece.paragraphs.join('')).toContain(piece.source.article);
    expect(new Set(piece.checks.map(({ type }) => type)).size).toBeGreaterThanOrEqual(2);
  });
});

describe.each(everyAsked.map((asked) => [asked.slug, asked] as const))('question %s', (_slug, asked) => {
  it('has a key that fits its type and its options', () => {
    if (asked.type === 'trueFalse') {
      expect(asked.options).toEqual([]);
      expect([[0], [1]]).toContainEqual(asked.key);
      return;
    }
    expect(asked.options).toHaveLength(4);
    expect(isUnique(asked.options)).toBe(true);
    expect(asked.key).toEqual([...new Set(asked.key)].sort((a, b) => a - b));
    expect(asked.key.every((index) => asked.options[index] !== undefined)).toBe(true);
    if (asked.type === 'single') expect(asked.key).toHaveLength(1);
    else expect(asked.key.length).toBeGreaterThanOrEqual(2);
  });

  it('explains its key in at most two sentences and names the article or the rule', () => {
    expect(asked.explanation).toMatch(/第.+条|条例/);
    expect(asked.explanation.match(/。/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});

describe('the question bank', () => {
  it('mixes 22 single, 9 multiple and 9 true-false questions', () => {
    const countOf = (type: SelfCheck['type']) =>
      demoQuestions.filter((question) => question.type === type).length;
    expect([countOf('single'), countOf('multiple'), countOf('trueFalse')]).toEqual([22, 9, 9]);
  });

  it('spreads the right answers of single questions over A to D', () => {
    const singles = demoQuestions.filter(({ type }) => type === 'single');
    const perPlace = [0, 1, 2, 3].map((place) => singles.filter(({ key }) => key[0] === place).length);
    expect(Math.min(...perPlace)).toBeGreaterThanOrEqual(4);
  });
});

const itWithStatutes = hasStatutes ? it : it.skip;
const reason = hasStatutes ? '' : ' (skipped: the statute texts are not beside this checkout)';

/** The statute's text in the cited version, or undefined when no such file exists. */
function readStatute({ title, versionOn }: ContentSource): string | undefined {
  const fileName = `${title.replace('中华人民共和国', '')}(${versionOn}).md`;
  if (!readdirSync(statuteFolder).includes(fileName)) return undefined;
  return readFileSync(join(statuteFolder, fileName), 'utf8');
}

describe('sources', () => {
  it('give a date exactly for the statutes, never for a party rule that was not at hand', () => {
    for (const { slug, source } of everySource) {
      const isStatute = source.title.startsWith('中华人民共和国');
      expect({ slug, dated: source.versionOn !== null }).toEqual({ slug, dated: isStatute });
    }
  });

  itWithStatutes(`name articles that the statute really has${reason}`, () => {
    const statuteSources = everySource.filter(({ source }) => source.versionOn !== null);
    const missing = statuteSources.filter(({ source }) => {
      const text = readStatute(source);
      return !text?.split('\n').some((line) => line.startsWith(`${source.article} `));
    });
    expect(statuteSources.length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  itWithStatutes(`leave no statute at hand unused${reason}`, () => {
    const statuteFiles = readdirSync(statuteFolder).filter((name) => name.endsWith('.md'));
    const cited = new Set(
      everySource.map(
        ({ source }) => `${source.title.replace('中华人民共和国', '')}(${source.versionOn}).md`,
      ),
    );
    expect(statuteFiles.filter((name) => !cited.has(name))).toEqual([]);
  });
});
