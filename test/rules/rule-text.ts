// The text of a small rule file, for tests that change one thing in it.

export const practiceRule = `code: BP101
id: sleep-polling
title: Sleep in a polling loop
category: practice
severity: { test: note, production: off }
detector: polling-loop
calls: [time.sleep]
message: "{function} polls."
why: It gives up after a fixed time.
fix: Wait on an event.
bad:
  - name: loop
    code: |
      sleep(1)  # finding
    expect: [{ line: 1, message: "wait polls." }]
good: [{ name: event, code: done.wait(5) }]
`;

export const securityRule = `code: PV513
id: cert-validation-off
title: Certificate not checked
category: security
tier: defect
severity: 7.4
precision: very-high
test: note
cwe: [295]
detector: usage
uses:
  - call: requests.get
    where: { verify: false }
message: "{name} accepts any certificate."
why: Anybody on the path can read it.
fix: Leave it on.
bad:
  - name: call
    code: |
      get(verify=False)  # finding
    expect: [{ line: 1, message: "get accepts any certificate." }]
good: [{ name: default, code: get() }]
`;

/** The text with one part replaced; a part that is not there is a mistake in the test. */
export function changed(text: string, part: string, replacement: string): string {
  if (!text.includes(part)) throw new Error(`not in the rule: ${part}`);
  return text.replace(part, () => replacement);
}
