package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.rewriter.GuardMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host hears what guards refuse, who asked for it, and where. */
class RefusalTest {
  private static final String PROGRAM =
      """
      import collections
      def attempt(function):
          try:
              function()
          except (AttributeError, TypeError, ImportError, NameError) as e:
              return type(e)
          raise AssertionError(function)
      def f():
          pass
      for turn in range(3):
          attempt(lambda: getattr(f, '__globals__'))
          attempt(lambda: setattr(collections, 'x', 1))
          attempt(lambda: setattr(f, '__code__', None))
          attempt(lambda: type('C', (), {'__reduce__': f}))
      """;

  @ParameterizedTest
  @EnumSource
  void eachPlaceIsToldOnce(GuardMode mode) {
    List<String> told = new ArrayList<>();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .refusals(
                refusal -> {
                  assertThat(refusal.file()).isEqualTo("guest.py");
                  assertThat(refusal.reason()).isNotEmpty();
                  told.add(refusal.line() + " " + refusal.guard() + " " + refusal.subject());
                });
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run = Run.of(sandbox, PROGRAM, mode, options, Limits.DEFAULT);
      assertThat(run.output()).isEmpty();
      assertThat(run.result()).isInstanceOf(GuestResult.Completed.class);
    }
    assertThat(told)
        .containsExactly(
            "11 _getattr_ function.__globals__",
            "12 _write_ module.x",
            "13 _write_ function.__code__",
            "14 class C.__reduce__")
        .inOrder();
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatFailsChangesNothing(GuardMode mode) {
    GuestOptions.Builder options =
        GuestOptions.builder()
            .refusals(
                refusal -> {
                  throw new IllegalStateException("the disk is full");
                });
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run = Run.of(sandbox, PROGRAM, mode, options, Limits.DEFAULT);
      assertThat(run.result()).isInstanceOf(GuestResult.Completed.class);
    }
  }
}
