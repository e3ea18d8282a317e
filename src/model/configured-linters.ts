// Which rules of ruff, flake8 and pylint the repository's own configuration enables.
// In: configuration files. Out: one question. Leaves alone: settings for single files, and whether anybody runs the linter.
import type { Toml } from './configuration-files.ts';
import { configurationFiles, tomlAt, tomlEntries, tomlStrings } from './configuration-files.ts';
import type { IniFile, IniSection } from './ini-file.ts';
import { iniList } from './ini-file.ts';
import type { ProjectFacts } from './project-facts.ts';
import { projectFacts } from './project-facts.ts';
import type { ProjectModel } from './project-model.ts';

export type Linter = 'ruff' | 'flake8' | 'pylint';

export interface ConfiguredLinters {
  /** Linters with a configuration of their own, sorted. */
  readonly configured: readonly Linter[];
  /** True if the linter is configured and its configuration enables the rule: `S113`, `E722`, `W0702`, `bare-except`. */
  readonly enables: (tool: Linter, rule: string) => boolean;
}

type Enables = (rule: string) => boolean;

const cache = new WeakMap<ProjectModel, ConfiguredLinters>();

/** The linters that the outermost configuration files set up. */
export function configuredLinters(project: ProjectModel): ConfiguredLinters {
  let found = cache.get(project);
  if (found === undefined) cache.set(project, (found = readLinters(project)));
  return found;
}

function readLinters(project: ProjectModel): ConfiguredLinters {
  const facts = projectFacts(project);
  const tools: Readonly<Record<Linter, Enables | undefined>> = {
    ruff: ruff(project),
    flake8: flake8(project, facts),
    pylint: pylint(project),
  };
  const configured = (['flake8', 'pylint', 'ruff'] as const).filter((tool) => tools[tool] !== undefined);
  return { configured, enables: (tool, rule) => tools[tool]?.(rule) === true };
}

/** Of two prefixes that both fit, the longer one speaks; ignoring wins a tie. Undefined: neither fits. */
function longestSays(
  selected: readonly string[],
  ignored: readonly string[],
  length: (selector: string) => number,
): boolean | undefined {
  const longest = (list: readonly string[]): number =>
    list.reduce((best, selector) => Math.max(best, length(selector)), -1);
  const chosen = longest(selected);
  const refused = longest(ignored);
  return chosen < 0 && refused < 0 ? undefined : chosen > refused;
}

// ---- ruff -----------------------------------------------------------------------------------------------------

const ruffDefaults = ['E4', 'E7', 'E9', 'F'];

function ruff(project: ProjectModel): Enables | undefined {
  const tables = configurationFiles(project).toml.flatMap((file) => {
    const table = /^\.?ruff\.toml$/.test(file.name) ? file.content : tomlAt(file.content, 'tool', 'ruff');
    return typeof table === 'object' && table !== null ? [table] : [];
  });
  const [table] = tables;
  if (table === undefined) return undefined;
  const list = (key: string): string[] | undefined => {
    const values: Toml = tomlAt(table, 'lint', key) ?? tomlAt(table, key);
    return values === undefined ? undefined : tomlStrings(values);
  };
  const selected = [...(list('select') ?? ruffDefaults), ...(list('extend-select') ?? [])];
  const ignored = [...(list('ignore') ?? []), ...(list('extend-ignore') ?? [])];
  return (rule) => longestSays(selected, ignored, (selector) => ruffLength(selector, rule)) === true;
}

/** How specific a ruff selector is for a rule, -1 if it does not fit. Letters name a plugin: `S` is not `SIM`, but `PL` has `PLR`. */
function ruffLength(selector: string, rule: string): number {
  if (selector === 'ALL') return 0;
  const [, letters, digits] = /^([A-Z]+)(\d*)$/.exec(selector) ?? [];
  const [, ruleLetters, ruleDigits] = /^([A-Z]+)(\d*)$/.exec(rule) ?? [];
  if (letters === undefined || ruleLetters === undefined || !ruleDigits!.startsWith(digits!)) return -1;
  const sameLetters = letters === ruleLetters || (letters === 'PL' && /^PL[CREW]$/.test(ruleLetters));
  return sameLetters ? selector.length : -1;
}

// ---- flake8 ---------------------------------------------------------------------------------------------------

// What flake8 runs by itself, and the packages that bring other prefixes: an installed plugin is on unless left out.
const flake8Own = /^(?:[EWF]\d|C90)/;
const flake8Ignored = ['E121', 'E123', 'E126', 'E226', 'E24', 'E704', 'W503', 'W504'];
const flake8Plugins: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ASYNC\d/, ['flake8-async']],
  [/^B\d/, ['flake8-bugbear']],
  [/^BLE\d/, ['flake8-blind-except']],
  [/^D\d/, ['flake8-docstrings']],
  [/^DTZ\d/, ['flake8-datetimez']],
  [/^ERA\d|^E800/, ['flake8-eradicate']],
  [/^H\d/, ['hacking']],
  [/^PT\d/, ['flake8-pytest-style']],
  [/^S\d/, ['flake8-bandit']],
  [/^SIM\d/, ['flake8-simplify']],
  [/^(?:TD|T10)\d/, ['flake8-todos', 'flake8-todo']],
  [/^FIX\d/, ['flake8-fixme']],
  [/^WPS\d/, ['wemake-python-styleguide']],
];
// hacking's checks that stay off unless `enable-extensions` names them.
const offByDefault = /^H(?:106|203|204|205|210|904)$/;

function flake8(project: ProjectModel, facts: ProjectFacts): Enables | undefined {
  const file = configurationFiles(project).ini.find(
    ({ name, content }) => /^(?:\.flake8|setup\.cfg|tox\.ini)$/.test(name) && content.has('flake8'),
  );
  if (file === undefined) return undefined;
  const section = file.content.get('flake8')!;
  const select = optionalList(section, 'select');
  const selected = [...(select ?? []), ...iniList(get(section, 'extend-select'))];
  const extensions = iniList(get(section, 'enable-extensions'));
  const ignored = [...(optionalList(section, 'ignore') ?? flake8Ignored), ...iniList(get(section, 'extend-ignore'))];
  const local = iniList(
    file.content
      .get('flake8:local-plugins')
      ?.get('extension')
      ?.replace(/\s*=\s*\S+/g, ''),
  );
  const length = (rule: string) => (selector: string) => (rule.startsWith(selector) ? selector.length : -1);
  return (rule) => {
    if (extensions.some((extension) => rule.startsWith(extension))) return true;
    const said = longestSays(selected, ignored, length(rule));
    if (said !== undefined) return said;
    if (select !== undefined || offByDefault.test(rule)) return false;
    if (flake8Own.test(rule) && rule !== 'E800') return !rule.startsWith('C90') || section.has('max-complexity');
    return (
      local.includes(rule) ||
      flake8Plugins.some(([prefix, plugins]) => prefix.test(rule) && plugins.some(facts.declared))
    );
  };
}

/** Keys may be written with dashes or underscores. */
function get(section: IniSection | undefined, key: string): string | undefined {
  return section?.get(key) ?? section?.get(key.replaceAll('-', '_'));
}

function optionalList(section: IniSection, key: string): string[] | undefined {
  const value = get(section, key);
  return value === undefined ? undefined : iniList(value);
}

// ---- pylint ---------------------------------------------------------------------------------------------------

// Messages of rules we have a counterpart of; pylint takes either name. The extension that a message needs, if it is
// off by default.
const pylintMessages: readonly {
  readonly code: string;
  readonly names: readonly string[];
  readonly extension?: string;
}[] = [
  { code: 'C0116', names: ['missing-function-docstring', 'missing-docstring'] },
  { code: 'R1732', names: ['consider-using-with'] },
  { code: 'R2004', names: ['magic-value-comparison'], extension: 'pylint.extensions.magic_value' },
  { code: 'W0511', names: ['fixme'] },
  { code: 'W0702', names: ['bare-except'] },
  { code: 'W0707', names: ['raise-missing-from'] },
  { code: 'W0718', names: ['broad-exception-caught', 'broad-except', 'W0703'] },
  { code: 'W3101', names: ['missing-timeout'] },
];

interface PylintSettings {
  readonly enable: readonly string[];
  readonly disable: readonly string[];
  readonly plugins: readonly string[];
}

function pylint(project: ProjectModel): Enables | undefined {
  const settings = pylintSettings(project);
  if (settings === undefined) return undefined;
  return (rule) => {
    const message = pylintMessages.find(({ code, names }) => code === rule || names.includes(rule));
    const names = message === undefined ? [rule] : [message.code, ...message.names];
    if (names.some((name) => settings.enable.includes(name))) return true;
    if (names.some((name) => settings.disable.includes(name))) return false;
    const category = message?.code[0] ?? (/^[CREWF]\d{4}$/.test(rule) ? rule[0]! : '');
    if (category !== '' && settings.enable.includes(category)) return true;
    if (settings.disable.includes('all') || (category !== '' && settings.disable.includes(category)))
      return settings.enable.includes('all');
    if (message === undefined) return settings.enable.includes('all');
    return message.extension === undefined || settings.plugins.includes(message.extension);
  };
}

function pylintSettings(project: ProjectModel): PylintSettings | undefined {
  const { ini, toml } = configurationFiles(project);
  for (const { name, content } of ini) {
    const sections = /^\.?pylintrc$/.test(name)
      ? [...content.values()]
      : /^(?:setup\.cfg|tox\.ini)$/.test(name)
        ? pylintSections(content)
        : [];
    if (sections.length > 0) {
      const list = (key: string): string[] => sections.flatMap((section) => iniList(get(section, key)));
      return { enable: list('enable'), disable: list('disable'), plugins: list('load-plugins') };
    }
  }
  for (const { name, content } of toml) {
    const table = /^\.?pylintrc\.toml$/.test(name)
      ? (tomlAt(content, 'tool', 'pylint') ?? content)
      : tomlAt(content, 'tool', 'pylint');
    if (table === undefined) continue;
    // Settings stand in the table itself or in one of its sections: MASTER, "MESSAGES CONTROL", main.
    const tables = [table, ...tomlEntries(table).map(([, section]) => section)];
    const list = (key: string): string[] =>
      tables
        .flatMap((section) => tomlStrings(tomlAt(section, key) ?? tomlAt(section, key.replaceAll('-', '_'))))
        .flatMap((item) => iniList(item));
    return { enable: list('enable'), disable: list('disable'), plugins: list('load-plugins') };
  }
  return undefined;
}

function pylintSections(content: IniFile): IniSection[] {
  return [...content].filter(([name]) => /^pylint\b/i.test(name)).map(([, section]) => section);
}
