/** Version of pyverdict; a test compares it with package.json. */
export const version = '0.1.0';

/** Where the project is at home, for readers of its files; the address in package.json, which has none yet. A test compares them. */
export const homepage: string | undefined = undefined;
