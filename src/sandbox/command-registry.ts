import { isDeepStrictEqual } from 'node:util';
import { refusals } from './api-error.ts';
import { COMMAND, type CommandDefinition } from './command-form.ts';
import { LIMITS } from './limits.ts';

/** A command as Discord keeps it. */
export interface RegisteredCommand {
  readonly id: string;
  /** The server that has it; undefined for a command that is everywhere. */
  readonly guildId: string | undefined;
  /** Stays as it is as long as the definition does. */
  readonly version: string;
  readonly definition: CommandDefinition;
}

const MOST: Readonly<Record<number, number>> = {
  [COMMAND.chatInput]: LIMITS.chatInputCommands,
  [COMMAND.user]: LIMITS.userCommands,
  [COMMAND.message]: LIMITS.messageCommands,
};

/** The commands that the bot has registered, everywhere and in single servers. */
export class CommandRegistry {
  readonly #nextId: () => string;
  #commands: RegisteredCommand[] = [];

  constructor(nextId: () => string) {
    this.#nextId = nextId;
  }

  /** The commands of a server, or with undefined those that are everywhere. */
  of(guildId: string | undefined): RegisteredCommand[] {
    return this.#commands.filter((command) => command.guildId === guildId);
  }

  /** Replaces all commands of a place. A name that stays keeps its id. Throws 30032 if they are too many. */
  replace(guildId: string | undefined, definitions: readonly CommandDefinition[]): RegisteredCommand[] {
    for (const [type, most] of Object.entries(MOST))
      if (definitions.filter((definition) => definition.type === Number(type)).length > most)
        throw refusals.tooManyCommands();
    const before = this.of(guildId);
    const added = definitions.map((definition): RegisteredCommand => {
      const same = before.find((command) => sameName(command.definition, definition));
      const isUnchanged = isDeepStrictEqual(same?.definition, definition);
      return same && isUnchanged
        ? same
        : { id: same?.id ?? this.#nextId(), guildId, version: this.#nextId(), definition };
    });
    this.#commands = [...this.#commands.filter((command) => command.guildId !== guildId), ...added];
    return added;
  }

  /** Adds one command, in place of one with its name. */
  add(guildId: string | undefined, definition: CommandDefinition): RegisteredCommand {
    const others = this.of(guildId).map((command) => command.definition);
    const all = [...others.filter((other) => !sameName(other, definition)), definition];
    const added = this.replace(guildId, all).at(-1);
    if (!added) throw new TypeError('a command that was added is not there');
    return added;
  }

  /** Changes the command with this id. Throws 10063 if there is none, and 50035 where another one has its new name. */
  change(guildId: string | undefined, id: string, definition: CommandDefinition): RegisteredCommand {
    const before = this.#commands.find((command) => command.guildId === guildId && command.id === id);
    if (!before) throw refusals.unknownCommand();
    if (this.of(guildId).some((other) => other !== before && sameName(other.definition, definition)))
      throw refusals.invalidForm([
        {
          path: ['name'],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: `The name ${definition.name} is used twice`,
        },
      ]);
    if (isDeepStrictEqual(before.definition, definition)) return before;
    const changed: RegisteredCommand = { ...before, version: this.#nextId(), definition };
    this.#commands = this.#commands.map((command) => (command === before ? changed : command));
    return changed;
  }

  /** Takes one command away. Throws 10063 if there is none with this id. */
  remove(guildId: string | undefined, id: string): void {
    const left = this.#commands.filter((command) => !(command.guildId === guildId && command.id === id));
    if (left.length === this.#commands.length) throw refusals.unknownCommand();
    this.#commands = left;
  }
}

/** Whether two definitions are of the same command: slash, user and message commands have names of their own. */
export function sameName(a: CommandDefinition, b: CommandDefinition): boolean {
  return a.type === b.type && a.name === b.name;
}
