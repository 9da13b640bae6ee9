import * as fc from 'fast-check';
import { areSharesFinal } from './areSharesFinal';
import { drawQuestions, type PaperCandidate } from './drawQuestions';
import { paperStanding } from './paperStanding';
import { draftSealedUntil, isPaperWindow, sealedUntil } from './publishing';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

describe('paperStanding', () => {
  const paper = { state: 'published' as const, opensAt: at('01:00:00.000'), closesAt: at('02:00:00.000') };

  it.each([
    ['just before it opens', '00:59:59.999', 'waiting'],
    ['the instant it opens', '01:00:00.000', 'open'],
    ['just before it closes', '01:59:59.999', 'open'],
    ['the instant it closes', '02:00:00.000', 'closed'],
  ])('%s', (_what, time, standing) => {
    expect(paperStanding(paper, at(time))).toBe(standing);
  });

  it('knows no time of a draft or of one that was taken back', () => {
    expect(paperStanding({ state: 'draft', opensAt: null, closesAt: null }, at('01:30:00.000'))).toBe(
      'draft',
    );
    expect(paperStanding({ ...paper, state: 'withdrawn' }, at('01:30:00.000'))).toBe('withdrawn');
  });
});

describe('isPaperWindow', () => {
  const now = at('01:00:00.000');
  const days = (count: number, ms = 0) => new Date(now.getTime() + count * 86_400_000 + ms);

  it.each([
    ['from now to tomorrow', now, days(1), true],
    ['from yesterday to tomorrow', days(-1), days(1), true],
    ['closing when it opens', days(1), days(1), false],
    ['closing before it opens', days(2), days(1), false],
    ['closed already', days(-2), days(-1), false],
    ['closing this instant', days(-1), now, false],
    ['sixty days exactly', now, days(60), true],
    ['a millisecond more than sixty days', now, days(60, 1), false],
    ['sixty days of which some are over', days(-5), days(60), true],
    ['sixty days from a later start', days(30), days(90), true],
  ])('%s', (_what, opens, closes, fits) => {
    expect(isPaperWindow(opens, closes, now)).toBe(fits);
  });
});

describe('seals', () => {
  it('holds a published paper’s keys until answers on their way have arrived, and a draft’s for thirty days', () => {
    expect(sealedUntil(at('02:00:00.000'))).toEqual(at('02:00:30.000'));
    expect(draftSealedUntil(at('02:00:00.000'))).toEqual(new Date('2026-12-23T02:00:00.000Z'));
  });
});

describe('drawQuestions', () => {
  const candidates: PaperCandidate[] = Array.from({ length: 40 }, (_, index) => ({
    questionId: `q${String(index).padStart(2, '0')}`,
    topic: index % 2 ? '计量' : '特种设备',
    type: (['single', 'multiple', 'trueFalse', 'blank'] as const)[index % 4] ?? 'single',
  }));
  const part = (count: number, topic: string | null = null, type: PaperCandidate['type'] | null = null) => ({
    topic,
    type,
    count,
  });

  it('gives each part what it asked for, each question once, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 8 }),
        (seed, a, b) => {
          const parts = [part(a), part(b, '计量'), part(1, '计量', 'multiple')];
          const drawn = drawQuestions(seed, parts, candidates, ['q01']);
          expect(drawQuestions(seed, parts, [...candidates].reverse(), ['q01'])).toEqual(drawn);
          if (drawn.kind !== 'drawn') throw new Error('there are enough');
          const { questionIds } = drawn;
          expect(new Set(questionIds).size).toBe(a + b + 1);
          expect(questionIds).not.toContain('q01');
          const of = (id: string | undefined) => candidates.find((one) => one.questionId === id);
          for (const id of questionIds.slice(a)) expect(of(id)?.topic).toBe('计量');
          expect(of(questionIds.at(-1))).toMatchObject({ type: 'multiple' });
        },
      ),
    );
  });

  it('lets an open part not take what a narrow one needs', () => {
    const few = candidates.slice(0, 3);
    expect(drawQuestions('s', [part(2), part(1, '计量', 'multiple')], few)).toMatchObject({
      kind: 'drawn',
      questionIds: expect.arrayContaining(['q00', 'q01', 'q02']),
    });
  });

  it.each([
    ['exactly enough', 10, { kind: 'drawn' }],
    ['one too many', 11, { kind: 'tooFew', part: 0, found: 10 }],
  ])('with %s', (_what, count, expected) => {
    expect(drawQuestions('s', [part(count, null, 'single')], candidates)).toMatchObject(expected);
  });
});

describe('areSharesFinal', () => {
  const paper = { state: 'published' as const, opensAt: at('01:00:00.000'), closesAt: at('02:00:00.000') };
  const year = (days: number) => new Date(at('12:00:00.000').getTime() + days * 86_400_000);

  it.each([
    ['before the grace is over', at('02:00:29.999'), true, false],
    ['when it is', at('02:00:30.000'), true, true],
    ['while somebody still has it open', at('02:00:30.000'), false, false],
    ['while it is open', at('01:30:00.000'), true, false],
    ['as long as its answers are kept', year(366), true, true],
    ['when the first of them go', year(367), true, false],
  ])('%s', (_what, now, isHandedIn, isFinal) => {
    expect(areSharesFinal(paper, isHandedIn, now)).toBe(isFinal);
  });

  it('never of one that was taken back', () => {
    expect(areSharesFinal({ ...paper, state: 'withdrawn' }, true, at('03:00:00.000'))).toBe(false);
  });
});
