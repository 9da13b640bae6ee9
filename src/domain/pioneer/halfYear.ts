/** A half-year as a score period has it; days `YYYY-MM-DD`, both inclusive. */
export interface HalfYear {
  startsOn: string;
  endsOn: string;
  /** As people say it: `2026 下半年`. */
  name: string;
}

/** The half-year that contains `day` (seed 001: 每半年; domain.md 5.4 default). */
export function halfYearOf(day: string): HalfYear {
  const year = day.slice(0, 4);
  return day.slice(5, 7) <= '06'
    ? { startsOn: `${year}-01-01`, endsOn: `${year}-06-30`, name: `${year} 上半年` }
    : { startsOn: `${year}-07-01`, endsOn: `${year}-12-31`, name: `${year} 下半年` };
}
