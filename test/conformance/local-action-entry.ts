// What `@github/local-action` starts: it asks for a module with a function `run`, and an Action is a module that runs when it is loaded.
export async function run(): Promise<void> {
  await import('../../src/action.ts');
}
