/**
 * The functions that a session begins with, as PowerShell text. They are parsed when they are first called.
 */
export const INITIAL_FUNCTIONS: Readonly<Record<string, string>> = {
  prompt: `"PS $($PWD)$('>' * ($NestedPromptLevel + 1)) "`,
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location /',
  'cd~': 'Set-Location ~',
  pause: "$null = Read-Host 'Press Enter to continue...'",
};
/** And aliases for them. */
export const INITIAL_ALIASES: Readonly<Record<string, string>> = {
  cls: 'Clear-Host',
  clear: 'Clear-Host',
};
