// The detector `guessable-secret`: a password, token or key that is made of what others can guess or work out. In: assignments, keyword
// arguments, dict entries, results of functions that say they make a secret, as they are written and with the marks of `weak-random` that
// the interpreter knows; the rule's `uses` for what a call says by itself. Out: a detection at the name that is given the value.
// Leaves alone: values that something secret or truly random goes into as well.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import type { Argument, AssignEvent, CallEvent } from '../interpreter/events.ts';
import { textOf } from '../values/constant.ts';
import type { Mark, Trace } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import type { CreateDetector } from './detector.ts';
import type { Leaf } from './expression-leaves.ts';
import { definedName, hashing, leavesOf } from './expression-leaves.ts';
import { ownNodes } from './own-nodes.ts';
import { secretName, wordsOf } from './secret-name.ts';
import { usage } from './usage.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

// Together with one of these nobody can work the rest out.
const strong =
  /^(?:token_\w+|urandom|randbelow|randbits|uuid4|get_random_\w+|generate_key|SystemRandom|get_secret\w*|hmac|sign|dumps_signed|make_token|random_bytes)$/;
// What `choice` and the like pick from to make up a text, one character or word after the other.
const alphabet =
  /alphabet|chars|character|letters|digits|ascii|symbols|string|words?$|printable|punctuation|lowercase|uppercase|vowels|consonants|numbers|range|hexdigits|syllables|population|pool$/i;
const picking = /^(?:choice|choices|sample|shuffle)$/;
const sessionName = /(?:^|_)(?:session_?id|sess_id|sid)$/;
// What makes a generator of one's own, and the module whose functions its methods are.
const generators = new Map([
  ['random.Random', 'random'],
  ['numpy.random.RandomState', 'numpy.random'],
  ['numpy.random.default_rng', 'numpy.random'],
]);
// First words of functions that do something with a secret, and give none.
const taking =
  /^(?:is|has|have|can|check|verify|validate|parse|read|load|store|save|send|set|use|require|need|hash|encrypt|decrypt|encode|decode|change|update|with|from|to|test|assert|count|find|lookup|match|compare|delete|remove|revoke|clear|rotate|ask|prompt|input|show|print|log|mask|strip|clean|normalize|normalise|convert|format|render|split|on|handle)$/;
// They stand for other things too: a number to guess in a game, a word of a text.
const ambiguous = /^(?:token|tokens|secret|pin|code|key|iv|state)$/;

export const guessableSecret: CreateDetector<'guessable-secret'> = (context) => {
  const { rule, knowledge, report } = context;
  const promising = new RegExp(rule.names, 'u');
  const making = new RegExp(rule.makers, 'u');
  const known = rule.known === undefined ? undefined : new RegExp(rule.known, 'iu');
  const always = new Set(rule.calls);
  const sometimes = new Set(rule.clocks);
  const lastOf = (names: Iterable<string>): Set<string> =>
    new Set([...names].map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const alwaysLast = lastOf(always);
  const sometimesLast = lastOf(sometimes);
  // `token2` is one of several tokens.
  const isPromising = (name: string): boolean => promising.test(wordsOf(name.replace(/_?\d+$/, '')).join('_'));
  /** `generate_token`, and what is called like that which it gives: `temporary_password`, `session_token`. */
  const isMaker = (name: string): boolean => {
    const words = wordsOf(name);
    return making.test(words.join('_')) || (isPromising(name) && !taking.test(words[0]!));
  };
  const promises = createNameTest(knowledge.project.names, (text) => isPromising(bare(text)));
  const plain = rule.plainNames === undefined ? undefined : new RegExp(rule.plainNames, 'u');
  const isPlain = (name: string): boolean => plain?.test(wordsOf(name).join('_')) === true;
  const mayBePlain = createNameTest(knowledge.project.names, (text) => isPlain(text));
  const makerClasses = rule.makerClasses === undefined ? undefined : new RegExp(rule.makerClasses, 'u');
  const told = new Map<Module, Set<number>>();

  const tell = (module: Module, node: number, name: string, source: string, isToReview = false): void => {
    let ofModule = told.get(module);
    if (ofModule === undefined) told.set(module, (ofModule = new Set<number>()));
    if (ofModule.has(node)) return;
    ofModule.add(node);
    const site = { module, functionIndex: module.functionAround(node), node };
    const holds = (one: Parameters<typeof circumstancesHold>[0]): boolean =>
      circumstancesHold(one, site, undefined, context);
    if (rule.unless?.some(holds) === true) return;
    const lowered = rule.lower?.find(({ when }) => when.some(holds));
    report({
      ...site,
      values: { name, source },
      ...(lowered === undefined ? (isToReview ? { tier: 'hotspot' as const } : {}) : { tier: lowered.tier }),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
    });
  };

  /** Qualified name of what is called; of a generator that the program made itself that of the module's function. */
  const calledOf = (module: Module, call: number): string | undefined => {
    const { tree } = module;
    const functionIndex = module.functionAround(call);
    const callee = tree.child(call, Field.function);
    if (isOfSystem(module, callee)) return undefined;
    const definition = knowledge.project.dotted(module, functionIndex, callee);
    if (definition?.kind === 'external') return definition.name;
    if (tree.kind(callee) !== Kind.attribute) return undefined;
    const object = tree.child(callee, Field.object);
    const [maker] =
      tree.kind(object) === Kind.call
        ? [object]
        : tree.kind(object) === Kind.attribute
          ? [keptIn(module, object)]
          : leavesOf(module, functionIndex, object).map(({ node }) => node);
    if (maker === undefined || maker < 0 || tree.kind(maker) !== Kind.call) return undefined;
    const made = knowledge.project.dotted(module, functionIndex, tree.child(maker, Field.function));
    const generator = made?.kind === 'external' ? generators.get(made.name) : undefined;
    return generator === undefined ? undefined : `${generator}.${tree.text(tree.child(callee, Field.attribute))}`;
  };

  const weakArgument = (module: Module, name: string, node: number): string | undefined =>
    isTold(module, node) ? undefined : weakness(module, name, node);

  /** What makes an expression guessable, as the code writes it; undefined if nothing does. */
  const weakness = (module: Module, name: string, node: number, isFormed = false): string | undefined => {
    const functionIndex = module.functionAround(node);
    const leaves = leavesOf(module, functionIndex, node);
    if (leaves.length === 0 || leaves.some(isStrong)) return undefined;
    const isHashed = ({ through }: Leaf): boolean => through.some((one) => hashing.test(one));
    for (const leaf of leaves) {
      if (leaf.kind !== 'call' || !(alwaysLast.has(leaf.name) || sometimesLast.has(leaf.name))) continue;
      const called = calledOf(module, leaf.node);
      if (called === undefined) continue;
      const isClock =
        sometimes.has(called) && isHashed(leaf) === (rule.clocksIn === 'hashed') && isWritten(module, node, leaf);
      if (!always.has(called) && !isClock) continue;
      if (isMeant(module, name, leaf.node, leaf.name, isFormed || leaf.through.length > 0))
        return written(module.tree, leaf.node) || leaf.name;
    }
    const isKnown = (leaf: Leaf): boolean =>
      isHashed(leaf) && [leaf.name, ...leaf.variables].some((one) => known!.test(one));
    return known !== undefined && leaves.every(isKnown) ? `a hash of \`${leaves[0]!.name}\`` : undefined;
  };

  /** Something is made up, not picked from what there is: of keys that are shared out one is picked, too. */
  const isMeant = (module: Module, name: string, call: number, called: string, isChanged: boolean): boolean => {
    const last = wordsOf(name).at(-1) ?? '';
    // The session that belongs to a name is found again by it: a conversation or a task, nobody's log-in.
    if (/^uuid[35]$/.test(called) && sessionName.test(wordsOf(name).join('_'))) return false;
    const isAmbiguous = wordsOf(name).length === 1 && ambiguous.test(last);
    if (isAmbiguous && !isChanged && !/^(?:getrandbits|randbytes|bytes|uuid\d)$/.test(called)) return false;
    if (!picking.test(called) || isChanged) return true;
    const [from] = argumentsOf(module.tree, call).positional;
    const leaves = from === undefined ? [] : leavesOf(module, module.functionAround(call), from);
    return leaves.every(({ name: one, variables }) => [one, ...variables].some((word) => alphabet.test(word)));
  };

  const lookAt = (module: Module, place: number, nameNode: number, valueNode: number): void => {
    if (valueNode < 0 || nameNode < 0) return;
    const { tree } = module;
    const name = bare(tree.text(nameNode));
    // What a dict holds is told of entry by entry.
    if (!isPromising(name) || tree.kind(valueNode) === Kind.dictionary || isTold(module, valueNode)) return;
    const source = weakness(module, name, valueNode);
    if (source !== undefined) tell(module, place, name, source);
  };

  /** A variable or attribute that promises a secret itself is told of where it is assigned. */
  const isTold = (module: Module, node: number): boolean =>
    leavesOf(module, module.functionAround(node), node).some(
      ({ kind, name, variables }) =>
        variables.some(isPromising) || ((kind === 'attribute' || kind === 'name') && isPromising(name)),
    );

  const lookAtAssignments = (module: Module): void => {
    const { tree, index } = module;
    for (const assignment of index.assignments) {
      const left = assignment + 1;
      const nameNode = nameOfTarget(module, left);
      if (nameNode < 0) continue;
      const right = tree.child(assignment, Field.right);
      if (promises(tree.name(nameNode))) lookAt(module, left, nameNode, right);
      else if (right >= 0 && mayBePlain(tree.name(nameNode)))
        lookAtPlain(module, left, bare(tree.text(nameNode)), right);
    }
  };

  /** `code = '%06d' % random.randrange(10 ** 6)`: what is made up so is meant for somebody to show it again. */
  const lookAtPlain = (module: Module, place: number, name: string, value: number): void => {
    if (!isFormedText(module, value)) return;
    const source = weakness(module, name, value, true);
    if (source !== undefined) tell(module, place, name, source, true);
  };

  const lookAtCalls = (module: Module): void => {
    const { tree, index } = module;
    for (const call of index.calls) {
      const { positional, keywords } = argumentsOf(tree, call);
      for (const [name, value] of keywords) {
        if (!isPromising(name)) continue;
        const source = weakArgument(module, name, value);
        if (source !== undefined) tell(module, value, name, source);
      }
      const called = calledName(tree, call);
      const [first, second] = positional;
      // `set_password(x)`; `set_cookie("session_id", x)`, `setdefault("csrf_token", x)`
      const set = /^(?:set|make|change|update|reset)_?(\w+)$/i.exec(called)?.[1];
      if (set !== undefined && first !== undefined && isPromising(set)) {
        const source = weakArgument(module, set, first);
        if (source !== undefined) tell(module, call, set, source);
      } else if (
        second !== undefined &&
        first !== undefined &&
        /^(?:set_cookie|setdefault|set|setex|__setitem__)$/.test(called)
      ) {
        const key = literalText(tree, first);
        const source = key !== undefined && isPromising(key) ? weakArgument(module, key, second) : undefined;
        if (source !== undefined) tell(module, call, key!, source);
      }
    }
    for (const string of index.strings) {
      const pair = tree.parent(string);
      if (tree.field(string) !== Field.key || tree.kind(pair) !== Kind.pair || !promises(tree.name(string))) continue;
      lookAt(module, string, string, tree.child(pair, Field.value));
    }
  };

  /** `def generate_token(): return ...` */
  const lookAtResults = (module: Module): void => {
    const { tree, index } = module;
    index.functions.forEach(({ name, body, node }) => {
      const text = tree.names.text(name);
      if (name === 0 || tree.kind(node) !== Kind.function_definition) return;
      const isMade = isMaker(text) || isMakerMethod(module, node, text);
      if (!isMade && !isPlain(text)) return;
      for (const statement of ownNodes(tree, body, Kind.return_statement)) {
        const result = statement + 1;
        if (result >= tree.next(statement) || isTold(module, result)) continue;
        if (!isMade) {
          lookAtPlain(module, result, text, result);
          continue;
        }
        const source = weakness(module, text, result);
        if (source !== undefined) tell(module, result, text, source);
      }
    });
  };

  /** `generate` of `class OneTimePassword`. */
  const isMakerMethod = (module: Module, node: number, name: string): boolean => {
    if (
      makerClasses === undefined ||
      !/^(?:generate|create|make|new|build|issue|next)(?:_(?:id|key|code|value|one))?$/.test(name)
    )
      return false;
    const around = module.classAround(node);
    return (
      around !== MODULE &&
      makerClasses.test(wordsOf(module.tree.names.text(module.index.classes[around]!.name)).join('_'))
    );
  };

  /** The source of a mark of `weak-random`, if the rule is about it. */
  const marked = (name: string, value: Value): string | undefined => {
    for (const mark of value.taint?.marks ?? []) {
      const source = markSource(mark);
      if (source === undefined || isToldBefore(mark.trace)) continue;
      const { module, node } = mark.source!;
      if (isInMaker(module, node)) continue;
      if (isMeant(module, name, node, source, value.text !== undefined || mark.trace?.kind !== 'source'))
        return mark.source!.name || `${source}()`;
    }
    return undefined;
  };

  // Beside a time that came a long way something random may have come, too: clocks count only where they are read.
  const markSource = ({ source }: Mark): string | undefined => {
    if (source?.kind !== 'weak-random') return undefined;
    const { module, node } = source;
    if (module.tree.kind(node) === Kind.call && isOfSystem(module, module.tree.child(node, Field.function)))
      return undefined;
    const called = definedName(module, node);
    return alwaysLast.has(called) ? called : undefined;
  };

  /** On its way the value has had a name that promises a secret, where it was told. */
  const isToldBefore = (trace: Trace | undefined): boolean => {
    for (let step = trace; step !== undefined; step = step.before) {
      if (step.kind === 'assignment' && isPromising(step.name)) return true;
      const last = step.name.slice(step.name.lastIndexOf('.') + 1);
      if (step.kind === 'return' && isMaker(last)) return true;
      if (step.parameter !== undefined && isPromising(step.parameter)) return true;
      if (step.inside !== undefined && isToldBefore(step.inside)) return true;
    }
    return false;
  };

  /** What a function makes that says so has been told of in it. */
  const isInMaker = (module: Module, node: number): boolean => {
    const around = module.functionAround(node);
    if (around === MODULE) return false;
    const { name, node: maker } = module.index.functions[around]!;
    if (name === 0 || !isMaker(module.tree.names.text(name))) return false;
    return [...(told.get(module) ?? [])].some((one) => maker <= one && one < module.tree.next(maker));
  };

  const onAssign = (event: AssignEvent): void => {
    const { target, value, valueNode, module, node } = event;
    const name = target.kind === 'subscript' ? keyText(target.key) : target.name;
    if (name === undefined || value.taint === undefined || !isPromising(name)) return;
    // What goes into it beside the mark tells whether it can be guessed all the same.
    if (
      valueNode >= 0 &&
      (isTold(module, valueNode) ||
        leavesOf(module, event.functionIndex, valueNode).some((leaf) => isStrong(leaf) || isHash(leaf)))
    )
      return;
    const source = marked(name, value);
    if (source !== undefined) tell(module, node, name, source);
  };

  const onCall = (event: CallEvent): void => {
    const { positional, keywords } = event.arguments;
    const isWeak = ({ value }: Argument): boolean =>
      value.taint?.marks.some(({ source }) => source?.kind === 'weak-random') === true;
    for (const [name, argument] of keywords) if (isWeak(argument)) giveArgument(event, name, argument);
    if (!positional.some(isWeak)) return;
    for (const target of event.targets) {
      if (target.kind !== 'function') continue;
      const { parameters, methodOf } = target.module.index.functions[target.index]!;
      const names =
        parameters < 0 ? [] : target.module.tree.children(parameters).map((node) => parameterName(target.module, node));
      const skipped = methodOf === MODULE ? 0 : 1;
      positional.forEach((argument, index) => {
        const name = names[index + skipped];
        if (name !== undefined && isWeak(argument)) giveArgument(event, name, argument);
      });
    }
  };

  const giveArgument = ({ module, functionIndex }: CallEvent, name: string, argument: Argument): void => {
    if (!isPromising(name) || leavesOf(module, functionIndex, argument.node).some(isStrong)) return;
    if (isTold(module, argument.node)) return;
    const source = marked(name, argument.value);
    if (source !== undefined) tell(module, argument.node, name, source);
  };

  /** Functions in which a promising name is given what a call made. */
  const functionsOf = function* (module: Module): Iterable<number> {
    const { tree, index } = module;
    for (const assignment of index.assignments) {
      const nameNode = nameOfTarget(module, assignment + 1);
      const right = tree.child(assignment, Field.right);
      if (nameNode >= 0 && right >= 0 && promises(tree.name(nameNode)) && hasCall(module, right))
        yield module.functionAround(assignment);
    }
  };

  const settings =
    rule.uses === undefined ? undefined : usage({ ...context, rule: { ...rule, uses: rule.uses, detector: 'usage' } });
  return {
    ...(settings ?? {}),
    module: (module) => {
      settings?.module?.(module);
      if (knowledge.context(module).isTest) return;
      lookAtAssignments(module);
      lookAtCalls(module);
      lookAtResults(module);
    },
    hears: {},
    observer: {
      ...settings?.observer,
      call: (event) => {
        settings?.observer?.call?.(event);
        onCall(event);
      },
      assign: (event) => {
        settings?.observer?.assign?.(event);
        onAssign(event);
      },
    },
    interest: {
      ...settings?.interest,
      *functions(module) {
        yield* settings?.interest?.functions?.(module) ?? [];
        if (!knowledge.context(module).isTest) yield* functionsOf(module);
      },
    },
  };
};

/** `random.choice` where the file says `random = random.SystemRandom()`: every system that is maintained has one. */
function isOfSystem(module: Module, callee: number): boolean {
  const { tree, index } = module;
  if (tree.kind(callee) !== Kind.attribute || tree.kind(callee + 1) !== Kind.identifier) return false;
  const name = tree.name(callee + 1);
  return index.assignments.some(
    (assignment) =>
      tree.kind(assignment + 1) === Kind.identifier &&
      tree.name(assignment + 1) === name &&
      module.functionAround(assignment) === MODULE &&
      calledName(tree, tree.child(assignment, Field.right)) === 'SystemRandom',
  );
}

/** Digits that are filled up, characters that are joined, a hash: `'%06d' % n`, `f'{n:06}'`, `''.join(...)`; no colour. */
function isFormedText({ tree }: Module, value: number): boolean {
  let isFormed = false;
  for (let node = value; node < tree.next(value); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.string) {
      const text = tree.text(node);
      if (/^[a-z]{0,2}['"]+#|rgb/i.test(text)) return false;
      isFormed ||= /%0\d+[dxX]|:0?\d+[dxX]?\}/.test(text);
    } else if (kind === Kind.format_specifier) isFormed = true;
    else if (kind === Kind.call) isFormed ||= /^(?:join|zfill|rjust|hexdigest)$/.test(calledName(tree, node));
  }
  return isFormed;
}

/** What `self.generator` is, where one place in the class sets it, in a method or beside them; -1 if none or several do. */
function keptIn(module: Module, attribute: number): number {
  const { tree, index } = module;
  const object = tree.child(attribute, Field.object);
  const around = module.classAround(attribute);
  if (tree.text(object) !== 'self' || around === MODULE) return -1;
  const name = tree.name(tree.child(attribute, Field.attribute));
  const found = index.assignments.filter((assignment) => {
    const left = assignment + 1;
    if (module.classAround(assignment) !== around) return false;
    if (tree.kind(left) === Kind.identifier)
      return tree.name(left) === name && module.functionAround(assignment) === MODULE;
    return (
      tree.kind(left) === Kind.attribute &&
      tree.name(tree.child(left, Field.attribute)) === name &&
      tree.text(tree.child(left, Field.object)) === 'self'
    );
  });
  return found.length === 1 ? tree.child(found[0]!, Field.right) : -1;
}

/** Text is made of it: a time that is added to or taken from something stays a time. */
function isWritten({ tree }: Module, node: number, { through }: Leaf): boolean {
  if (through.some((one) => one !== 'int' && one !== 'round' && one !== 'float')) return true;
  for (let inner = node; inner < tree.next(node); inner++) if (tree.kind(inner) === Kind.string) return true;
  return false;
}

/** Nobody can work out what this gives, nor what is made with it. */
function isStrong({ kind, name, variables }: Leaf): boolean {
  if (kind === 'call') return strong.test(name);
  return (
    kind !== 'other' && [name, ...variables].some((one) => secretName(one) === 'key' || secretName(one) === 'password')
  );
}

/** The name of what is assigned, or the key; of an attribute or subscript the last node is it. */
function nameOfTarget({ tree }: Module, target: number): number {
  const last = tree.next(target) - 1;
  return tree.kind(target) !== Kind.subscript || tree.kind(last) === Kind.string ? last : -1;
}

/** A name that says that only a digest is left. */
function isHash({ kind, name, variables }: Leaf): boolean {
  return kind !== 'call' && [name, ...variables].some((one) => /hash|digest|encrypted/i.test(one));
}

function bare(text: string): string {
  return text.replace(/^[A-Za-z]{0,2}(['"])(.*)\1$/s, '$2');
}

function keyText(key: Value): string | undefined {
  const constant = onlyConstant(key);
  return constant === undefined ? undefined : textOf(constant);
}

function parameterName({ tree }: Module, node: number): string {
  return tree.kind(node) === Kind.identifier ? tree.text(node) : tree.text(node + 1);
}

function hasCall({ tree }: Module, node: number): boolean {
  for (let current = node; current < tree.next(node); current++) if (tree.kind(current) === Kind.call) return true;
  return false;
}
