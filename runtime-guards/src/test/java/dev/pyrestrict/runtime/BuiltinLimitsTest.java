package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits reach guests inside builtins, and what could not be stopped is not begun. */
final class BuiltinLimitsTest {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("pyrestrict.root"), "testdata", "limits");

  /** What a machine that is busy with other things may need to stop a guest. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int FRAMES = 50;

  /** For guests whose time is not what is tested. */
  private static final Limits TIME_ENOUGH = Limits.DEFAULT.withWall(Duration.ofMinutes(5));

  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().build();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static GuestResult run(String text, Limits limits, ByteArrayOutputStream output) {
    Guest guest = sandbox.newGuest(GuestOptions.builder().output(output).build(), limits);
    try (guest) {
      return guest.run(
          new Compiler(Policy.profile("default"), GuardMode.FAST)
              .compile(new SourceFile("limits.py", text))
              .module()
              .orElseThrow(),
          text);
    }
  }

  private static Stream<String> endless() throws IOException {
    return Files.readAllLines(PROGRAMS.resolve("endless.txt")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void aLimitEndsIt(String program) throws InterruptedException {
    Limits limits = Limits.DEFAULT.withCpu(Duration.ofMillis(300)).withWall(Duration.ofSeconds(5));
    GuestResult result = run(program, limits, new ByteArrayOutputStream());
    assertThat(result).isInstanceOf(GuestResult.LimitExceeded.class);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (isRunning() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertWithMessage("a thread of the guest still runs").that(isRunning()).isFalse();
  }

  /** Looks at the ends of stacks only: all of a very deep one takes longer than a guest's end. */
  private static boolean isRunning() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds(), FRAMES))
        .filter(thread -> thread != null && thread.getThreadName().equals("pyrestrict-guest"))
        .flatMap(thread -> Stream.of(thread.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().startsWith("com.oracle.graal."));
  }

  @Test
  void whatIsTooLargeIsNotBegun() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String text = Files.readString(PROGRAMS.resolve("too_large.py"));
    // Texts that were tried before count until they are collected.
    Limits roomy = TIME_ENOUGH.withMemoryBytes(1L << 30);
    assertThat(run(text, roomy, output)).isInstanceOf(GuestResult.Completed.class);
    assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void oneResultIsAsLargeAsItMayBe() throws IOException {
    String text = Files.readString(PROGRAMS.resolve("results.py"));
    long most = 2 << 20;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    assertThat(run(text, TIME_ENOUGH.withResultBytes(most), output))
        .isInstanceOf(GuestResult.Completed.class);
    assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
    // The next guest on the same thread has its own limit.
    assertThat(run(text, TIME_ENOUGH, output)).isInstanceOf(GuestResult.Completed.class);
    assertThat(output.toString(StandardCharsets.UTF_8).lines().count()).isGreaterThan(10L);
  }

  @Test
  void aHostIsToldNoMoreThanItCanKeep() {
    int most = 140_000;
    GuestResult raised = run("raise ValueError('x' * 10 ** 7)", TIME_ENOUGH, nowhere());
    assertThat(((GuestResult.Raised) raised).traceback().length()).isLessThan(most);
    assertThat(((GuestResult.Raised) raised).traceback()).contains("characters are left out");
    GuestResult ended = run("raise SystemExit('x' * 10 ** 7)", TIME_ENOUGH, nowhere());
    assertThat(((GuestResult.Completed) ended).message().length()).isLessThan(most);
    assertThat(((GuestResult.Completed) ended).exitStatus()).isEqualTo(1);
    GuestResult named = run("raise type('X' * 10 ** 7, (Exception,), {})", TIME_ENOUGH, nowhere());
    assertThat(((GuestResult.Raised) named).traceback().length()).isLessThan(most);
  }

  private static ByteArrayOutputStream nowhere() {
    return new ByteArrayOutputStream();
  }

  @Test
  void memoryOutsideOfTheHeapIsCounted() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String text = Files.readString(PROGRAMS.resolve("compressors.py"));
    assertThat(run(text, TIME_ENOUGH, output)).isInstanceOf(GuestResult.Completed.class);
    assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void ordinarySizesPass() {
    BigInteger thousandDigits = BigInteger.TEN.pow(1000);
    OperandSizes.checkLength(1_000_000);
    OperandSizes.checkRange(1_000_000, 2_000_000);
    OperandSizes.checkProduct(thousandDigits, thousandDigits);
    OperandSizes.checkPower(thousandDigits, 100);
    OperandSizes.checkShift(thousandDigits, 1_000_000);
    OperandSizes.checkSteps(thousandDigits, thousandDigits);
    OperandSizes.checkModularPower(BigInteger.TWO.pow(4096), BigInteger.TWO.pow(4096));
    OperandSizes.checkModulus(BigInteger.TWO.pow(4096));
    OperandSizes.checkDigits("7".repeat(100_000));
    OperandSizes.checkDigits("f".repeat(100_000), 16);
    OperandSizes.checkText(thousandDigits, 10);
    OperandSizes.checkBytes(new byte[1000]);
  }

  @Test
  void theBoundsAreExact() {
    BigInteger most = BigInteger.ONE.shiftLeft(OperandSizes.MOST_BITS / 2 - 1);
    OperandSizes.checkProduct(most, most);
    OperandSizes.checkLength(OperandSizes.MOST_ELEMENTS);
    Assertions.assertThrows(
        OutOfMemoryError.class, () -> OperandSizes.checkProduct(most.shiftLeft(1), most));
    Assertions.assertThrows(
        OutOfMemoryError.class, () -> OperandSizes.checkLength(OperandSizes.MOST_ELEMENTS + 1));
    OperandSizes.checkWords(OperandSizes.MOST_ELEMENTS);
    Assertions.assertThrows(
        OutOfMemoryError.class,
        () -> OperandSizes.checkWordRange(0, OperandSizes.MOST_ELEMENTS + 1));
    String longest = "x".repeat(OperandSizes.MOST_IN_ONE_PASS);
    OperandSizes.checkPass(longest);
    Assertions.assertThrows(OutOfMemoryError.class, () -> OperandSizes.checkPass(longest + "x"));
  }
}
