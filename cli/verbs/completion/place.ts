import type { Command } from 'commander';

/** A command of the tree by the words that lead to it, with what may follow. */
export interface Place {
  readonly path: string;
  readonly commands: readonly string[];
  readonly options: readonly string[];
  /** What an option takes, where that is a choice. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** Every command of a program; options of the program itself may stand behind every command. */
export function placesOf(program: Command): readonly Place[] {
  const above = [...program.options, ...optionsOfHelp].flatMap(({ long }) => long ?? []);
  const below = (path: string, command: Command): readonly Place[] => [
    {
      path,
      commands: command.commands.map((each) => each.name()),
      options: [...new Set([...command.options.flatMap(({ long }) => long ?? []), ...above])],
      choices: Object.fromEntries(
        [...command.options, ...program.options].flatMap(({ long, argChoices }) =>
          long == null || argChoices === undefined ? [] : [[long, argChoices]],
        ),
      ),
    },
    ...command.commands.flatMap((each) => below(`${path} ${each.name()}`, each)),
  ];
  return below(program.name(), program);
}

/** Commander keeps the help option apart. */
const optionsOfHelp = [{ long: '--help' }];
