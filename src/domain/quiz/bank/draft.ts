import type { Place } from './bankQuestion';
import type { SaidType } from './saidType';
import type { TruthLegend } from './truthLegend';

/** An answer that somebody wrote down somewhere, before it is believed. */
export interface GivenAnswer {
  text: string;
  at: Place;
  /** `part` is one of several lines or cells that make an answer together. */
  by: 'line' | 'part' | 'stem' | 'mark' | 'list';
}

export interface DraftOption {
  /** Null where options carry no letters. */
  letter: number | null;
  text: string;
  /** A tick stood by it, or it looks unlike the others. */
  marked: boolean;
  /** The colour that marks it, where one does. */
  color?: string;
}

/** A question as its parts were found. */
export interface Draft {
  at: Place;
  number: number | null;
  /** Counts the headings of kinds; questions of one section are numbered together. */
  section: number;
  /** What the question's own label says, else the heading above it. */
  type: SaidType | null;
  stem: string;
  /** The case or text that it shares with others; empty without one. */
  material: string;
  options: DraftOption[];
  /** The wrong options, where the answer is the right one written out. */
  wrongs: string[];
  answers: GivenAnswer[];
  explanation: string;
  source: string;
  topic: string;
  difficulty: string;
  score: string;
  /** Words of the stem that look unlike the rest of it: in a text with its blanks filled in, what fills them. */
  stressed: string[];
  /** Places where one line of the stem ends like a sentence and another goes on: two questions may have met. */
  seams: number;
  /** Lines that were taken for the rest of an option. */
  joins: number;
  /** What letters stand for in true-false questions, where the text says so. */
  legend: TruthLegend | null;
  /** Lines that it is made of, for weighing one understanding against another. */
  lines: number;
}

/** A question of which nothing has been read yet. */
export function emptyDraft(at: Place, section: number): Draft {
  return {
    at,
    number: null,
    section,
    type: null,
    stem: '',
    material: '',
    options: [],
    wrongs: [],
    answers: [],
    explanation: '',
    source: '',
    topic: '',
    difficulty: '',
    score: '',
    stressed: [],
    seams: 0,
    joins: 0,
    legend: null,
    lines: 0,
  };
}
