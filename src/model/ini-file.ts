// Configuration files in INI form: setup.cfg, tox.ini, pytest.ini, .flake8, .pylintrc, .stestr.conf, .gitreview.
// In: a text. Out: sections with their keys. Broken lines are passed over: these files are evidence, not our own settings.

/** Keys in lower case; continuation lines joined by LF. */
export type IniSection = ReadonlyMap<string, string>;
export type IniFile = ReadonlyMap<string, IniSection>;

/** Reads an INI text as Python's configparser does, without interpolation. A repeated section is one. */
export function readIni(text: string): IniFile {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let key: string | undefined;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header !== null) {
      const name = header[1]!.trim();
      section = sections.get(name) ?? new Map<string, string>();
      sections.set(name, section);
      key = undefined;
      continue;
    }
    if (section === undefined) continue;
    if (/^\s/.test(line)) {
      if (key !== undefined) section.set(key, `${section.get(key)!}\n${line.trim()}`);
      continue;
    }
    const pair = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line);
    if (pair === null) continue;
    key = pair[1]!.toLowerCase();
    section.set(key, pair[2]!.trim());
  }
  return sections;
}

/** Items of a value that lists them by blanks, commas or lines; comments at line ends are dropped. */
export function iniList(value: string | undefined): string[] {
  if (value === undefined) return [];
  return value
    .split('\n')
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/[\s,]+/))
    .filter((item) => item !== '');
}
