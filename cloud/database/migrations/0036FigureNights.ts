import type { Migration } from './migration';

/** A night of figures that is too long for one run goes on where it stopped: up to which question it has come. */
export const figureNights: Migration = {
  name: '0036-figure-nights',
  sql: () => `
    alter table figure_night
      -- the day of which a part is counted
      add counted_on date,
      -- in the order of ids; every question up to it is counted
      add counted_up_to uuid;
  `,
};
