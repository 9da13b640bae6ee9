import { gate } from './0001Gate';
import { roster } from './0002Roster';
import { records } from './0003Records';
import { study } from './0004Study';
import { quiz } from './0005Quiz';
import { meeting } from './0006Meeting';
import { pioneer } from './0007Pioneer';
import { feedback } from './0008Feedback';
import { pieceEditors } from './0009PieceEditors';
import { auditViews } from './0010AuditViews';
import { pieceMedia } from './0011PieceMedia';
import { places } from './0012Places';
import { tasks } from './0013Tasks';
import { pairing } from './0014Pairing';
import { noticeTargets } from './0015NoticeTargets';
import { series } from './0016Series';
import { library } from './0017Library';
import { lecture } from './0018Lecture';
import { leaving } from './0019Leaving';
import { textChecks } from './0020TextChecks';
import { supplyRota } from './0021SupplyRota';
import { reminders } from './0022Reminders';
import { stockNotices } from './0023StockNotices';
import { laws } from './0024Laws';
import { lawsTakenBack } from './0026LawsTakenBack';
import { questionBank } from './0030QuestionBank';
import { quizRuns } from './0031QuizRuns';
import { papers } from './0032Papers';
import { figures } from './0033Figures';
import { openPapers } from './0034OpenPapers';
import { paperSeals } from './0035PaperSeals';
import { figureNights } from './0036FigureNights';
import type { Migration } from './migration';

/** Every step of the schema, in order; forward only, expand then contract. */
export const migrations: readonly Migration[] = [
  gate,
  roster,
  records,
  study,
  quiz,
  meeting,
  pioneer,
  feedback,
  pieceEditors,
  auditViews,
  pieceMedia,
  places,
  tasks,
  pairing,
  noticeTargets,
  series,
  library,
  lecture,
  leaving,
  textChecks,
  supplyRota,
  reminders,
  stockNotices,
  laws,
  lawsTakenBack,
  questionBank,
  quizRuns,
  papers,
  figures,
  openPapers,
  paperSeals,
  figureNights,
];
