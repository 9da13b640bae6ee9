import type { PracticeMode } from '../../../domain/quiz/practice/modes';

interface ModeWords {
  title: string;
  /** What it is, before it begins. */
  about: string;
  /** Why there is nothing to ask, and what one can do. */
  empty: string;
  /** At the end, below what is remembered. */
  end: string;
  /** The words for taking it once more; absent where there is one a day or a week. */
  again?: string;
}

const noQuestions = '题库里还没有题。有了审核过的题，这里就能练';

/** What each way to practise is called and says. A paper says its own. */
export const modeWords: Record<PracticeMode, ModeWords> = {
  dailyFive: { title: '今日五题', about: '', empty: noQuestions, end: '没记牢的，改天会再出现' },
  weeklyTen: {
    title: '每周十题',
    about: '一周一组，星期一换新。分几次答也可以',
    empty: noQuestions,
    end: '这一周的题都答完了。没记牢的，改天会再出现',
  },
  topic: {
    title: '专题练习',
    about: '这个专题里的题，一组最多十题。没答完的会接着答',
    empty: '这个专题现在没有可以练的题，换一个专题看看',
    end: '这一组答完了。没记牢的，改天会再出现',
    again: '再来一组',
  },
  challenge: {
    title: '挑战',
    about: '答对一题，出下一题；答错一题就到这里。只是自己练，不记分',
    empty: noQuestions,
    end: '这一次就到这里。没记牢的，改天会再出现',
    again: '再来一次',
  },
  wrongBook: {
    title: '错题练习',
    about: '错题本里的题，一组最多十题。改天再答对，就从错题本里出去了',
    empty: '错题本是空的。答错的题会放进来',
    end: '这一组答完了。改天再答对，就从错题本里出去了',
    again: '再来一组',
  },
  review: {
    title: '复习',
    about: '快要忘的题，正好今天再看一遍。每天不超过您定的题数，歇几天也不会堆起来',
    empty: '今天没有要复习的题。答过的题，快要忘的时候会来这里',
    end: '今天的复习完了。下一次什么时候看，会按您记得的样子排',
  },
  mockExam: {
    title: '模拟考试',
    about: '20 题，30 分钟。交卷以前可以改，交卷以后看对错和为什么。只给自己看',
    empty: noQuestions,
    end: '没记牢的，改天会再出现',
    again: '再考一次',
  },
};
