// A bounded queue between the generator and one loader: the generator waits when a loader falls behind, so memory stays flat.

export class Channel<T> implements AsyncIterable<T> {
  private readonly waiting: T[] = [];
  private ended = false;
  private failure: unknown = null;
  private wakeReader: (() => void) | null = null;
  private wakeWriter: (() => void) | null = null;
  private readonly room: number;

  /** @param room how many items may wait */
  constructor(room: number) {
    this.room = room;
  }

  /** Resolves when the item is in; rejects when the reader gave up. */
  async put(item: T): Promise<void> {
    while (this.waiting.length >= this.room && this.failure === null) {
      await new Promise<void>((resolve) => {
        this.wakeWriter = resolve;
      });
    }
    if (this.failure !== null) throw this.failure;
    this.waiting.push(item);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Ends both sides with an error. */
  fail(error: unknown): void {
    this.failure ??= error;
    this.wake();
    this.wakeWriter?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      if (this.failure !== null) throw this.failure;
      const item = this.waiting.shift();
      if (item !== undefined) {
        this.wakeWriter?.();
        this.wakeWriter = null;
        yield item;
      } else if (this.ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wakeReader = resolve;
        });
      }
    }
  }

  private wake(): void {
    this.wakeReader?.();
    this.wakeReader = null;
  }
}
