import type { HeldPost } from '../src/domain/roster/acts';

/** An organisation the actor belongs to today. */
export interface Belonging {
  organisationId: string;
  organisationPath: string;
  kind: 'formal' | 'temporary' | 'dual' | 'group' | 'team';
}

/** Who acts: the member with all posts valid today. Made by dispatch from the platform's identity or a session, never from input. */
export interface Actor {
  tenantId: string;
  memberId: string;
  name: string;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  held: readonly HeldPost[];
  belongs: readonly Belonging[];
  /** The session that carries the request, when there is one. */
  sessionId: string | null;
}

/** The formal organisation (branch) of the actor, or null for an administrator outside any branch. */
export function homeOf(actor: Actor): Belonging | null {
  return actor.belongs.find((one) => one.kind === 'formal') ?? null;
}
