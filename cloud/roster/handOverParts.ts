import { meetingHandOver } from '../meeting/meetingHandOver';
import { studyHandOver } from '../study/studyHandOver';
import { taskHandOver } from '../task/taskHandOver';
import type { HandOverPart } from './handOverPart';

/** Everything that goes with a post, capability by capability. */
export const handOverParts: readonly HandOverPart[] = [...studyHandOver, ...meetingHandOver, ...taskHandOver];
