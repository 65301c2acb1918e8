package dev.pyrestrict.runtime;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;

/** What the next guest of an engine finds parsed, and perhaps compiled. */
class KeptSourcesTest {
  private static final String PROGRAM =
      """
      import dataclasses, enum, own
      from collections import namedtuple

      @dataclasses.dataclass
      class OfTheGuests:
          x: int = 1

      namedtuple('Pair', 'a b')
      """;

  @Test
  void thoseThatNoGuestMakesOutliveItsEnd() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      try (Guest guest = sandbox.newGuest(GuestOptions.builder().build())) {
        guest.add("own", compiled("own", "x = 1\n"), "");
        GuestResult result = guest.run(compiled("__main__", PROGRAM), PROGRAM);
        assertThat(result).isInstanceOf(GuestResult.Completed.class);
      }
      assertThat(parsed(sandbox)).contains("<string>");
      ImmutableSet<String> left = parsed(sandbox);
      for (int i = 0; left.contains("<string>") && i < 50; i++) {
        System.gc();
        Thread.sleep(100);
        left = parsed(sandbox);
      }
      assertThat(left).containsAtLeast("__main__.py", "own.py", "<frozen enum>");
      assertThat(left.stream().anyMatch(name -> name.endsWith("dataclasses.py"))).isTrue();
      assertThat(left).doesNotContain("<string>");
    }
  }

  private static CompiledModule compiled(String name, String text) {
    return new Compiler(Policy.profile("default"), GuardMode.FAST)
        .compile(new SourceFile(name + ".py", text), name, Program.of(ImmutableList.of("own")))
        .module()
        .orElseThrow();
  }

  private static ImmutableSet<String> parsed(Sandbox sandbox) {
    Engine engine = sandbox.engine.orElseThrow();
    return engine.getCachedSources().stream().map(Source::getName).collect(toImmutableSet());
  }
}
