import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Organisations whose keepers have been told that the stock of pieces is low; gone once it has recovered (product.md A0). */
export const stockNotices: Migration = {
  name: '0023-stock-notices',
  sql: ({ appRole }) => `
    create table stock_notice (
      tenant_id uuid not null,
      organisation_id uuid not null,
      primary key (tenant_id, organisation_id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
    );
    ${lockToTenant('stock_notice', appRole, 'select, insert, delete')}
  `,
};
