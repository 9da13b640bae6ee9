/** Something that went wrong inside the app and that nobody handled. */
export interface AppError {
  /** Where it surfaced: "console.error", "unhandled rejection", "Page onLoad pages/today/index", … */
  where: string;
  message: string;
  stack: string;
}

/** Every uncaught error of one mini-program, kept so that a test can fail on it. */
export class ErrorLog {
  private entries: AppError[] = [];

  /** Records `reason` (an Error of any realm, or anything thrown). */
  add(where: string, reason: unknown): void {
    this.entries.push({ where, message: messageOf(reason), stack: stackOf(reason) });
  }

  /** What was recorded and not yet taken, oldest first. */
  list(): readonly AppError[] {
    return this.entries;
  }

  /** Removes and returns what was recorded, for tests that expect an error. */
  take(): AppError[] {
    const taken = this.entries;
    this.entries = [];
    return taken;
  }
}

/** The sentence of a thrown value; errors of another realm are not `instanceof Error` here. */
export function messageOf(reason: unknown): string {
  if (typeof reason === 'object' && reason !== null) {
    if ('message' in reason && typeof reason.message === 'string') return reason.message;
    if ('errMsg' in reason && typeof reason.errMsg === 'string') return reason.errMsg;
    try {
      return JSON.stringify(reason);
    } catch {
      return Object.prototype.toString.call(reason);
    }
  }
  return String(reason);
}

function stackOf(reason: unknown): string {
  if (typeof reason === 'object' && reason !== null && 'stack' in reason) return String(reason.stack);
  return '';
}
