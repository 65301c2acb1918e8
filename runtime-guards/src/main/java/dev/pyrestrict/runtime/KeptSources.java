package dev.pyrestrict.runtime;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.Weigher;
import dev.pyrestrict.rewriter.CompiledModule;
import org.graalvm.polyglot.Source;

/**
 * What is to be found parsed, and compiled, by the next guest of an engine. Truffle keeps the code
 * of a source for all contexts of an engine, but only as long as somebody holds a source that is
 * equal: without that the next collection of garbage took it, and each guest parsed the standard
 * library's modules and its own anew and ran them cold.
 *
 * <p>Sources that a guest makes, by {@code eval} and regular expressions, are not among these: how
 * many there are is up to the guest. What is kept gives way when the heap becomes full.
 *
 * <p>Thread-safe.
 */
public final class KeptSources {
  /** Characters or bytes. The library's modules that guests import have some millions. */
  private static final long MOST = 16L << 20;

  /**
   * GraalPy's for a source that {@code compile(source, name, 'exec')} is given, without
   * optimization and flags.
   */
  private static final String OF_COMPILE = "text/x-python-\0\0-compile";

  private static final Cache<Key, Object> KEPT =
      CacheBuilder.newBuilder()
          .concurrencyLevel(1)
          .maximumWeight(MOST)
          .weigher((Weigher<Key, Object>) (key, source) -> key.length())
          .softValues()
          .build();

  private KeptSources() {}

  /** Two sources with one key would take turns in being kept, no more. */
  private record Key(String name, int length, int hash) {}

  /**
   * Keeps a source of Truffle's if no guest can have made it: one that is read from a file of the
   * standard library, or comes compiled with GraalPy. The calls are in GraalPy's code, put there by
   * {@code build-tools/safepoints}.
   */
  public static void keep(com.oracle.truffle.api.source.Source source) {
    if (source.hasBytes()) {
      KEPT.put(new Key(source.getName(), source.getBytes().length(), 0), source);
    } else if (source.getPath() != null) {
      KEPT.put(new Key(source.getName(), source.getLength(), 0), source);
    }
  }

  /** Returns the source of a guest's main module, and keeps it. */
  static Source ofMain(CompiledModule module) {
    Source source =
        Source.newBuilder("python", module.guardedSource(), module.fileName()).buildLiteral();
    keep(module, source);
    return source;
  }

  /**
   * Keeps the source of a module that the guest's side compiles when it is imported: what an
   * embedder makes is never equal to what GraalPy does.
   */
  static void keepImported(CompiledModule module) {
    keep(
        module,
        com.oracle.truffle.api.source.Source.newBuilder(
                "python", module.guardedSource(), module.fileName())
            .mimeType(OF_COMPILE)
            .build());
  }

  private static void keep(CompiledModule module, Object source) {
    String text = module.guardedSource();
    KEPT.put(new Key(module.fileName(), text.length(), text.hashCode()), source);
  }
}
