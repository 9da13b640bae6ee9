import { type Post, postTitles } from '../posts';
import { saidOrNull } from './emptyWords';
import type { RosterMark, RosterRow } from './rosterSheet';

/** What is written under a header to tick. */
const YES = /^(是|有|√|✓|✔|1|y|yes|true|o|○|●)$/i;
const NO = /^(否|不是|0|n|no|false|×|x|✕|✗)$/i;

/** People who are in a list of the Party's work but not members (domain.md 3: members are full or probationary). */
const NOT_MEMBERS =
  /^非|未入党|积极分子|发展对象|申请|团员|群众|民革|民盟|民建|民进|农工|致公|九三|台盟|民主党派|民主同盟|无党派|普通居民/;

/** A column of which only one kind has a tick. */
const TO_TICK = /^(是否)?(正式|预备)(党员)?$/;

/** 正式 or 预备; `notAMember`; `unknown` for other words. Under a header to tick (预备党员) a √ means what the header says. */
export function readKind(
  text: string,
  header: string,
): 'full' | 'probationary' | 'notAMember' | 'unknown' | null {
  const said = saidOrNull(text);
  if (said === null) return null;
  const ticked = TO_TICK.exec(header)?.[2];
  if (ticked && YES.test(said)) return ticked === '正式' ? 'full' : 'probationary';
  if (ticked && NO.test(said)) return ticked === '正式' ? 'probationary' : 'full';
  if (NOT_MEMBERS.test(said)) return 'notAMember';
  if (said.includes('预备')) return 'probationary';
  return /正式|^(中共)?党员$|共产党(党)?员/.test(said) ? 'full' : 'unknown';
}

/** 党籍状态 in the words of the national system; a day in a column of leaving dates means gone. */
export function readStatus(text: string): RosterRow['status'] | 'unknown' {
  const said = saidOrNull(text);
  if (said === null) return null;
  if (/^(未|没有?)转出$/.test(said)) return 'active';
  if (/未|没|拟|正在|办理中|待|申请/.test(said)) return 'unknown';
  if (/停止党籍|停止|失联/.test(said)) return 'suspended';
  if (/转出|出党|除名|死亡|去世|开除|退党/.test(said)) return 'transferredOut';
  if (/^(正常|在册|有效|已转正|正式)/.test(said)) return 'active';
  return /^\d{4}\D?\d{1,2}/.test(said) ? 'transferredOut' : 'unknown';
}

const markWords: readonly (readonly [RegExp, RosterMark])[] = [
  [/(?<!未)退休|离休/, 'retired'],
  [/年老|体弱/, 'frail'],
  [/流动/, 'floating'],
  [/长期(请假|病假|外出|不在岗)|病休/, 'longLeave'],
];

/** True for a header under which a tick says the kind. */
export function isToTick(header: string): boolean {
  return TO_TICK.test(header);
}

/** Marks named in a cell; a yes means the mark named in the header. 非… and 否 name none. */
export function readMarks(text: string, header: string): RosterMark[] {
  const said = saidOrNull(text);
  if (said === null || NO.test(said)) return [];
  const source = YES.test(said) ? header : said;
  return markWords
    .filter(([word]) => word.test(source.replace(/[非不未无没](有|属于?)?(退休|流动|离退休)/g, '')))
    .map(([, mark]) => mark);
}

/** 是, √ and the like, or a level that counts among leading posts; null for nothing. 科员 and other ranks say neither. */
export function readYes(text: string): boolean | 'unknown' | null {
  const said = saidOrNull(text);
  if (said === null) return null;
  if (NO.test(said) || /非领导|^[非无]/.test(said)) return false;
  return YES.test(said) || /领导|[部省厅局司处县]级|[部厅局司处]长/.test(said) ? true : 'unknown';
}

/** Longest first: 副书记 is not 书记, 机关党委书记 is not the branch's. */
const postWords: readonly (readonly [string, Post])[] = [
  [postTitles.committeeSecretary, 'committeeSecretary'],
  [postTitles.committeeOfficer, 'committeeOfficer'],
  ['副书记', 'deputySecretary'],
  ['支部书记', 'secretary'],
  ['组织委员', 'organisationOfficer'],
  ['宣传委员', 'publicityOfficer'],
  ['纪检委员', 'disciplineOfficer'],
  ['纪律检查委员', 'disciplineOfficer'],
  ['党小组长', 'groupLeader'],
  ['党小组组长', 'groupLeader'],
  ['代录员', 'clerk'],
];

/** The Party posts named in a cell; duties of the employer are not read. A bare 书记 is the branch's. */
export function readPosts(text: string): Post[] {
  // A deputy of a committee is not one of a branch.
  let rest = (saidOrNull(text) ?? '')
    .replace(/\s/g, '')
    .replace(/(党委|党组|纪委)(专职)?副书记/g, '|')
    // Posts that are over: 原支部书记.
    .replace(/(^|[、,，;；/|(（])(原|前任|曾任?|历任)[^、,，;；/|]*/g, '|');
  const found: Post[] = [];
  for (const [word, post] of postWords) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, '|');
    if (!found.includes(post)) found.push(post);
  }
  if (/^(党支部)?书记$/.test(rest.replaceAll('|', ''))) found.push('secretary');
  return found;
}
