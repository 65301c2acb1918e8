package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Somebody's application, compiled: what its guests are made of, and what they may use.
 *
 * @param name that of its directory; its guests share what services keep for it
 * @param directory its own, with the files that its guests may read
 * @param address where its requests come from
 * @param isolation where its guests live; empty for where those of the server do
 * @param limits of each request
 * @param serviceLimits what a request may ask of services
 * @param startLimits of the run that makes a guest ready
 * @param guests how many there are at most, each answers one request at a time
 * @param services names of services by kind
 * @param main runs first and binds {@code answer}, which takes a request
 * @param modules what it can import: its own, and the clients of services
 */
public record Application(
    String name,
    Path directory,
    Address address,
    Policy policy,
    Optional<Isolation> isolation,
    Limits limits,
    ServiceLimits serviceLimits,
    Limits startLimits,
    int guests,
    ImmutableSetMultimap<String, String> services,
    Part main,
    ImmutableList<Part> modules) {

  /**
   * A module.
   *
   * @param name dotted
   * @param source as its author wrote it
   */
  public record Part(String name, CompiledModule module, String source) {}
}
