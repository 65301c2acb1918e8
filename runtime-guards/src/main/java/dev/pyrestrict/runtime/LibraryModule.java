package dev.pyrestrict.runtime;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.util.Optional;

/**
 * Modules of Python's library that are written here, as guest code: where the real one needs what
 * no guest has (sockets, files). They are compiled as a guest's own modules are and run in each
 * guest's own world, so that nothing in them is trusted.
 */
final class LibraryModule {
  /** What each of them is given beside the builtins, by trusted code. */
  private static final ImmutableMap<String, ImmutableSet<String>> GIVEN =
      ImmutableMap.<String, ImmutableSet<String>>builder()
          .put("_io_text", ImmutableSet.of())
          .put("_re_scanner", ImmutableSet.of())
          .put("_weakref_proxies", ImmutableSet.of())
          .put("ast", ImmutableSet.of("literal_value"))
          .put(
              "asyncio",
              ImmutableSet.of(
                  "is_coroutine",
                  "is_coroutine_function",
                  "is_unfinished",
                  "watch_async_generators"))
          .put("cmd", ImmutableSet.of())
          .put("concurrent.futures", ImmutableSet.of())
          .put("contextvars", ImmutableSet.of())
          .put(
              "doctest",
              ImmutableSet.of("docstring_line", "main_file", "main_names", "run_example"))
          .put("email.utils", ImmutableSet.of())
          .put("gc", ImmutableSet.of())
          .put("gettext", ImmutableSet.of())
          .put("gzip", ImmutableSet.of())
          .put(
              "inspect",
              ImmutableSet.of("function_flags", "function_parameters", "generator_state"))
          .put("locale", ImmutableSet.of())
          .put("logging", ImmutableSet.of("place_of_call"))
          .put("logging.config", ImmutableSet.of("main_names", "module_named"))
          .put("logging.handlers", ImmutableSet.of())
          .put("mimetypes", ImmutableSet.of())
          .put("platform", ImmutableSet.of())
          .put("posixpath", ImmutableSet.of())
          .put("queue", ImmutableSet.of())
          .put("threading", ImmutableSet.of("run_at_end"))
          .put("timeit", ImmutableSet.of())
          .put("unittest", ImmutableSet.of("main_names"))
          .put(
              "unittest.mock",
              ImmutableSet.of("delete_attribute", "module_named", "set_attribute", "show_specs"))
          .put("xml.dom", ImmutableSet.of())
          .put("xml.dom.minidom", ImmutableSet.of())
          .put("xml.etree.ElementTree", ImmutableSet.of())
          .put("xml.parsers.expat", ImmutableSet.of())
          .put("xml.sax.saxutils", ImmutableSet.of())
          .put(
              "zoneinfo",
              ImmutableSet.of("zone_exists", "zone_keys", "zone_at_local_time", "zone_at_instant"))
          .buildOrThrow();

  private static final ImmutableMap<String, Supplier<CompiledModule>> COMPILED =
      ImmutableMap.copyOf(
          Maps.toMap(GIVEN.keySet(), name -> Suppliers.memoize(() -> compile(name))));

  private LibraryModule() {}

  /** Returns the module of that name, if it is one of these. */
  static Optional<CompiledModule> named(String name) {
    return Optional.ofNullable(COMPILED.get(name)).map(Supplier::get);
  }

  private static CompiledModule compile(String name) {
    Policy policy = Policy.profile("default").withPredeclared(GIVEN.get(name));
    CompileResult result =
        new Compiler(policy, GuardMode.FAST)
            .compile(
                new SourceFile(
                    "pyrestrict/" + name + ".py", Resource.text("library/" + name + ".py")));
    return result
        .module()
        .orElseThrow(() -> new IllegalStateException(name + ": " + result.diagnostics()));
  }
}
