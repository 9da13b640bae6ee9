import type { ErrorLog } from '../errorLog';

/** Functions that the app registered by wx.on<Name>, called by the runtime when it happens. */
export class Listeners {
  private readonly byEvent = new Map<string, Set<(result: unknown) => void>>();

  constructor(private readonly errors: ErrorLog) {}

  /** `{ onX, offX }` for each name. */
  pairs(names: readonly string[]): Record<string, unknown> {
    const functions: Record<string, unknown> = {};
    for (const name of names) {
      const registered = new Set<(result: unknown) => void>();
      this.byEvent.set(name, registered);
      functions[`on${name}`] = (listener: (result: unknown) => void) => void registered.add(listener);
      functions[`off${name}`] = (listener?: (result: unknown) => void) => {
        if (listener) registered.delete(listener);
        else registered.clear();
      };
    }
    return functions;
  }

  /** Tells all listeners of `name`; what one throws is recorded and does not keep the others from it. */
  emit(name: string, result: unknown): void {
    for (const listener of [...(this.byEvent.get(name) ?? [])]) {
      try {
        listener(result);
      } catch (error) {
        this.errors.add(`wx.on${name}`, error);
      }
    }
  }

  has(name: string): boolean {
    return (this.byEvent.get(name)?.size ?? 0) > 0;
  }
}
