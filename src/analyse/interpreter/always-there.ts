// Names of the standard library that every Python has which is still maintained, on every system: `hasattr(random, "SystemRandom")` is
// true, and what stands behind `else` runs nowhere. In: a module and a name. Out: whether it is there for certain. Leaves alone: what
// hangs on the system (`os.fork`), on how Python was built, or on a version that some still use.
const names: Readonly<Partial<Record<string, RegExp>>> = {
  hashlib: /^(?:sha(?:1|224|256|384|512)|sha3_(?:256|512)|blake2[bs]|pbkdf2_hmac|new|algorithms_guaranteed)$/,
  hmac: /^(?:compare_digest|digest|new)$/,
  os: /^(?:urandom|fsencode|fsdecode|fspath|makedirs|replace|scandir|cpu_count)$/,
  random: /^(?:SystemRandom|choices|Random)$/,
  secrets: /^(?:choice|compare_digest|randbelow|randbits|token_(?:bytes|hex|urlsafe))$/,
  shlex: /^(?:join|quote|split)$/,
  shutil: /^which$/,
  ssl: /^(?:SSLContext|create_default_context|PROTOCOL_TLS_(?:CLIENT|SERVER)|TLSVersion|CERT_REQUIRED|OP_NO_SSLv[23])$/,
  subprocess: /^(?:run|DEVNULL|check_output)$/,
  tempfile: /^(?:TemporaryDirectory|NamedTemporaryFile|mkstemp|mkdtemp)$/,
  time: /^(?:monotonic|perf_counter)$/,
  'urllib.parse': /^(?:quote|urlsplit|urljoin)$/,
};

export function isAlwaysThere(module: string, name: string): boolean {
  return names[module]?.test(name) === true;
}
