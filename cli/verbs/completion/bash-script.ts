import type { Place } from './place.ts';

/** A completion script for bash 4 and later; files are completed where nothing else may follow. */
export function bashScript(places: readonly Place[]): string {
  const below = places.slice(1).map(({ path }) => `'${path}'`);
  const cases = places.map(
    ({ path, commands, options }) =>
      `    '${path}') commands='${commands.join(' ')}' options='${options.join(' ')}' ;;`,
  );
  const choices = new Map(places.flatMap((place) => Object.entries(place.choices)));
  return `# bash completion for tripline, made by: tripline completion bash
_tripline() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local at='tripline' commands='' options='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$at \${COMP_WORDS[index]}" in
      ${below.join(' | ')}) at="$at \${COMP_WORDS[index]}" ;;
    esac
  done
  case "$at" in
${cases.join('\n')}
  esac
  case "$previous" in
${[...choices].map(([option, words]) => `    ${option}) commands='${words.join(' ')}' options='' ;;`).join('\n')}
  esac
  COMPREPLY=()
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$current"))
  fi
}
complete -o default -F _tripline tripline
`;
}
