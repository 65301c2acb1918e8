package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.CompiledModule;
import java.nio.file.Path;

/**
 * Somebody's application, compiled: what its guests are made of, and what they may use.
 *
 * @param name that of its directory; its guests share what services keep for it
 * @param directory its own, with the files that its guests may read
 * @param settings what its {@code app.toml} says
 * @param main runs first and binds {@code answer}, which takes a request
 * @param modules what it can import: its own, and the clients of services
 */
public record Application(
    String name,
    Path directory,
    ApplicationSettings settings,
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
