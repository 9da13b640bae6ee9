/** Timers further away than this belong to the app's own rhythm (toasts, countdowns), not to an update. */
const SOON_MS = 60;

/**
 * Knows whether the app is still busy with something that was just asked of it: timers about to
 * fire and asynchronous wx calls on their way. That is how the driver waits for Taro, which
 * renders through `setTimeout` and the callback of `setData`.
 */
export class Activity {
  private inFlight = 0;
  private readonly dueTimes = new Map<object, number>();

  /** Marks an asynchronous wx call as running; call the returned function once when it has ended. */
  begin(): () => void {
    this.inFlight += 1;
    let hasEnded = false;
    return () => {
      if (!hasEnded) this.inFlight -= 1;
      hasEnded = true;
    };
  }

  /** Marks a one-shot timer as pending until it fires or is cleared. */
  timerStarted(timer: object, delayMs: number): void {
    this.dueTimes.set(timer, Date.now() + delayMs);
  }

  timerEnded(timer: object): void {
    this.dueTimes.delete(timer);
  }

  private get isBusy(): boolean {
    if (this.inFlight > 0) return true;
    const horizon = Date.now() + SOON_MS;
    return [...this.dueTimes.values()].some((dueAt) => dueAt <= horizon);
  }

  /**
   * Resolves when the app has come to rest, at the latest after `patienceMs`: an app that polls,
   * or waits for an answer which the test holds back, never rests, and that is no error.
   */
  async settle(patienceMs: number): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    let quietTurns = 0;
    while (quietTurns < 3 && Date.now() < giveUpAt) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.isBusy) {
        quietTurns = 0;
        await new Promise((resolve) => setTimeout(resolve, 1));
      } else {
        quietTurns += 1;
      }
    }
  }
}
