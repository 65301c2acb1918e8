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
 * @param sites how many places remember a type: names {@code _site0a_} and on, bound to None before
 *     it runs
 * @param sourceSha256 of the guest's text, in hexadecimal
 * @param outputSha256 of the guarded source, in hexadecimal
 */
public record Manifest(
    String compiler,
    String policyDigest,
    GuardMode guards,
    ImmutableSortedSet<String> imports,
    ImmutableSortedSet<String> guardsUsed,
    int sites,
    String sourceSha256,
    String outputSha256) {}
