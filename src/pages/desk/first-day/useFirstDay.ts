import { useThemeDayStep } from '../../../features/meeting/useThemeDayStep';
import { useFirstSteps } from '../../../features/roster/useFirstSteps';
import { useContentStep } from '../../../features/study/desk/useContentStep';
import { may, useMe } from '../../../platform/session';
import type { FirstStepState } from '../../../ui/FirstStep';
import { isOffered } from '../DeskScreen';

/**
 * 开头几步 of a bureau or a branch: 名册, 激活卡, 晨学内容, 本月主题党日, each as its records have it, and only those
 * that are this person's to do. Any of them may wait.
 */
export function useFirstDay(): readonly FirstStepState[] {
  const me = useMe();
  const keepsPieces = isOffered(me, 'deskPieces');
  const plansMeetings = may(me, 'meeting.plan');
  const steps: FirstStepState[] = [...useFirstSteps()];
  const content = useContentStep({ skip: !keepsPieces });
  const themeDay = useThemeDayStep({ skip: !plansMeetings });
  if (keepsPieces) steps.push(content);
  if (plansMeetings) steps.push(themeDay);
  return steps;
}
