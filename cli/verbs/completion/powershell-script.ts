import type { Place } from './place.ts';

/** A completion script for Windows PowerShell 5.1 and PowerShell 7; plain ASCII, so that no code page can spoil it. */
export function powershellScript(places: readonly Place[]): string {
  const list = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const commands = places.map((place) => `    '${place.path}' = ${list(place.commands)}`);
  const options = places.map((place) => `    '${place.path}' = ${list(place.options)}`);
  const choices = new Map(places.flatMap((place) => Object.entries(place.choices)));
  return `# PowerShell completion for tripline, made by: tripline completion powershell
Register-ArgumentCompleter -Native -CommandName tripline -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${commands.join('\n')}
  }
  $options = @{
${options.join('\n')}
  }
  $choices = @{
${[...choices].map(([option, words]) => `    '${option}' = ${list(words)}`).join('\n')}
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $at = 'tripline'
  foreach ($word in ($words | Select-Object -Skip 1)) {
    if ($commands.ContainsKey("$at $word")) { $at = "$at $word" }
  }
  $previous = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $offered = if ($choices.ContainsKey($previous)) { $choices[$previous] }
    elseif ($wordToComplete.StartsWith('-')) { $options[$at] }
    else { $commands[$at] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
