import type { Migration } from './migration';

/** Finds the last audited look of somebody at something: a screen that stays open is one look, not one per poll. */
export const auditViews: Migration = {
  name: '0010-audit-views',
  sql: () => `
    create index audit_row_by_view on audit_row (tenant_id, actor_id, action, subject_id, at);
  `,
};
