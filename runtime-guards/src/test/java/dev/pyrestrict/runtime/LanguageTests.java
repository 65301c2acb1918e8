package dev.pyrestrict.runtime;

import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyHashMap;

/**
 * Runs CPython's own tests of the language on GraalPy twice, as they are and rewritten under the
 * profile {@code everything}, and compares: rewriting must change nothing.
 */
final class LanguageTests {
  /** The tests of one module may take that long. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final ImmutableList<String> ROOMS =
      ImmutableList.of(
          "patterns",
          "operands",
          "arguments",
          "errors",
          "facts",
          "classes",
          "attributes",
          "matching",
          "guards",
          "everything");

  private final Path directory;

  LanguageTests(Path directory) {
    this.directory = directory;
  }

  /** Where CPython's tests are, on machines that have them. */
  static Path usualDirectory() {
    return Path.of(System.getProperty("user.home"))
        .resolve(".pyenv/versions/3.12.1/lib/python3.12/test");
  }

  /** What became of a module's tests, by their names. */
  ImmutableSortedMap<String, String> run(String module, boolean rewritten) {
    Map<String, String> outcomes = new ConcurrentSkipListMap<>();
    try (Context context =
        Context.newBuilder("python")
            .allowAllAccess(true)
            .option("engine.WarnInterpreterOnly", "false")
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .build()) {
      Thread deadline =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      Thread.sleep(PATIENCE);
                      context.close(true);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      Value bindings = context.getBindings("python");
      Map<Object, Object> rooms = new TreeMap<>();
      for (String room : ROOMS) {
        eval(context, "guest/" + room + ".py");
        rooms.put(room, bindings.getMember(room));
      }
      eval(context, "guest/groups.py");
      rooms.put("exception_groups", bindings.getMember("exception_groups"));
      eval(context, "language_tests.py");
      ProxyExecutable record =
          arguments -> {
            outcomes.put(
                arguments[0].asString(), arguments[1].asString() + " " + arguments[2].asString());
            return null;
          };
      bindings
          .getMember("language_tests")
          .execute(
              ProxyHashMap.from(rooms),
              directory.toString(),
              module,
              rewritten ? (ProxyExecutable) arguments -> rewrite(arguments[0].asString()) : null,
              record);
      deadline.interrupt();
    } catch (PolyglotException e) {
      outcomes.put("end", e.isCancelled() ? "stopped" : "broken " + e.getMessage());
    }
    return ImmutableSortedMap.copyOf(outcomes);
  }

  private static void eval(Context context, String resource) {
    context.eval(
        Source.newBuilder("python", Resource.text(resource), "pyrestrict/" + resource)
            .buildLiteral());
  }

  /** Returns the guarded source and "", or "" and what is wrong. */
  private static ProxyArray rewrite(String text) {
    CompileResult result =
        new Compiler(Policy.profile(Policy.EVERYTHING), GuardMode.FULL)
            .compile(new SourceFile("tests.py", text));
    return result
        .module()
        .map(module -> ProxyArray.fromArray(module.guardedSource(), ""))
        .orElseGet(
            () ->
                ProxyArray.fromArray(
                    "",
                    result.diagnostics().getFirst().message()
                        + " at line "
                        + result.diagnostics().getFirst().span().line()));
  }

  /** Returns what differs between two runs: how a test ended in each, by its name. */
  static ImmutableSortedMap<String, String> differences(
      ImmutableSortedMap<String, String> plain, ImmutableSortedMap<String, String> rewritten) {
    TreeSet<String> names = new TreeSet<>(plain.keySet());
    names.addAll(rewritten.keySet());
    return names.stream()
        .filter(name -> !outcome(plain, name).equals(outcome(rewritten, name)))
        .collect(
            toImmutableSortedMap(
                Comparator.naturalOrder(),
                name -> name,
                name ->
                    plain.getOrDefault(name, "not run")
                        + " -> "
                        + rewritten.getOrDefault(name, "not run")));
  }

  /** Returns how many tests passed. */
  static long passed(ImmutableSortedMap<String, String> outcomes) {
    return outcomes.values().stream().filter(outcome -> outcome.startsWith("passed")).count();
  }

  private static String outcome(ImmutableSortedMap<String, String> results, String name) {
    String result = results.getOrDefault(name, "not run");
    return result.contains(" examples: ") ? result : result.split(" ", 2)[0];
  }

  /** Reports whether there are tests to run. */
  static boolean isInstalled() {
    return Files.isDirectory(usualDirectory());
  }
}
