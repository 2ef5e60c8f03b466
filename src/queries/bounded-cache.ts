/**
 * Remembers the answers of a slow question: asked once while it is under way, forgotten when it
 * fails, and only for the most recently used keys.
 */
export class BoundedCache<T> {
  private readonly entries = new Map<string, Promise<T>>();
  private readonly capacity: number;
  private readonly isWorthKeeping: (value: T) => boolean;

  constructor(capacity: number, isWorthKeeping: (value: T) => boolean = () => true) {
    this.capacity = capacity;
    this.isWorthKeeping = isWorthKeeping;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const made = make();
    this.entries.set(key, made);
    made.then(
      (value) => {
        if (!this.isWorthKeeping(value)) this.forget(key, made);
      },
      () => this.forget(key, made),
    );
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.capacity) break;
      this.entries.delete(oldest);
    }
    return made;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  forgetWhere(is: (key: string) => boolean): void {
    for (const key of [...this.entries.keys()]) if (is(key)) this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  private forget(key: string, value: Promise<T>): void {
    if (this.entries.get(key) === value) this.entries.delete(key);
  }
}
