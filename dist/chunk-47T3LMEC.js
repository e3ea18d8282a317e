import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/findings/rule-view.ts
function ruleTable(rules) {
  let table = /* @__PURE__ */ new Map();
  for (let rule of rules) table.has(rule.code) || table.set(rule.code, rule);
  return table;
}

// src/findings/bandit-test-names.ts
function banditNumber(name) {
  return numbers.get(name.toLowerCase());
}
var numbers = /* @__PURE__ */ new Map([
  ["assert_used", "B101"],
  ["exec_used", "B102"],
  ["set_bad_file_permissions", "B103"],
  ["hardcoded_bind_all_interfaces", "B104"],
  ["hardcoded_password_string", "B105"],
  ["hardcoded_password_funcarg", "B106"],
  ["hardcoded_password_default", "B107"],
  ["hardcoded_tmp_directory", "B108"],
  ["password_config_option_not_marked_secret", "B109"],
  ["try_except_pass", "B110"],
  ["execute_with_run_as_root_equals_true", "B111"],
  ["try_except_continue", "B112"],
  ["request_without_timeout", "B113"],
  ["flask_debug_true", "B201"],
  ["tarfile_unsafe_members", "B202"],
  ["blacklist", "B001"],
  ["pickle", "B301"],
  ["marshal", "B302"],
  ["md5", "B303"],
  ["ciphers", "B304"],
  ["cipher_modes", "B305"],
  ["mktemp_q", "B306"],
  ["eval", "B307"],
  ["mark_safe", "B308"],
  ["httpsconnection", "B309"],
  ["urllib_urlopen", "B310"],
  ["random", "B311"],
  ["telnetlib", "B312"],
  ["xml_bad_celementtree", "B313"],
  ["xml_bad_elementtree", "B314"],
  ["xml_bad_expatreader", "B315"],
  ["xml_bad_expatbuilder", "B316"],
  ["xml_bad_sax", "B317"],
  ["xml_bad_minidom", "B318"],
  ["xml_bad_pulldom", "B319"],
  ["xml_bad_etree", "B320"],
  ["ftplib", "B321"],
  ["input", "B322"],
  ["unverified_context", "B323"],
  ["hashlib", "B324"],
  ["hashlib_insecure_functions", "B324"],
  ["tempnam", "B325"],
  ["import_telnetlib", "B401"],
  ["import_ftplib", "B402"],
  ["import_pickle", "B403"],
  ["import_subprocess", "B404"],
  ["import_xml_etree", "B405"],
  ["import_xml_sax", "B406"],
  ["import_xml_expat", "B407"],
  ["import_xml_minidom", "B408"],
  ["import_xml_pulldom", "B409"],
  ["import_lxml", "B410"],
  ["import_xmlrpclib", "B411"],
  ["import_httpoxy", "B412"],
  ["import_pycrypto", "B413"],
  ["import_pycryptodome", "B414"],
  ["import_pyghmi", "B415"],
  ["request_with_no_cert_validation", "B501"],
  ["ssl_with_bad_version", "B502"],
  ["ssl_with_bad_defaults", "B503"],
  ["ssl_with_no_version", "B504"],
  ["weak_cryptographic_key", "B505"],
  ["yaml_load", "B506"],
  ["ssh_no_host_key_verification", "B507"],
  ["snmp_insecure_version_check", "B508"],
  ["snmp_crypto_check", "B509"],
  ["paramiko_calls", "B601"],
  ["subprocess_popen_with_shell_equals_true", "B602"],
  ["subprocess_without_shell_equals_true", "B603"],
  ["any_other_function_with_shell_equals_true", "B604"],
  ["start_process_with_a_shell", "B605"],
  ["start_process_with_no_shell", "B606"],
  ["start_process_with_partial_path", "B607"],
  ["hardcoded_sql_expressions", "B608"],
  ["linux_commands_wildcard_injection", "B609"],
  ["django_extra_used", "B610"],
  ["django_rawsql_used", "B611"],
  ["logging_config_insecure_listen", "B612"],
  ["trojansource", "B613"],
  ["pytorch_load", "B614"],
  ["pytorch_load_insecure", "B614"],
  ["huggingface_unsafe_download", "B615"],
  ["jinja2_autoescape_false", "B701"],
  ["use_of_mako_templates", "B702"],
  ["django_mark_safe", "B703"],
  ["markupsafe_markup_xss", "B704"]
]);

// src/findings/peer-index.ts
var peersOf = {
  pyverdict: [],
  noqa: ["ruff", "flake8", "hacking", "bandit"],
  "file-noqa": ["ruff", "flake8", "hacking", "bandit"],
  pylint: ["pylint"],
  nosonar: ["sonar"],
  nosec: ["bandit", "ruff"],
  nosemgrep: ["semgrep"],
  codeql: ["codeql"],
  lgtm: ["codeql"]
}, none = /* @__PURE__ */ new Set();
function createPeerIndex(rules) {
  let own = /* @__PURE__ */ new Map(), foreign = /* @__PURE__ */ new Map(), ids = /* @__PURE__ */ new Set();
  for (let rule of rules.values()) {
    add(own, rule.code.toLowerCase(), rule.code), add(own, rule.id.toLowerCase(), rule.code), ids.add(rule.id.toLowerCase());
    for (let peer of Object.keys(rule.peers))
      for (let entry of rule.peers[peer] ?? [])
        for (let id of entry.split(/\s+/)) add(foreign, `${peer} ${normalise(peer, id)}`, rule.code);
  }
  return {
    codes(form, id) {
      let plain = id.toLowerCase().replace(/\/review$/, ""), ours = own.get(plain);
      if (ours !== void 0) return ours;
      let found = /* @__PURE__ */ new Set();
      for (let peer of peersOf[form])
        for (let code of foreign.get(`${peer} ${normalise(peer, id)}`) ?? none) found.add(code);
      return found;
    },
    isName: (word) => ids.has(word.toLowerCase()) || banditNumber(word) !== void 0
  };
}
function normalise(peer, id) {
  let lower = id.toLowerCase();
  switch (peer) {
    case "bandit":
    case "ruff":
      return (banditNumber(lower) ?? lower).toLowerCase().replace(/^[bs](?=\d{3}$)/, "b");
    case "semgrep":
      return lower.slice(lower.lastIndexOf(".") + 1);
    case "pylint":
      return lower.replace(/^pl(?=[cefrw]\d)/, "");
    default:
      return lower;
  }
}
function add(map, key, code) {
  let codes = map.get(key);
  codes === void 0 ? map.set(key, /* @__PURE__ */ new Set([code])) : codes.add(code);
}

export {
  createPeerIndex,
  ruleTable
};
