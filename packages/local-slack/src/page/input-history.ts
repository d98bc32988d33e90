/**
 * What the person has sent, for the arrow keys to bring back: newest first on the way up, and down
 * again to nothing.
 */
export class InputHistory {
  private readonly texts: string[] = [];
  private at = 0;

  add(text: string): void {
    if (this.texts.at(-1) !== text) this.texts.push(text);
    this.at = this.texts.length;
  }

  /**
   * The text one step up (-1) or down (1) from what the box shows; null where the arrow should move
   * the cursor instead.
   */
  recall(current: string, step: -1 | 1): string | null {
    if (current !== '' && current !== this.texts[this.at]) return null;
    if (current === '') this.at = this.texts.length;
    const next = this.at + step;
    if (next < 0 || this.texts.length === 0 || next > this.texts.length) return null;
    this.at = next;
    return this.texts[next] ?? '';
  }
}
