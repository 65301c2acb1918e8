package dev.pyrestrict.rewriter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.SourceFile;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sources whose compilation would take the square of their length, were it done simply. */
final class LongSourcesTest {
  /** Each takes minutes when every name is compared with every other. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final ImmutableMap<String, String> SOURCES =
      ImmutableMap.of(
          "builtins among many names", numbered("a%d = 1\n") + numbered("print(%d)\n"),
          "special names of a class with many others",
              "class A:\n" + numbered(" a%d = 1\n") + " __module__\n".repeat(50_000),
          "names that nobody binds among many", numbered("a%d = 1\n") + numbered("b%d\n"),
          "long names", numbered("a".repeat(150) + "%d = 1\n") + numbered("b".repeat(150) + "%d\n"),
          "modules that are not allowed", numbered("import os%d\n"));

  @Test
  void takeNoLongerThanTheyAreLong() {
    SOURCES.forEach(
        (what, source) -> {
          Duration before = processorTime();
          new Compiler(Policy.profile("default"), GuardMode.FAST)
              .compile(new SourceFile("long.py", source));
          Duration took = processorTime().minus(before);
          assertTrue(took.compareTo(LONGEST) < 0, what + " took " + took);
        });
  }

  /** Of the whole JVM, but not of what else runs on the machine. */
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static String numbered(String format) {
    return IntStream.range(0, 50_000)
        .mapToObj(number -> String.format(format, number))
        .collect(Collectors.joining());
  }
}
