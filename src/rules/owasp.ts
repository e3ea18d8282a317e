// OWASP Top 10, 2021 numbering: which categories a security rule is tagged with (`owasp-a03`). Codes or ranges of codes.
import { inRange } from './families.ts';

const categories: Readonly<Record<string, string>> = {
  a01: 'PV109 PV110 PV113 PV131 PV132 PV140 PV141 PV303-PV305 PV309 PV310 PV319 PV340-PV342 PV348 PV215 PV601 PV605 PV606 PV608 PV610 PV611',
  a02: 'PV411 PV412 PV415 PV501-PV519 PV528 PV602 PV607',
  a03: 'PV101-PV108 PV115-PV130 PV133 PV136 PV156 PV201 PV206 PV207 PV256 PV311-PV315 PV704-PV706',
  a04: 'PV134 PV135 PV137 PV138 PV226 PV318 PV320 PV323',
  a05: 'PV115 PV116 PV301 PV302 PV306-PV308 PV316 PV317 PV321 PV327 PV344 PV603 PV609',
  a06: 'PV230 PV516 PV526 PV529 PV711 PV712',
  a07: 'PV323 PV343 PV345-PV347 PV401-PV410 PV520-PV525 PV325',
  a08: 'PV114 PV209 PV210 PV527 PV701-PV703 PV707-PV710 PV713 PV219',
  a09: 'PV122 PV227 PV413 PV416',
  a10: 'PV111 PV112 PV139 PV220',
};

/** Tags of the categories a rule belongs to, in order; most rules have one, some two, some none. */
export function owaspTags(code: string): string[] {
  return Object.entries(categories)
    .filter(([, list]) =>
      list.split(' ').some((part) => {
        const [from, to = from] = part.split('-') as [string, string?];
        return inRange(code, from, to);
      }),
    )
    .map(([category]) => `owasp-${category}`);
}
