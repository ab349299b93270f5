/** Gives each distinct text a small number that never changes, so that a column can hold the number. */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.texts.length;
  }

  /** The number of this text, made on first sight. Throws when the column's type can hold no more. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (this.texts.length >= this.limit) throw new Error(`the board's dictionary holds no more than ${this.limit}`);
    const number = this.texts.length;
    this.texts.push(text);
    this.numbers.set(text, number);
    return number;
  }

  find(text: string): number | undefined {
    return this.numbers.get(text);
  }

  textOf(number: number): string {
    const text = this.texts[number];
    if (text === undefined) throw new Error(`no text has the number ${number}`);
    return text;
  }

  all(): readonly string[] {
    return this.texts;
  }
}
