// Scripts with which a shell completes commands, options and their values. In: the shell. Out: its script, made from the table of
// options, so that it knows what the parser knows.
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import { optionsTable } from './options-table.ts';

/** Commands with what each does, in the order of the help page. */
export const commands = {
  scan: 'scan directories and files',
  baseline: 'write what is found now',
  compare: 'answer the alerts of another tool',
  suppress: 'write the comment that accepts a finding',
  init: 'write a workflow and a configuration',
  explain: "print a rule's page",
  rules: 'list all rules',
  'test-rules': "run the examples of the checkout's own rules",
  completion: 'print a script for a shell',
  help: 'print the help page',
  version: 'print the version',
} as const;

const flags = optionsTable.flatMap(({ flag, type, allowed = [], valueName, help }) =>
  flag === undefined
    ? []
    : [
        {
          flag,
          allowed,
          help: help.split(/[.:;,](?:\s|$)/)[0]!,
          takesFile: valueName === 'FILE',
          takesValue: type !== 'boolean',
        },
      ],
);

const scripts = { bash, zsh, fish } as const;

/** The script; it is loaded with `source <(pyverdict completion bash)`. Throws ConfigurationError for a shell that is not known. */
export function completionScript(shell: string): string {
  if (Object.hasOwn(scripts, shell)) return scripts[shell as keyof typeof scripts]();
  const known = Object.keys(scripts);
  throw new ConfigurationError(`completion knows ${known.join(', ')}, not ${shell}${didYouMean(shell, known)}`);
}

function bash(): string {
  const words = flags.filter(({ allowed }) => allowed.length > 0);
  const files = flags.filter(({ takesFile }) => takesFile).map(({ flag }) => flag);
  const others = flags
    .filter(({ takesFile, takesValue, allowed }) => takesValue && !takesFile && allowed.length === 0)
    .map(({ flag }) => flag);
  return `# pyverdict completion bash
_pyverdict() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $before in
${words.map(({ flag, allowed }) => `    ${flag}) COMPREPLY=($(compgen -W '${allowed.join(' ')}' -- "$current")); return ;;`).join('\n')}
    ${files.join(' | ')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
    ${others.join(' | ')}) return ;;
    completion) COMPREPLY=($(compgen -W '${Object.keys(scripts).join(' ')}' -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${Object.keys(commands).join(' ')}' -- "$current"))
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W '${flags.map(({ flag }) => flag).join(' ')} --help' -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _pyverdict pyverdict
`;
}

function zsh(): string {
  const specs = flags.map(({ flag, allowed, help, takesFile, takesValue }) => {
    const value = !takesValue
      ? ''
      : allowed.length > 0
        ? `:value:(${allowed.join(' ')})`
        : takesFile
          ? ':file:_files'
          : ':value:';
    return `    '${flag}[${zshText(help)}]${value}'`;
  });
  return `#compdef pyverdict
# pyverdict completion zsh
_pyverdict() {
  local -a commands
  commands=(
${Object.entries(commands)
  .map(([name, help]) => `    '${name}:${zshText(help)}'`)
  .join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if [[ $words[2] == completion ]]; then
    _values shell ${Object.keys(scripts).join(' ')}
    return
  fi
  _arguments \\
${specs.join(' \\\n')} \\
    '*:file:_files'
}
compdef _pyverdict pyverdict
`;
}

function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''");
}

function fish(): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
  return [
    '# pyverdict completion fish',
    ...Object.entries(commands).map(
      ([name, help]) => `complete -c pyverdict -n __fish_use_subcommand -f -a ${name} -d ${quoted(help)}`,
    ),
    `complete -c pyverdict -n '__fish_seen_subcommand_from completion' -f -a ${quoted(Object.keys(scripts).join(' '))}`,
    ...flags.map(({ flag, allowed, help, takesFile, takesValue }) => {
      const value = !takesValue
        ? ''
        : allowed.length > 0
          ? ` -x -a ${quoted(allowed.join(' '))}`
          : takesFile
            ? ' -r -F'
            : ' -x';
      return `complete -c pyverdict -n 'not __fish_use_subcommand' -l ${flag.slice(2)}${value} -d ${quoted(help)}`;
    }),
    '',
  ].join('\n');
}
