// From the text of a model file (rules/models/flask.yml) to its entries.
import { modelSchema, type ModelEntry } from './model-schema.ts';
import { checkYamlFile, parseYamlFile } from './yaml-file.ts';

/** The entries in `text`, in the order of the file. Throws ConfigurationError. */
export function readModel(path: string, text: string): ModelEntry[] {
  const model = /([^/]+)\.yml$/.exec(path)?.[1] ?? path;
  return checkYamlFile(parseYamlFile(path, text), modelSchema).map((entry) => ({ ...entry, model }));
}
