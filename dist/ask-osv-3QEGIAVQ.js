import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  list,
  property,
  readOsv,
  sorted
} from "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import {
  version
} from "./chunk-TEBEN6QG.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/advisories/ask-osv.ts
var SERVER = "https://api.osv.dev", ANSWER_TIMEOUT_MS = 3e4, BATCH = 1e3, MAX_ADVISORIES = 5e3, MAX_PAGES = 20, AT_ONCE = 8, DELAYS_MS = [1e3, 4e3, 16e3], MAX_DELAY_MS = 6e4, FROM = "OSV's public database", connection = {
  server: SERVER,
  pause: (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  })
};
async function askOsv(named, to = connection) {
  let queries = queriesOf(named), names = new Set(queries.map((query) => query.package.name)), byPackage = /* @__PURE__ */ new Map();
  try {
    let ids = await idsOf(queries, to), documents = await inParallel(ids, (id) => send(to, "GET", `/v1/vulns/${encodeURIComponent(id)}`)), count = 0;
    for (let [index, document] of documents.entries()) {
      let read = readOsv(document);
      if (!read.ok)
        throw new Failure(`it answered with a document for ${ids[index]} that cannot be read: ${read.reason}`);
      count++;
      for (let [name, advisory] of read.packages)
        names.has(name) && byPackage.set(name, [...byPackage.get(name) ?? [], advisory]);
    }
    return { byPackage: sorted(byPackage), count, from: FROM, problems: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { byPackage: /* @__PURE__ */ new Map(), count: 0, from: FROM, failed: !0, problems: [unanswered(error.message, to)] };
  }
}
var Failure = class extends Error {
};
function unanswered(reason, { server }) {
  return { id: "PVN010", message: `${FROM} (${server}) could not be asked about the dependencies, so known vulnerabilities in them were not looked for: ${reason}. Run again, or give a folder or a zip file of advisories.`, hidesCode: !0 };
}
function queriesOf(named) {
  let queries = /* @__PURE__ */ new Map();
  for (let { dependency, exact } of named) {
    let asked = exact ?? (dependency.range?.lower?.inclusive === !0 ? dependency.range.lower.version.text : void 0);
    asked !== void 0 && queries.set(`${dependency.name} ${asked}`, {
      package: { name: dependency.name, ecosystem: "PyPI" },
      version: asked
    });
  }
  return [...queries.values()];
}
async function idsOf(queries, to) {
  let ids = /* @__PURE__ */ new Set(), open = queries;
  for (let page = 0; open.length > 0; page++) {
    if (page === MAX_PAGES) throw new Failure("its answers do not end");
    let more = [];
    for (let start = 0; start < open.length; start += BATCH) {
      let batch = open.slice(start, start + BATCH), results = property(await send(to, "POST", "/v1/querybatch", { queries: batch }), "results");
      if (!Array.isArray(results) || results.length !== batch.length)
        throw new Failure("its answer is none to the question");
      for (let [index, result] of results.entries()) {
        for (let one of list(property(result, "vulns"))) {
          let id = property(one, "id");
          typeof id == "string" && ids.add(id);
        }
        let next = property(result, "next_page_token");
        typeof next == "string" && next !== "" && more.push({ ...batch[index], page_token: next });
      }
    }
    open = more;
  }
  if (ids.size > MAX_ADVISORIES) throw new Failure(`it knows more than ${MAX_ADVISORIES} advisories about them`);
  return [...ids].sort();
}
async function inParallel(items, work) {
  let results = [], next = 0, worker = async () => {
    for (; next < items.length; ) {
      let index = next++;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        throw next = items.length, error;
      }
    }
  };
  return await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker)), results;
}
async function send(to, method, path, body) {
  for (let tries = 0; ; tries++) {
    let { answer, reason, again, after } = await sendOnce(to.server + path, method, body);
    if (reason === void 0) return answer;
    let delay = DELAYS_MS[tries];
    if (!again || delay === void 0) throw new Failure(reason);
    await to.pause(Math.min(Math.max(delay, after ?? 0), MAX_DELAY_MS));
  }
}
async function sendOnce(url, method, body) {
  try {
    let response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        "user-agent": `pyverdict/${version}`,
        ...body !== void 0 && { "content-type": "application/json" }
      },
      ...body !== void 0 && { body: JSON.stringify(body) },
      // Whoever answers is the one that was meant.
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS)
    });
    if (response.ok) return { answer: JSON.parse(await response.text()) };
    await response.body?.cancel();
    let seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      reason: `it answered ${response.status}`,
      again: response.status === 429 || response.status === 408 || response.status >= 500,
      ...Number.isFinite(seconds) && { after: seconds * 1e3 }
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: "its answer is not JSON", again: !1 };
    let { message, cause } = error;
    return { reason: cause?.message === void 0 || cause.message === "" ? message : cause.message, again: !0 };
  }
}
export {
  askOsv
};
