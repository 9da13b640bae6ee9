import type { AnyUseCase } from '../operation';
import { appointMember } from './appointMember';
import { belongElsewhere } from './belongElsewhere';
import { createOrganisation } from './createOrganisation';
import { dissolveOrganisation } from './dissolveOrganisation';
import { editMember } from './editMember';
import { editOrganisation } from './editOrganisation';
import { endBelonging } from './endBelonging';
import { endMark } from './endMark';
import { endPost } from './endPost';
import { handOver } from './handOver';
import { issueCard } from './issueCard';
import { issueCards } from './issueCards';
import { joinMember } from './joinMember';
import { leaveRoster } from './leaveRoster';
import { markMember } from './markMember';
import { readFirstDay } from './readFirstDay';
import { readHandOver } from './readHandOver';
import { readMember } from './readMember';
import { readMembers } from './readMembers';
import { readOrganisations } from './readOrganisations';
import { readPeople } from './readPeople';
import { readPosts } from './readPosts';
import { transferMember } from './transferMember';
import { unbindMember } from './unbindMember';

export const rosterUseCases: AnyUseCase[] = [
  readOrganisations,
  readMembers,
  issueCard,
  readFirstDay,
  createOrganisation,
  editOrganisation,
  dissolveOrganisation,
  readPeople,
  readMember,
  editMember,
  joinMember,
  transferMember,
  leaveRoster,
  markMember,
  endMark,
  belongElsewhere,
  endBelonging,
  readPosts,
  appointMember,
  endPost,
  readHandOver,
  handOver,
  issueCards,
  unbindMember,
];
