package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSortedSet;

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
    String outputSha256) {}
