// The detector `csrf-missing`: an application of Flask that signs people in by cookie and takes forms, with no check of where a form came
// from. In: the modules of a checkout, the names in it. Out: one detection, at the application. Leaves alone: templates, forms of Django,
// and every project that mentions a check or a limit on where the cookie goes.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector, DraftPlace } from './detector.ts';
import { argumentsOf, literalText } from './written-expression.ts';

interface Found {
  readonly module: Module;
  readonly node: number;
}

export const csrfMissing: CreateDetector<'csrf-missing'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const { names } = project;
  const making = wantedCalls(names, rule.making);
  const signing = wantedCalls(names, rule.signing);
  const [protecting, identity] = [new RegExp(rule.protecting, 'u'), new RegExp(rule.identity, 'u')];
  const apps: Found[] = [];
  const signIns: Found[] = [];
  const views: Found[] = [];

  /** `session["user_id"] = user.id` */
  const signsIn = (module: Module): number | undefined => {
    const { tree, index } = module;
    return index.assignments.find((assignment) => {
      const left = tree.child(assignment, Field.left);
      if (tree.kind(left) !== Kind.subscript) return false;
      if (!identity.test(literalText(tree, tree.child(left, Field.subscript)) ?? '')) return false;
      const object = project.dotted(module, module.functionAround(left), tree.child(left, Field.value));
      return object?.kind === 'external' && object.name === 'flask.session';
    });
  };

  /** Functions with a route for POST that read `request.form`. */
  const formViews = (module: Module): number[] => {
    const { tree, index } = module;
    const form = names.find('form');
    if (form === 0) return [];
    const found = new Set<number>();
    for (const attribute of index.attributes) {
      if (tree.name(tree.child(attribute, Field.attribute)) !== form) continue;
      const functionIndex = module.functionAround(attribute);
      const item = index.functions[functionIndex];
      if (item === undefined || found.has(item.node) || !takesPost(module, item.decorated)) continue;
      const definition = project.dotted(module, functionIndex, attribute);
      if (definition?.kind === 'external' && definition.name === 'flask.request.form') found.add(item.node);
    }
    return [...found];
  };

  return {
    module: (module) => {
      const { isTest, role } = knowledge.context(module);
      if (
        isTest ||
        role !== 'production' ||
        !module.importTargets().some((name) => /^flask(?:_\w+)?(?:\.|$)/.test(name))
      )
        return;
      const { tree } = module;
      for (const { node } of externalCalls(project, module, making)) apps.push({ module, node });
      const assigned = signsIn(module);
      if (assigned !== undefined) signIns.push({ module, node: assigned });
      for (const { node } of externalCalls(project, module, signing)) signIns.push({ module, node });
      for (const node of formViews(module)) views.push({ module, node: tree.child(node, Field.name) });
    },
    finish: () => {
      const [app] = apps;
      const [signIn] = signIns;
      // The form that signs somebody in needs no protection as others do.
      const view = views.find(({ module, node }) => !rule.open.includes(module.tree.text(node)));
      if (app === undefined || signIn === undefined || view === undefined || isProtected()) return;
      const place = ({ module, node }: Found, message: string): DraftPlace => ({ module, node, message });
      report({
        module: app.module,
        functionIndex: app.module.functionAround(app.node),
        node: app.node,
        values: { view: view.module.tree.text(view.node) },
        related: [place(signIn, 'people are signed in here'), place(view, 'this form is not checked')],
      });
    },
  };

  /** Somewhere a check is named, whatever it is. */
  function isProtected(): boolean {
    for (let number = 1; number < names.size; number++) if (protecting.test(names.text(number))) return true;
    return false;
  }
};

/** `@app.route('/x', methods=['POST'])`, `@app.post('/x')` */
function takesPost({ tree }: Module, decorated: number): boolean {
  if (decorated < 0) return false;
  return tree.children(decorated).some((child) => {
    if (tree.kind(child) !== Kind.decorator || tree.kind(child + 1) !== Kind.call) return false;
    const callee = tree.child(child + 1, Field.function);
    if (tree.kind(callee) !== Kind.attribute) return false;
    const name = tree.text(tree.child(callee, Field.attribute));
    const methods = argumentsOf(tree, child + 1).keywords.get('methods') ?? -1;
    if (name === 'post') return true;
    if (name !== 'route' || methods < 0) return false;
    return tree.children(methods).some((method) => /^post$/i.test(literalText(tree, method) ?? ''));
  });
}
