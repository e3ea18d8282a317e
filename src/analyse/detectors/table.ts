// Every detector by the name rules use for it. A mapped type over the parameter schemas: the compiler names the one
// that is missing.
import type { DetectorName } from '../../rules/schema.ts';
import { assertAsCheck } from './assert-as-check.ts';
import { customCrypto } from './custom-crypto.ts';
import { credentialDefault } from './credential-default.ts';
import { importedModule } from './imported-module.ts';
import { python2Call } from './python2-call.ts';
import { lateFileMode } from './late-file-mode.ts';
import { sharedTempPath } from './shared-temp-path.ts';
import { checkFailsOpen } from './check-fails-open.ts';
import { silencedCheck } from './silenced-check.ts';
import { bareExcept } from './bare-except.ts';
import { blockingSleep } from './blocking-sleep.ts';
import { fixedSleep } from './fixed-sleep.ts';
import { clockExpectation } from './clock-expectation.ts';
import { unorderedListing } from './unordered-listing.ts';
import { unjoinedThread } from './unjoined-thread.ts';
import { fixedPort } from './fixed-port.ts';
import { fixedAddress } from './fixed-address.ts';
import { processStateLeak } from './process-state-leak.ts';
import { fixedPath } from './fixed-path.ts';
import { testMarks } from './test-marks.ts';
import { developerPath } from './developer-path.ts';
import { unclosedResource } from './unclosed-resource.ts';
import { anyException } from './any-exception.ts';
import { busyWait } from './busy-wait.ts';
import { retryBudget } from './retry-budget.ts';
import { unseededRandom } from './unseeded-random.ts';
import { weakAssertions } from './weak-assertions.ts';
import { floatEquality } from './float-equality.ts';
import { plainLiterals } from './plain-literals.ts';
import { raiseForms } from './raise-forms.ts';
import { pollBlindness } from './poll-blindness.ts';
import { unguardedKey } from './unguarded-key.ts';
import { emptyWords } from './empty-words.ts';
import { commentedOutCode } from './commented-out-code.ts';
import type { CreateDetector } from './detector.ts';
import { loggedRequest } from './logged-request.ts';
import { exposedSecret } from './exposed-secret.ts';
import { failureWithoutMessage } from './failure-without-message.ts';
import { elapsedTimeAssertion } from './elapsed-time-assertion.ts';
import { uuidLiteral } from './uuid-literal.ts';
import { pollingLoop } from './polling-loop.ts';
import { timeoutHidesLastState } from './timeout-hides-last-state.ts';
import { placeholderNeverFilled } from './placeholder-never-filled.ts';
import { reflectedOrigin } from './reflected-origin.ts';
import { clientClaim } from './client-claim.ts';
import { spoofableOrigin } from './spoofable-origin.ts';
import { weakPasswordRule } from './weak-password-rule.ts';
import { missingAuthentication } from './missing-authentication.ts';
import { ldapEmptyPassword } from './ldap-empty-password.ts';
import { roleFromRequest } from './role-from-request.ts';
import { unsignedToken } from './unsigned-token.ts';
import { secretCompare } from './secret-compare.ts';
import { swallowedError } from './swallowed-error.ts';
import { testPassesEitherWay } from './test-passes-either-way.ts';
import { todoWithoutOwner } from './todo-without-owner.ts';
import { uncheckedApiResult } from './unchecked-api-result.ts';
import { undocumentedHelper } from './undocumented-helper.ts';
import { bidirectionalText } from './bidirectional-text.ts';
import { csrfMissing } from './csrf-missing.ts';
import { csrfOff } from './csrf-off.ts';
import { cookieFlags } from './cookie-flags.ts';
import { credentialsInUrl } from './credentials-in-url.ts';
import { fileMode } from './file-mode.ts';
import { guessableSecret } from './guessable-secret.ts';
import { hardcodedPassword } from './hardcoded-password.ts';
import { hostTextCheck } from './host-text-check.ts';
import { formDataBypass } from './form-data-bypass.ts';
import { obfuscatedPayload } from './obfuscated-payload.ts';
import { committedSecret } from './committed-secret.ts';
import { looseRequirement } from './loose-requirement.ts';
import { vulnerableDependency } from './vulnerable-dependency.ts';
import { unsafeMethods } from './unsafe-methods.ts';
import { templateUnescaped } from './template-unescaped.ts';
import { uploadMixedBody } from './upload-mixed-body.ts';
import { openModelFields } from './open-model-fields.ts';
import { receiveWithoutEnd } from './receive-without-end.ts';
import { denyList } from './deny-list.ts';
import { patternFlaw } from './pattern-flaw.ts';
import { policyDocument } from './policy-document.ts';
import { privateKey } from './private-key.ts';
import { providerToken } from './provider-token.ts';
import { unexplainedTiming } from './unexplained-timing.ts';
import { taint } from './taint.ts';
import { unprovenSink } from './unproven-sink.ts';
import { unverifiedDownload } from './unverified-download.ts';
import { usage } from './usage.ts';

export const detectors: { readonly [Name in DetectorName]: CreateDetector<Name> } = {
  'assert-as-check': assertAsCheck,
  'bidirectional-text': bidirectionalText,
  'credential-default': credentialDefault,
  'custom-crypto': customCrypto,
  'imported-module': importedModule,
  'python2-call': python2Call,
  'shared-temp-path': sharedTempPath,
  'late-file-mode': lateFileMode,
  'check-fails-open': checkFailsOpen,
  'silenced-check': silencedCheck,
  'csrf-missing': csrfMissing,
  'csrf-off': csrfOff,
  'client-claim': clientClaim,
  'ldap-empty-password': ldapEmptyPassword,
  'role-from-request': roleFromRequest,
  'unsigned-token': unsignedToken,
  'spoofable-origin': spoofableOrigin,
  'weak-password-rule': weakPasswordRule,
  'missing-authentication': missingAuthentication,
  'cookie-flags': cookieFlags,
  'credentials-in-url': credentialsInUrl,
  'exposed-secret': exposedSecret,
  'logged-request': loggedRequest,
  'file-mode': fileMode,
  'guessable-secret': guessableSecret,
  'hardcoded-password': hardcodedPassword,
  'host-text-check': hostTextCheck,
  'form-data-bypass': formDataBypass,
  'obfuscated-payload': obfuscatedPayload,
  'committed-secret': committedSecret,
  'loose-requirement': looseRequirement,
  'vulnerable-dependency': vulnerableDependency,
  'unsafe-methods': unsafeMethods,
  'template-unescaped': templateUnescaped,
  'unverified-download': unverifiedDownload,
  'upload-mixed-body': uploadMixedBody,
  'deny-list': denyList,
  'open-model-fields': openModelFields,
  'receive-without-end': receiveWithoutEnd,
  'pattern-flaw': patternFlaw,
  'policy-document': policyDocument,
  'private-key': privateKey,
  'provider-token': providerToken,
  'reflected-origin': reflectedOrigin,
  'secret-compare': secretCompare,
  taint,
  'unproven-sink': unprovenSink,
  usage,
  'polling-loop': pollingLoop,
  'blocking-sleep': blockingSleep,
  'fixed-sleep': fixedSleep,
  'clock-expectation': clockExpectation,
  'unordered-listing': unorderedListing,
  'unjoined-thread': unjoinedThread,
  'fixed-port': fixedPort,
  'fixed-address': fixedAddress,
  'process-state-leak': processStateLeak,
  'fixed-path': fixedPath,
  'test-marks': testMarks,
  'developer-path': developerPath,
  'unclosed-resource': unclosedResource,
  'any-exception': anyException,
  'busy-wait': busyWait,
  'retry-budget': retryBudget,
  'unseeded-random': unseededRandom,
  'weak-assertions': weakAssertions,
  'float-equality': floatEquality,
  'plain-literals': plainLiterals,
  'raise-forms': raiseForms,
  'poll-blindness': pollBlindness,
  'unguarded-key': unguardedKey,
  'empty-words': emptyWords,
  'elapsed-time-assertion': elapsedTimeAssertion,
  'uuid-literal': uuidLiteral,
  'timeout-hides-last-state': timeoutHidesLastState,
  'bare-except': bareExcept,
  'swallowed-error': swallowedError,
  'test-passes-either-way': testPassesEitherWay,
  'unchecked-api-result': uncheckedApiResult,
  'failure-without-message': failureWithoutMessage,
  'placeholder-never-filled': placeholderNeverFilled,
  'commented-out-code': commentedOutCode,
  'todo-without-owner': todoWithoutOwner,
  'unexplained-timing': unexplainedTiming,
  'undocumented-helper': undocumentedHelper,
};
