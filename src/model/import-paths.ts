// Which file an import statement means, seen from the file it stands in. In: the checkout's modules by path. Out: absolute dotted names that
// begin with the name the meant module has in the checkout. Leaves alone: what the module holds.
//
// Python searches the folders of `sys.path`. Which those are nobody tells, but the folder of the script and the folder around a package
// nearly always belong to them, so the nearest folder around the importing file that has such a module is taken.
import { foldersUpwards, folderOf, modulePath } from './module-names.ts';
import { isStandardLibrary } from './standard-library.ts';

export class ImportPaths {
  readonly #nameByPath: ReadonlyMap<string, string>;
  readonly #packages: ReadonlySet<string>;
  /** Names of the files and folders that an import can begin with. */
  readonly #firsts: ReadonlySet<string>;
  /** First components of the modules' names: what an import finds without regard to where it stands. */
  readonly #tops: ReadonlySet<string>;
  readonly #binds: (module: string, name: string) => boolean;
  readonly #known = new Map<string, string | undefined>();

  /**
   * `names`: for each path of a Python file the name its module has in the checkout; `packages`: folders that are regular packages;
   * `binds`: whether the module with such a name has a function, class or value of that name at its top level.
   */
  constructor(
    names: ReadonlyMap<string, string>,
    packages: ReadonlySet<string>,
    binds: (module: string, name: string) => boolean,
  ) {
    this.#binds = binds;
    this.#tops = new Set([...names.values()].map((name) => name.split('.', 1)[0]!));
    const importable = [...names].filter(([path]) => /\.pyw?$/.test(path));
    this.#nameByPath = new Map(importable.map(([path, name]) => [modulePath(path), name]));
    this.#packages = packages;
    this.#firsts = new Set(importable.flatMap(([path]) => modulePath(path).split('/')));
  }

  /**
   * What the absolute name `dotted` means in the file `path`, as a name that holds in the whole checkout: `db.User` is `orders.db.User` in
   * `orders/app.py` if another `db` has the short name. The same as `dotted` if no folder around has it. `used` are names that the file takes
   * from it after `import dotted`.
   */
  absolute(path: string, dotted: string, used: () => readonly string[]): string {
    const first = dotted.split('.', 1)[0]!;
    if (!this.#firsts.has(first)) return dotted;
    const folders = foldersUpwards(folderOf(path)).filter((folder) => !this.#packages.has(folder));
    // Only a script's own folder, or that around its package, comes before the standard library.
    for (const candidate of isStandardLibrary(first) ? folders.slice(0, 1) : folders) {
      for (const base of candidate === '' ? ['', 'src', 'lib'] : [candidate, `${candidate}/src`, `${candidate}/lib`]) {
        const found = this.#below(base, dotted);
        if (found !== undefined) return found;
      }
    }
    return this.#tops.has(first) || isStandardLibrary(first) ? dotted : (this.#sibling(path, dotted, used) ?? dotted);
  }

  /**
   * A module beside the importing one in a regular package, by its last name: so Python 2 has it, and a program that is started by the path of
   * its file. `import redis` in `pkg/cache.py` is not `pkg/redis.py` as a rule, so what is taken from it has to be there.
   */
  #sibling(path: string, dotted: string, used: () => readonly string[]): string | undefined {
    const found = this.#below(folderOf(path), dotted);
    if (found === undefined || found === this.#nameByPath.get(modulePath(path))) return undefined;
    const module = this.#nameByPath.get(`${folderOf(path)}/${dotted.split('.', 1)[0]!}`);
    if (module === undefined) return found;
    const taken = found === module ? used() : [found.slice(module.length + 1)];
    return taken.length > 0 && taken.every((name) => !name.includes('.') && this.#binds(module, name))
      ? found
      : undefined;
  }

  /** What `dotted` after `level` dots means in the file `path`; undefined if the checkout has no such module. */
  relative(path: string, level: number, dotted: string): string | undefined {
    const folder = foldersUpwards(folderOf(path))[level - 1];
    if (folder === undefined) return undefined;
    const found = dotted === '' ? undefined : this.#below(folder, dotted);
    if (found !== undefined) return found;
    const around = this.#nameByPath.get(folder);
    if (around === undefined) return undefined;
    return dotted === '' ? around : `${around}.${dotted}`;
  }

  /** The longest beginning of `dotted` that is a module below a folder, by its name in the checkout, and the rest. */
  #below(folder: string, dotted: string): string | undefined {
    const whole = folder === '' ? dotted.replaceAll('.', '/') : `${folder}/${dotted.replaceAll('.', '/')}`;
    if (this.#known.has(whole)) return this.#known.get(whole);
    const found = this.#longest(whole, folder.length, dotted);
    this.#known.set(whole, found);
    return found;
  }

  #longest(whole: string, least: number, dotted: string): string | undefined {
    for (let path = whole; path.length > least; path = folderOf(path)) {
      const name = this.#nameByPath.get(path);
      if (name === undefined) continue;
      return path === whole ? name : `${name}.${dotted.slice(dotted.length - (whole.length - path.length - 1))}`;
    }
    return undefined;
  }
}
