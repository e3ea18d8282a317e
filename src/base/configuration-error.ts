/** Something the user can mend: a bad option, a bad configuration or rule file. Shown as it is, exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
