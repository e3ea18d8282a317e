// What the members of an enumeration are: `Sort(text).value` is one of the values its class lists, whoever chose the member.
// In: a class of the checkout. Out: the join of what its members hold.
import type { ClassRef } from '../../model/project-model.ts';
import type { Value } from '../values/value.ts';
import { constantValue, instanceOf, joinValues, withOrigin } from '../values/value.ts';
import type { Engine } from './engine.ts';

const enumerations = /(?:^enum\.\w*(?:Enum|Flag)|\.(?:Text|Integer)?Choices)$/;

/** The class lists all of its instances: `class Sort(Enum)`, Django's `TextChoices`. */
export function isEnumeration(engine: Engine, reference: ClassRef): boolean {
  return engine.project.ancestry(reference).external.some((base) => enumerations.test(base));
}

/** `member.value`, `member.name` of whatever member; undefined for other attributes and classes, and where a value is not known. */
export function memberAttribute(engine: Engine, reference: ClassRef, attribute: string): Value | undefined {
  if (attribute !== 'value' && attribute !== 'name') return undefined;
  if (!isEnumeration(engine, reference)) return undefined;
  let joined: Value | undefined;
  for (const { module, index } of engine.project.ancestry(reference).classes) {
    const item = module.index.classes[index]!;
    const scope = module.classBindings(item);
    for (const [name, bindings] of scope.byName) {
      const text = engine.project.names.text(name);
      if (text.startsWith('_') || bindings.some(({ kind }) => kind !== 'value')) continue;
      const value =
        attribute === 'name'
          ? constantValue({ type: 'str', value: text })
          : chosen(engine.bindingsValue(module, item.parent, scope, name));
      if (value === undefined) return undefined;
      joined = joined === undefined ? value : joinValues(joined, value);
    }
  }
  // More than a value can list: still one of them.
  if (joined !== undefined && joined.constants === undefined) return instanceOf('enum.Enum.value');
  return joined === undefined ? undefined : withOrigin(joined, 'class');
}

/** The value of a member; the first of a pair with its label. */
function chosen(value: Value): Value | undefined {
  const own = value.held?.kind === 'tuple' ? value.held.entries.get('n0') : value;
  return own?.constants === undefined ? undefined : own;
}
