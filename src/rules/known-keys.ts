// Which keys a schema knows at a place in a value, so that a mistake can name the nearest. In: a schema and the way to the place. Out:
// keys; of a union those of all its alternatives.
import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** Empty where any key may stand, or none. */
export function knownKeys(schema: Schema, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  return [
    ...new Set(
      plainForms(schema).flatMap((form): string[] => {
        const { def } = form._zod as { def: Definition };
        switch (def.type) {
          case 'object':
            if (step === undefined) return Object.keys(def.shape ?? {});
            return step in (def.shape ?? {}) ? knownKeys(def.shape![String(step)]!, rest) : [];
          case 'array':
            return step === undefined || def.element === undefined ? [] : knownKeys(def.element, rest);
          case 'record':
            return step === undefined || def.valueType === undefined ? [] : knownKeys(def.valueType, rest);
          default:
            return [];
        }
      }),
    ),
  ];
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
}

/** What stands behind optional fields, defaults, pipes, references and unions. */
function plainForms(schema: Schema, depth = 0): Schema[] {
  const { def } = schema._zod as { def: Definition };
  if (depth > 20) return [];
  const inside = [def.innerType ?? def.in ?? def.getter?.(), ...(def.options ?? [])].filter((one) => one !== undefined);
  return inside.length === 0 ? [schema] : inside.flatMap((one) => plainForms(one, depth + 1));
}
