package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;

/**
 * What a compiled module is and needs.
 *
 * @param compiler version of pyrestrict
 * @param policyDigest {@link Policy#digest()} of the policy it was compiled under
 * @param guards how many guard calls it holds
 * @param imports modules it imports
 * @param guardsUsed guards it calls
 * @param sourceSha256 of the guest's text, in hexadecimal
 * @param outputSha256 of the guarded source, in hexadecimal
 */
public record Manifest(
    String compiler,
    String policyDigest,
    GuardMode guards,
    ImmutableSortedSet<String> imports,
    ImmutableSortedSet<String> guardsUsed,
    String sourceSha256,
    String outputSha256) {
  /** Returns why what it describes is not to be loaded under a policy; empty if it may be. */
  public Optional<String> refusal(Policy policy) {
    return refusal(compiler, policyDigest, policy);
  }

  static Optional<String> refusal(String compiler, String policyDigest, Policy policy) {
    if (!compiler.equals(Compiler.VERSION)) {
      return Optional.of(
          "compiled by pyrestrict "
              + compiler
              + ", this is "
              + Compiler.VERSION
              + ": compile it again");
    }
    return policyDigest.equals(policy.digest())
        ? Optional.empty()
        : Optional.of(
            "compiled under another policy (digest "
                + policyDigest
                + ") than the one in force (digest "
                + policy.digest()
                + ")");
  }
}
