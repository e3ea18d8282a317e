import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  optionsTable
} from "./chunk-R2UB2633.js";
import {
  didYouMean
} from "./chunk-S5LOYPCO.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

// src/options/completion.ts
var commands = {
  scan: "scan directories and files",
  baseline: "write what is found now",
  compare: "answer the alerts of another tool",
  suppress: "write the comment that accepts a finding",
  init: "write a workflow and a configuration",
  explain: "print a rule's page",
  rules: "list all rules",
  "test-rules": "run the examples of the checkout's own rules",
  completion: "print a script for a shell",
  help: "print the help page",
  version: "print the version"
}, flags = optionsTable.flatMap(
  ({ flag, type, allowed = [], valueName, help }) => flag === void 0 ? [] : [
    {
      flag,
      allowed,
      help: help.split(/[.:;,](?:\s|$)/)[0],
      takesFile: valueName === "FILE",
      takesValue: type !== "boolean"
    }
  ]
), scripts = { bash, zsh, fish };
function completionScript(shell) {
  if (Object.hasOwn(scripts, shell)) return scripts[shell]();
  let known = Object.keys(scripts);
  throw new ConfigurationError(`completion knows ${known.join(", ")}, not ${shell}${didYouMean(shell, known)}`);
}
function bash() {
  let words = flags.filter(({ allowed }) => allowed.length > 0), files = flags.filter(({ takesFile }) => takesFile).map(({ flag }) => flag), others = flags.filter(({ takesFile, takesValue, allowed }) => takesValue && !takesFile && allowed.length === 0).map(({ flag }) => flag);
  return `# pyverdict completion bash
_pyverdict() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $before in
${words.map(({ flag, allowed }) => `    ${flag}) COMPREPLY=($(compgen -W '${allowed.join(" ")}' -- "$current")); return ;;`).join(`
`)}
    ${files.join(" | ")}) COMPREPLY=($(compgen -f -- "$current")); return ;;
    ${others.join(" | ")}) return ;;
    completion) COMPREPLY=($(compgen -W '${Object.keys(scripts).join(" ")}' -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${Object.keys(commands).join(" ")}' -- "$current"))
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W '${flags.map(({ flag }) => flag).join(" ")} --help' -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _pyverdict pyverdict
`;
}
function zsh() {
  let specs = flags.map(({ flag, allowed, help, takesFile, takesValue }) => {
    let value = takesValue ? allowed.length > 0 ? `:value:(${allowed.join(" ")})` : takesFile ? ":file:_files" : ":value:" : "";
    return `    '${flag}[${zshText(help)}]${value}'`;
  });
  return `#compdef pyverdict
# pyverdict completion zsh
_pyverdict() {
  local -a commands
  commands=(
${Object.entries(commands).map(([name, help]) => `    '${name}:${zshText(help)}'`).join(`
`)}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if [[ $words[2] == completion ]]; then
    _values shell ${Object.keys(scripts).join(" ")}
    return
  fi
  _arguments \\
${specs.join(` \\
`)} \\
    '*:file:_files'
}
compdef _pyverdict pyverdict
`;
}
function zshText(text) {
  return text.replace(/[[\]:\\]/g, "\\$&").replaceAll("'", "'\\''");
}
function fish() {
  let quoted = (text) => `'${text.replace(/['\\]/g, "\\$&")}'`;
  return [
    "# pyverdict completion fish",
    ...Object.entries(commands).map(
      ([name, help]) => `complete -c pyverdict -n __fish_use_subcommand -f -a ${name} -d ${quoted(help)}`
    ),
    `complete -c pyverdict -n '__fish_seen_subcommand_from completion' -f -a ${quoted(Object.keys(scripts).join(" "))}`,
    ...flags.map(({ flag, allowed, help, takesFile, takesValue }) => {
      let value = takesValue ? allowed.length > 0 ? ` -x -a ${quoted(allowed.join(" "))}` : takesFile ? " -r -F" : " -x" : "";
      return `complete -c pyverdict -n 'not __fish_use_subcommand' -l ${flag.slice(2)}${value} -d ${quoted(help)}`;
    }),
    ""
  ].join(`
`);
}

export {
  commands,
  completionScript
};
