package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.ZopeCompiler;
import dev.pyrestrict.rewriter.ZopeResult;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests of the profile {@code zope}: what they print, and what is refused when they run. */
final class ZopeGuestTest {
  private static final Policy POLICY = Policy.profile(Policy.ZOPE);

  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().policy(POLICY).build();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static GuestResult called(ZopeResult compiled, String function, Object... arguments) {
    assertThat(compiled.errors()).isEmpty();
    try (Guest guest = sandbox.newGuest(GuestOptions.builder().build())) {
      GuestResult started = guest.run(compiled.module().orElseThrow(), "");
      return started instanceof GuestResult.Completed
          ? guest.call(function, List.of(arguments))
          : started;
    }
  }

  private static void assertValue(GuestResult result, Object value) {
    assertThat(assertInstanceOf(GuestResult.Completed.class, result).value()).hasValue(value);
  }

  private static SourceFile source(String... lines) {
    return new SourceFile("case.py", String.join("\n", lines) + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void printedIsWhatTheFunctionItselfPrinted(GuardMode mode) {
    ZopeResult result =
        new ZopeCompiler(POLICY, mode)
            .exec(
                source(
                    "def inner():",
                    "    print('not seen')",
                    "def f(n):",
                    "    for i in range(n):",
                    "        print(i, end=' ')",
                    "    inner()",
                    "    [print('list') for i in range(1)]",
                    "    (lambda: print('lambda', 1, sep='-'))()",
                    "    class C:",
                    "        print('class')",
                    "    return printed"));
    assertValue(called(result, "f", 2L), "0 1 list\nlambda-1\nclass\n");
  }

  @ParameterizedTest
  @EnumSource
  void everyFirstStatementCanPrint(GuardMode mode) {
    for (String first :
        ImmutableList.of(
            "for i in range(2):\n  print(1)",
            "if print(1) is None:\n  print(1)",
            "while n:\n  print(1)\n  n -= 1",
            "with nullcontext() as c:\n  print(1)\n  print(1)",
            "try:\n  print(1)\n  1 / 0\n except ZeroDivisionError:\n  print(1)",
            "def g(a=print(1)): print(2)\n print(1)",
            "'doc'; print(1); print(1)",
            "print(1); print(1)")) {
      String program =
          "from contextlib import nullcontext\ndef f(n):\n " + first + "\n return printed\n";
      ZopeResult result = new ZopeCompiler(POLICY, mode).exec(source(program));
      assertValue(called(result, "f", 2L), "1\n1\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void expressionsAndFunctionsAreCalled(GuardMode mode) {
    ZopeCompiler compiler = new ZopeCompiler(POLICY, mode);
    ZopeResult sum = compiler.eval(source("sum([a * 2 for a in range(4)])"), "value");
    assertValue(called(sum, "value"), 12L);
    ZopeResult add =
        compiler.function("a, b=1", source("print(a)", "return printed * b"), "<add>", List.of());
    assertValue(called(add, "function", 3L, 2L), "3\n3\n");
  }

  /** What RestrictedPython accepts because its host's guards decide is decided when it runs. */
  @ParameterizedTest
  @EnumSource
  void whatIsNotThereIsRefusedAtRunTime(GuardMode mode) {
    assertRaises(mode, "missing", "NameError: name 'missing'");
    assertRaises(mode, "import os", "ModuleNotFoundError");
    assertRaises(mode, "from subprocess import run", "ModuleNotFoundError");
    assertRaises(mode, "e = eval\ne('1')", "NameError: 'eval' is not available");
    assertRaises(mode, "del open\nopen('/etc/passwd')", "FileNotFoundError");
    assertRaises(mode, "getattr(type([]), '__subclasses__')", "AttributeError");
    assertRaises(mode, "print(1)\nprint.nosuch", "AttributeError");
  }

  private static void assertRaises(GuardMode mode, String program, String error) {
    GuestResult result = called(new ZopeCompiler(POLICY, mode).exec(source(program)), "nothing");
    assertThat(assertInstanceOf(GuestResult.Raised.class, result).traceback()).contains(error);
  }
}
