// The value of a plain name in a frame: its variable, an enclosing function's, the module's, or a builtin.
import { MODULE } from '../../model/file-index.ts';
import { parameterNames } from '../../model/project-model.ts';
import { outside } from '../taint/leaving.ts';
import type { Value } from '../values/value.ts';
import { unknown, withOrigin } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Looks a name up by Python's scopes. */
export function lookUp(frame: Frame, name: number): Value {
  const local = frame.state.variables.get(name);
  if (local !== undefined) return local;
  const captured = frame.captured?.get(name);
  if (captured !== undefined) return captured;
  const { module, engine } = frame;
  for (let current = frame.functionIndex; current !== MODULE;) {
    const item = module.index.functions[current]!;
    const scope = module.functionBindings(item);
    if (!scope.outer.has(name)) {
      if (scope.byName.has(name)) {
        // In a function that is walked the name is not bound yet; elsewhere its assignments tell.
        if (current === frame.functionIndex && !frame.isAlone) return unknown;
        return withOrigin(engine.bindingsValue(module, current, scope, name), 'local');
      }
      if (parameterNames(module, item).includes(name)) {
        // Of the function that is walked it is not bound yet: a default that has the same name.
        return current === frame.functionIndex
          ? withOrigin(unknown, 'parameter')
          : outerParameter(frame, current, name);
      }
    }
    current = item.parent;
  }
  const definition = engine.project.scopeLookup(module, MODULE, name);
  if (definition === undefined) return unknown;
  return engine.definitionValue(definition);
}

/** A parameter of an enclosing function, which is not evaluated now: what its handler's model and annotation say. */
function outerParameter(frame: Frame, functionIndex: number, name: number): Value {
  frame.root.readsOuterParameter = true;
  const value = frame.engine.parameterValue(frame.module, functionIndex, name);
  return withOrigin(value === undefined ? unknown : outside(value), 'parameter');
}
