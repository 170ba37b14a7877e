type Listener = (...args: unknown[]) => void;

/** The channel between a page and the page that it opened. */
export class EventChannel {
  private listeners = new Map<string, Set<Listener>>();

  on(event: string, listener: Listener): void {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set.add(listener));
  }

  once(event: string, listener: Listener): void {
    const once: Listener = (...args) => {
      this.off(event, once);
      listener(...args);
    };
    this.on(event, once);
  }

  off(event: string, listener?: Listener): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...args);
  }
}
