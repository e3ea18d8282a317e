// What is made of a value that does not change, made once.

/** `make`, which is called once for each object and remembered as long as that lives. What it makes must hang on the object alone. */
export function madeOnce<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found.made;
    const made = make(from);
    known.set(from, { made });
    return made;
  };
}
