/** Thrown inside the implementation of a wx call to make it fail with `errMsg: "<name>:fail <reason>"`. */
export class WxFailure extends Error {
  /** @param extra further fields of the failure (errno, errCode, …) */
  constructor(
    readonly reason: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}
