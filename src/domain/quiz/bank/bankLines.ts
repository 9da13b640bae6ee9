import type { BankProblem, ReadBank, ReadQuestion } from './bankQuestion';
import { draftOfRead, draftOfUnclear } from './draftOfRead';
import { noSource, type QuestionDraft } from './questionDraft';
import { type QuestionProblemCode, questionProblems } from './questionProblems';

/** One line of a preview: where it stands, what was read, and what keeps it out. */
export interface PreviewLine {
  /** Where in which file. */
  at: string;
  draft: QuestionDraft;
  problems: QuestionProblemCode[];
}

/**
 * What was read of the files as the lines of a preview, in the order of the files; `topic` is for questions whose file
 * names no chapter.
 */
export function previewLines(bank: ReadBank, topic: string): PreviewLine[] {
  const lines = [
    ...bank.questions.map((question) => lineOfQuestion(question, topic)),
    ...bank.problems.map((problem) => lineOfProblem(problem, topic)),
  ];
  const parts = new Map<string, number>();
  const placed = lines.map((line) => {
    // `题库.docx 第 12 段`, `题库.xlsx Sheet1!F12`: the number counts within what stands before it.
    const found = /^(.*?)(\d+)\D*$/.exec(line.at);
    const part = found?.[1] ?? line.at;
    if (!parts.has(part)) parts.set(part, parts.size);
    return { line, part: parts.get(part) ?? 0, number: Number(found?.[2] ?? 0) };
  });
  placed.sort((one, other) => one.part - other.part || one.number - other.number);
  return placed.map(({ line }) => line);
}

function lineOfQuestion(read: ReadQuestion, topic: string): PreviewLine {
  const draft = draftOfRead(read, topic);
  return { at: read.at, draft, problems: questionProblems(draft) };
}

function lineOfProblem(problem: BankProblem, topic: string): PreviewLine {
  const draft = problem.draft
    ? draftOfUnclear(problem.draft, topic)
    : {
        type: null,
        stem: problem.stem,
        options: [],
        key: [],
        explanation: '',
        source: noSource,
        topic,
        difficulty: null,
      };
  const isLong = questionProblems(draft).includes('too_long');
  return { at: problem.at, draft, problems: [problem.code, ...(isLong ? ['too_long' as const] : [])] };
}
