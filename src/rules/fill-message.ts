// Messages of rules are texts with holes; detectors fill them.

/**
 * The template with each `{name}` replaced by its value. A hole without a value is a bug of the detector and throws;
 * a part that may be left out gets the empty text. Values are taken as they are, braces included.
 */
export function fillMessage(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z][a-z_]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in the message "${template}"`);
    return String(value);
  });
}
