import { inspect } from 'node:util';

/**
 * A value that must not be printed. Whatever prints or stores the object that holds it shows `[secret]`: string
 * conversion, JSON, Node's inspection and every logger built on them. Only `reveal` gives it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
