import type { ColumnType, Generated } from 'kysely';
import type { PairingBrowser, PairingSystem } from '../../src/domain/identity/pairing';
import type { QuestionDraft } from '../../src/domain/quiz/bank/questionDraft';
import type { PaperWay } from '../../src/domain/quiz/paper/paperStanding';
import type { RunMode } from '../../src/domain/quiz/practice/modes';
import type { ReminderKind } from '../../src/domain/reminder/kinds';
import type { OrganisationLevel, Post } from '../../src/domain/roster/posts';
import type { PieceBlock } from '../../src/domain/study/blocks';
import type { TextVerdict } from '../../src/domain/textCheck/textVerdict';

/** A jsonb column: written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
/** A DATE: `YYYY-MM-DD` both ways. */
type DayText = string;

interface Tenanted {
  tenant_id: string;
}

/** Schema `gate`: what finds the tenant. */
interface GateTables {
  'gate.tenant': { id: string; name: string; created_at: Date };
  'gate.demo_mark': { only_one: Generated<boolean>; marked_at: Date };
  'gate.app': Tenanted & { appid: string };
  'gate.login': Tenanted & { login_name: string; member_id: string; passphrase_hash: string | null };
  'gate.mobile': Tenanted & { blind_index: string; member_id: string };
  'gate.binding': Tenanted & { appid: string; openid: string; member_id: string; chosen: Generated<boolean> };
  'gate.session': {
    token_hash: string;
    id: string;
    tenant_id: string | null;
    member_id: string | null;
    appid: string | null;
    openid: string | null;
    channel: 'h5' | 'weapp';
    created_at: Date;
    expires_at: Date;
  };
  'gate.activation_code': Tenanted & {
    code_hash: string;
    member_id: string;
    issued_at: Date;
    expires_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  'gate.pairing': {
    code_hash: string;
    secret_hash: string;
    digits: string;
    choices: string[];
    browser: PairingBrowser;
    system: PairingSystem;
    state: Generated<'asked' | 'scanned' | 'confirmed' | 'used' | 'ended'>;
    tenant_id: string | null;
    member_id: string | null;
    asked_at: Date;
    expires_at: Date;
  };
  'gate.tries': { bucket: string; window_start: Date; count: number };
}

export interface StoredSource {
  title: string;
  article: string;
  url: string | null;
  versionOn: string | null;
  checkedOn: string | null;
}

export type StoredBlock = PieceBlock;

export interface StoredCheck {
  type: 'single' | 'multiple' | 'trueFalse';
  stem: string;
  options: string[];
  key: number[];
  explanation: string;
}

/** The same question, or nearly the same, in another line of the import (`place`) or in the bank (`questionId`). */
export interface StoredTwin {
  kind: 'same' | 'near';
  place: number | null;
  questionId: string | null;
}

/** What an import came to. */
export interface BankImportCounts {
  /** Questions that ask for an essay: left out. */
  essays: number;
  /** Lines that the files gave. */
  read: number;
  /** Questions that applying has brought into the bank, and those that were there by then. */
  added: number;
  already: number;
}

/** A screen of the client and what its address needs. */
export interface StoredNoticeTarget {
  screen: string;
  query: Record<string, string>;
}

export interface OrganisationRow extends Tenanted {
  id: string;
  name: string;
  level: OrganisationLevel;
  parent_id: string | null;
  path: string;
  status: Generated<'active' | 'dissolved'>;
  established_on: DayText | null;
  term_ends_on: DayText | null;
  enabled_on: DayText | null;
  theme_day_rule: string | null;
  version: Generated<number>;
}

export interface MemberRow extends Tenanted {
  id: string;
  number: string;
  name: string;
  kind: 'full' | 'probationary';
  status: Generated<'active' | 'suspended' | 'transferredOut' | 'left'>;
  leading_cadre: Generated<boolean>;
  voting_right: Generated<boolean>;
  no_vote_reason: string | null;
  joined_on_sealed: string | null;
  full_since_sealed: string | null;
  mobile_sealed: string | null;
  leaves_on: Generated<DayText | null>;
  leaves_as: Generated<'transferredOut' | 'left' | null>;
  version: Generated<number>;
}

export interface PieceRow extends Tenanted {
  id: string;
  organisation_id: string;
  author_id: string;
  /** Who wrote on it besides the author. */
  editor_ids: Generated<string[]>;
  state: Generated<'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn'>;
  kind: 'explanation' | 'local' | 'microLecture' | 'external';
  title: string;
  topic: string;
  blocks: Json<StoredBlock[]>;
  length: number;
  source: ColumnType<StoredSource | null, string | null, string | null>;
  checks: Json<StoredCheck[]>;
  demo: Generated<boolean>;
  reviewer_id: string | null;
  reviewed_at: Date | null;
  note: string | null;
  text_verdict: ColumnType<TextVerdict | null, never, TextVerdict | null>;
  text_note: ColumnType<string | null, never, string | null>;
  publish_on: DayText | null;
  publish_at: Date | null;
  /** Of a series and where in it, 1 for the first. */
  series_id: string | null;
  position: number | null;
  /** The change of a law for which it waits to be checked. */
  law_change_id: string | null;
  version: Generated<number>;
  updated_at: Date;
}

/** Where a piece of a series begins in its text, and its own title. */
export interface StoredCut {
  at: number;
  title: string | null;
}

export interface SeriesRow extends Tenanted {
  id: string;
  organisation_id: string;
  author_id: string;
  editor_ids: Generated<string[]>;
  state: Generated<'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn'>;
  title: string;
  kind: PieceRow['kind'];
  topic: string;
  source: ColumnType<StoredSource | null, string | null, string | null>;
  text: string;
  cuts: Json<StoredCut[]>;
  piece_count: number;
  demo: Generated<boolean>;
  plan_from: DayText | null;
  plan_weekdays: number[] | null;
  plan_decided: Generated<boolean>;
  reviewer_id: string | null;
  reviewed_at: Date | null;
  note: string | null;
  version: Generated<number>;
  updated_at: Date;
}

export interface QuestionRow extends Tenanted {
  id: string;
  organisation_id: string;
  type: 'single' | 'multiple' | 'trueFalse' | 'blank';
  stem: string;
  options: Json<string[]>;
  key: Json<number[] | string[][]>;
  explanation: string;
  source: Json<StoredSource>;
  topic: string;
  state: Generated<'draft' | 'reviewed' | 'retired'>;
  demo: Generated<boolean>;
  author_id: string;
  reviewer_id: string | null;
  version: Generated<number>;
  difficulty: Generated<'easy' | 'medium' | 'hard' | null>;
  expires_on: Generated<DayText | null>;
  replaces_id: Generated<string | null>;
  import_id: Generated<string | null>;
  review_kind: Generated<'each' | 'sampled' | null>;
  flagged: Generated<boolean>;
  law_change_id: Generated<string | null>;
  checking: ColumnType<boolean, never, never>;
  plain: Generated<string>;
  editor_ids: Generated<string[]>;
  returned_reason: Generated<string | null>;
}

export interface MeetingRow extends Tenanted {
  id: string;
  organisation_id: string;
  type:
    | 'generalMeeting'
    | 'committeeMeeting'
    | 'groupMeeting'
    | 'partyLecture'
    | 'themeDay'
    | 'organisationalLifeMeeting'
    | 'other';
  title: string;
  place: string;
  planned_at: Date;
  agenda: Json<{ title: string; minutes: number }[]>;
  state: Generated<'planned' | 'open' | 'closed' | 'signed' | 'cancelled'>;
  called_by: string;
  opened_at: Date | null;
  closed_at: Date | null;
  cancel_reason: string | null;
  minutes: string | null;
  held_on: DayText | null;
  late_reason: string | null;
  signed_at: Date | null;
  signed_by: string | null;
  demo: Generated<boolean>;
  version: Generated<number>;
}

export type StoredRollState = 'expected' | 'present' | 'late' | 'leave' | 'absent' | 'exempt' | 'elsewhere';

export interface RollEntryRow extends Tenanted {
  meeting_id: string;
  member_id: string;
  member_name: string;
  due: boolean;
  reason: 'frail' | 'longLeave' | 'floating' | 'suspended' | 'invited' | null;
  voting: boolean;
  state: Generated<StoredRollState>;
  method: 'code' | 'byHand' | null;
  recorded_by: string | null;
  recorded_at: Date | null;
}

export interface ScoreEntryRow extends Tenanted {
  id: string;
  period_id: string;
  member_id: string;
  scheme_id: string;
  item_code: string;
  dimension: string;
  points: number;
  occurred_on: DayText;
  source_kind: 'meeting';
  source_id: string;
  reverses_id: string | null;
  reason: string | null;
  proposed_by: string;
  approved_by: string;
  created_at: Date;
}

export interface StudyTaskRow extends Tenanted {
  id: string;
  organisation_id: string;
  whom: 'organisation' | 'persons';
  target_kind: 'piece' | 'series' | 'paper';
  target_id: string;
  title: string;
  reading_minutes: number;
  due_on: DayText;
  self_check: boolean;
  published_by: string;
  published_at: Date;
  state: Generated<'open' | 'withdrawn'>;
  withdraw_reason: string | null;
  version: Generated<number>;
}

/** Every table, as `migrations/` makes them; the row types differ from the domain's types on purpose. */
export interface Tables extends GateTables {
  organisation: OrganisationRow;
  member: MemberRow;
  member_mark: Tenanted & {
    id: string;
    member_id: string;
    kind: 'retired' | 'frail' | 'floating' | 'longLeave';
    from_day: DayText;
    to_day: DayText | null;
  };
  affiliation: Tenanted & {
    id: string;
    member_id: string;
    organisation_id: string;
    kind: 'formal' | 'temporary' | 'dual' | 'group' | 'team';
    from_day: DayText;
    to_day: DayText | null;
    document_no: string | null;
  };
  post: Tenanted & {
    id: string;
    member_id: string;
    organisation_id: string;
    post: Post;
    from_day: DayText;
    to_day: DayText | null;
    version: Generated<number>;
  };
  intake: Tenanted & {
    id: string;
    owner_id: string;
    organisation_id: string;
    purpose: 'import' | 'check';
    state: Generated<'preview' | 'applied' | 'undone'>;
    version: Generated<number>;
    created_at: Date;
    ends_at: Date;
    summary_sealed: string;
    lines_sealed: string | null;
    effects_sealed: string | null;
  };
  post_target: Tenanted & { post_id: string; organisation_id: string };
  consent: Tenanted & { id: string; member_id: string; agreed: boolean; recorded_at: Date };
  calendar_day: Tenanted & { day: DayText; kind: 'holiday' | 'workday'; name: string };
  receipt: Tenanted & {
    member_id: string;
    mutation_id: string;
    operation: string;
    input_digest: string;
    reply: string | null;
    created_at: Date;
  };
  audit_row: Tenanted & {
    id: string;
    at: Date;
    actor_id: string | null;
    post: string | null;
    acting_for: string | null;
    action: string;
    subject_kind: string | null;
    subject_id: string | null;
    request_id: string;
  };
  sign_in_row: Tenanted & {
    id: string;
    at: Date;
    member_id: string | null;
    channel: string;
    event: 'signedIn' | 'refused' | 'activated' | 'signedOut' | 'revoked' | 'cardIssued' | 'passphraseSet';
    address: string | null;
  };
  outbox: Tenanted & {
    id: string;
    topic: string;
    payload: Json<Record<string, unknown>>;
    created_at: Date;
    due_at: Date;
    attempts: Generated<number>;
    done_at: Date | null;
    failed_at: Date | null;
    last_error: string | null;
  };
  notice: Tenanted & {
    id: string;
    member_id: string;
    text: string;
    created_at: Date;
    unread: Generated<boolean>;
    target: ColumnType<StoredNoticeTarget | null, string | null | undefined, never>;
  };
  stock_notice: Tenanted & { organisation_id: string };
  reminder_consent: Tenanted & {
    member_id: string;
    kind: string;
    unused: Generated<number>;
    refused_on: DayText | null;
  };
  reminder_choice: Tenanted & { member_id: string; off: string[]; quiet_from: string; quiet_until: string };
  reminder: Tenanted & {
    id: string;
    kind: ReminderKind;
    subject: string;
    member_id: string;
    title: string;
    text: string;
    target: ColumnType<StoredNoticeTarget, string, never>;
    due_at: Date;
    until_at: Date | null;
    state: Generated<'planned' | 'told' | 'sending' | 'sent' | 'dropped'>;
    noticed: Generated<boolean>;
    sent_on: ColumnType<DayText | null, DayText | null | undefined, DayText | null>;
  };
  file: Tenanted & {
    id: string;
    owner_id: string;
    purpose: string;
    name: string;
    declared_size: number;
    size: number | null;
    media_type: string | null;
    sha256: string | null;
    state: Generated<'begun' | 'ready'>;
    form: Generated<'plain' | 'clean' | 'sealed'>;
    seconds: number | null;
    width: number | null;
    height: number | null;
    created_at: Date;
  };
  piece: PieceRow;
  series: SeriesRow;
  law_change: Tenanted & {
    id: string;
    title: string;
    key: string;
    kind: 'amended' | 'repealed';
    since: DayText;
    note: string;
    marked_by: string;
    marked_at: Date;
    version: Generated<number>;
    taken_back_by: string | null;
    taken_back_at: Date | null;
  };
  piece_media: Tenanted & { piece_id: string; file_id: string };
  study_mark: Tenanted & { member_id: string; piece_id: string; day: DayText };
  study_bookmark: Tenanted & { member_id: string; piece_id: string; added_on: DayText };
  study_note: Tenanted & { member_id: string; piece_id: string; text: string; written_on: DayText };
  study_note_gram: Tenanted & { member_id: string; gram: string; piece_id: string };
  lecture_turn: Tenanted & {
    id: string;
    organisation_id: string;
    day: DayText;
    speaker_id: string;
    topic: Generated<string>;
    outline: Generated<string>;
    piece_id: string | null;
    state: Generated<'planned' | 'cancelled'>;
    laid_by: string;
    version: Generated<number>;
  };
  lecture_swap: Tenanted & {
    id: string;
    turn_id: string;
    with_turn_id: string;
    asked_by: string;
    asked_of: string;
    state: Generated<'asked' | 'agreed' | 'declined' | 'takenBack' | 'lapsed'>;
  };
  supply_turn: Tenanted & {
    id: string;
    publisher_id: string;
    supplier_id: string;
    week: DayText;
    is_told: Generated<boolean>;
    laid_by: string;
    version: Generated<number>;
  };
  supply_piece: Tenanted & { piece_id: string; turn_id: string };
  supply_swap: Tenanted & {
    id: string;
    turn_id: string;
    with_turn_id: string;
    asking_id: string;
    asked_id: string;
    asked_by: string;
    state: Generated<'asked' | 'agreed' | 'declined' | 'takenBack' | 'lapsed'>;
  };
  search_entry: Tenanted & { kind: 'piece' | 'series'; id: string };
  search_gram: Tenanted & { gram: string; kind: 'piece' | 'series'; id: string; weight: number };
  question: QuestionRow;
  bank_import: Tenanted & {
    id: string;
    owner_id: string;
    organisation_id: string;
    state: Generated<'preview' | 'applied' | 'undone'>;
    files: Json<{ name: string; evidence: string }[]>;
    topic: string;
    counts: Json<BankImportCounts>;
    version: Generated<number>;
    created_at: Date;
    ends_at: Date;
  };
  bank_import_line: Tenanted & {
    import_id: string;
    place: number;
    at: string;
    draft: Json<QuestionDraft>;
    plain: string;
    problems: Json<string[]>;
    twins: Json<StoredTwin[]>;
    decision: 'take' | 'leave';
    flagged: boolean;
    version: Generated<number>;
  };
  question_review: Tenanted & {
    id: string;
    organisation_id: string;
    import_id: string | null;
    state: Generated<'open' | 'passed' | 'returned'>;
    flagged: string[];
    sample: string[];
    rest: string[];
    opened_by: string;
    opened_on: DayText;
    closed_by: Generated<string | null>;
    closed_on: Generated<DayText | null>;
    version: Generated<number>;
  };
  question_verdict: Tenanted & {
    review_id: string;
    question_id: string;
    verdict: 'pass' | 'return';
    reason: string | null;
    version: number;
    judged_by: string;
  };
  paper: Tenanted & {
    id: string;
    organisation_id: string;
    title: string;
    state: Generated<'draft' | 'published' | 'withdrawn'>;
    way: PaperWay | null;
    minutes: number | null;
    opens_at: Date | null;
    closes_at: Date | null;
    sealed_until: Date | null;
    withdraw_reason: string | null;
    author_id: string;
    published_by: string | null;
    version: Generated<number>;
  };
  paper_seal: Tenanted & { paper_id: string; question_id: string };
  paper_question: Tenanted & { paper_id: string; number: number; question_id: string };
  quiz_run: Tenanted & {
    id: string;
    member_id: string;
    mode: RunMode;
    label: string;
    attempt: Generated<number>;
    question_ids: string[];
    opened_on: DayText;
    deadline_at: Date | null;
    handed_in: Generated<boolean>;
  };
  run_answer: Tenanted & {
    member_id: string;
    run_id: string;
    question_id: string;
    late: Generated<boolean>;
    answer: Json<number[] | string[]>;
    correct: boolean | null;
    day: DayText;
  };
  review_card: Tenanted & {
    member_id: string;
    question_id: string;
    stability: number;
    difficulty: number;
    last_on: DayText;
    due_on: DayText;
    wrong: boolean;
  };
  review_setting: Tenanted & { member_id: string; new_per_day: number; due_per_day: number };
  answer_share: Tenanted & {
    organisation_id: string;
    question_id: string;
    people: number;
    share: number;
    bound: 'orMore' | 'orLess' | null;
  };
  question_figure: Tenanted & {
    question_id: string;
    organisation_id: string;
    people: number;
    difficulty: number;
    discrimination: number | null;
    urgency: number;
    options: Json<{ share: number; instead: boolean }[]>;
    told: Generated<boolean>;
  };
  answer_sum: Tenanted & { member_id: string; given: number; right_ones: number };
  figure_night: Tenanted & {
    computed_on: DayText | null;
    next_try_at: Date;
    counted_on: DayText | null;
    counted_up_to: string | null;
  };
  meeting: MeetingRow;
  roll_entry: RollEntryRow;
  roll_change: Tenanted & {
    id: string;
    meeting_id: string;
    member_id: string;
    from_state: StoredRollState;
    to_state: StoredRollState;
    method: string;
    reason: string | null;
    changed_by: string;
    changed_at: Date;
  };
  bureau_setting: Tenanted & { pioneer_index_enabled: boolean; host_unit: string | null };
  scheme: Tenanted & {
    id: string;
    code: string;
    version: number;
    effective_from: DayText;
    body: Json<unknown>;
  };
  score_period: Tenanted & {
    id: string;
    scheme_id: string;
    name: string;
    starts_on: DayText;
    ends_on: DayText;
    state: Generated<
      'open' | 'memberDeclared' | 'branchReviewed' | 'committeeReviewed' | 'publicity' | 'closed'
    >;
    opened_at: Date;
    closed_at: Date | null;
  };
  score_entry: ScoreEntryRow;
  score_total: Tenanted & { period_id: string; member_id: string; dimension: string; points: number };
  study_task: StudyTaskRow;
  task_due: Tenanted & {
    task_id: string;
    member_id: string;
    branch_id: string;
    due: boolean;
    reason: 'guest' | 'suspended' | 'frail' | 'longLeave' | 'floating' | 'joinedLater' | null;
  };
  task_done: Tenanted & {
    task_id: string;
    member_id: string;
    how: 'own' | 'madeUp' | 'excused';
    recorded_by: string | null;
    reason: string | null;
  };
  task_reminder: Tenanted & { task_id: string; branch_id: string; day: DayText };
  feedback: Tenanted & {
    id: string;
    member_id: string | null;
    text: string;
    sent_on: DayText;
    answer: string | null;
    answered_by: string | null;
    answered_on: DayText | null;
    version: Generated<number>;
  };
  fault: Tenanted & {
    id: string;
    subject: 'piece' | 'question' | 'scoreEntry';
    subject_id: string;
    subject_title: string;
    organisation_id: string;
    reporter_id: string;
    text: string;
    reported_at: Date;
    answer: string | null;
    answered_by: string | null;
    answered_at: Date | null;
    version: Generated<number>;
  };
}
