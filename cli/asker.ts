/** One of several answers. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
}

/** Asks a person on a terminal; every question can be answered by "not known" where its caller offers that. */
export interface Asker {
  /** A line of text; `fault` says what is wrong with it, so that it is asked again. */
  text(message: string, fault: (written: string) => string | undefined): Promise<string>;
  one<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T>;
  several<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<readonly T[]>;
  sure(message: string): Promise<boolean>;
}

/** Streams to ask over; a person's terminal unless a test says otherwise. Standard output is for results alone. */
export interface AskingStreams {
  readonly input?: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks by prompts. An interrupt ends it with an error of the name `ExitPromptError`. */
export async function promptAsker(streams: AskingStreams): Promise<Asker> {
  const { checkbox, confirm, input, select } = await import('@inquirer/prompts');
  const plain = (choices: readonly Choice<string>[]) => choices.map(({ value, name }) => ({ value, name }));
  const found = <T extends string>(choices: readonly Choice<T>[], value: string): readonly T[] =>
    choices.filter((choice) => choice.value === value).map((choice) => choice.value);
  return {
    text: (message, fault) =>
      input({ message, validate: (written) => fault(written.trim()) ?? true }, streams).then((written) =>
        written.trim(),
      ),
    one: async (message, choices) => {
      const [chosen] = found(choices, await select({ message, choices: plain(choices), loop: false }, streams));
      if (chosen === undefined) throw new Error('a choice that was not offered');
      return chosen;
    },
    several: async (message, choices) => {
      if (choices.length === 0) return [];
      const chosen = await checkbox({ message, choices: plain(choices), loop: false, pageSize: 12 }, streams);
      return chosen.flatMap((value) => found(choices, value));
    },
    sure: (message) => confirm({ message, default: false }, streams),
  };
}
