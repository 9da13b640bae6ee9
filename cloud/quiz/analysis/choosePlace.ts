import type { RosterPlace } from '../../roster/placeRepository';

/** The organisation that was asked for among those that may be shown, or the first of them when none was; null when there is none such. */
export function choosePlace(
  places: readonly RosterPlace[],
  organisationId: string | undefined,
): { chosen: RosterPlace; places: readonly RosterPlace[] } | null {
  const chosen =
    organisationId === undefined
      ? places[0]
      : places.find((place) => place.organisationId === organisationId);
  return chosen ? { chosen, places } : null;
}
