package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program does the same under {@code full} and {@code fast}: what it writes, how it ends, and
 * what it is refused on the way, line by line; but for GraalPy's own words about the text that it
 * is given. A build runs a few programs; {@code -Dmodes.programs=DIRECTORY}, or some separated by
 * commas, runs those of others.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // for the whole of what a build takes a sample of
final class GuardModesTest {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));
  private static final Policy POLICY = Policy.profile("default");

  /** Warnings of its compiler, and of its functions when a guard has called them. */
  private static final Pattern GRAALPYS_OWN_WORDS =
      Pattern.compile(": SyntaxWarning: |signature of throw\\(\\) is deprecated");

  private static final Sandbox SANDBOX =
      Sandbox.builder()
          .limits(Limits.DEFAULT.withCpu(Duration.ofSeconds(20)).withWall(Duration.ofSeconds(60)))
          .build();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  /** What is seen of a run from outside. */
  private record Seen(String end, ImmutableList<String> output, ImmutableList<String> refusals) {}

  static Stream<String> programs() {
    List<String> directories =
        Splitter.on(',')
            .splitToStream(
                System.getProperty(
                    "modes.programs",
                    "testdata/attacks/assign_targets,testdata/attacks/dynamic_reads,testdata/attacks/match_patterns"))
            .map(directory -> ROOT.resolve(directory).toString())
            .collect(toImmutableList());
    return Inputs.find(directories, ImmutableList.of(), "<stdin>").stream()
        .map(input -> ROOT.relativize(input.path().orElseThrow()).toString());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programsDoTheSame(String program) {
    AuditCase subject = AuditCase.read(ROOT.resolve(program));
    if (isAboutTime(subject) || program.contains("at_every_depth")) {
      return;
    }
    Seen full = run(subject, GuardMode.FULL);
    Seen fast = run(subject, GuardMode.FAST);
    assertWithMessage("%s: how it ends", program).that(fast.end()).isEqualTo(full.end());
    assertWithMessage("%s: what it writes", program)
        .that(fast.output())
        .containsExactlyElementsIn(full.output())
        .inOrder();
    assertWithMessage("%s: what it is refused", program)
        .that(fast.refusals())
        .containsExactlyElementsIn(full.refusals())
        .inOrder();
  }

  /** How far such programs come is a matter of chance, as it is for those about depth. */
  private static boolean isAboutTime(AuditCase subject) {
    return subject.headers().containsKey("dos")
        || subject.headers().getOrDefault("impact", "").contains("dos");
  }

  private static Seen run(AuditCase subject, GuardMode mode) {
    SourceFile.Decoded decoded = SourceFile.decode(subject.name(), subject.bytes());
    CompileResult compiled = CaseRunner.compile(subject, decoded.source(), POLICY, mode);
    if (compiled.module().isEmpty()) {
      return new Seen("refused", ImmutableList.of(), ImmutableList.of());
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> refusals = new ArrayList<>();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .arguments(ImmutableList.of(subject.name()))
            .output(output)
            .errors(output)
            .signal("escaped", () -> {})
            .refusals(refusal -> refusals.add(refusal.toString()));
    HostFixtures.offer(subject.needs(), options);
    try (Guest guest = SANDBOX.newGuest(options.build())) {
      String end =
          switch (guest.run(compiled.module().get(), decoded.source().text())) {
            case GuestResult.Completed completed -> "completed " + completed.message();
            case GuestResult.Raised raised -> raised.traceback();
            case GuestResult.LimitExceeded exceeded -> "limit " + exceeded.message();
            case GuestResult.Fault fault -> "fault";
            case GuestResult.Lost lost -> "lost";
          };
      return new Seen(
          withoutChance(end),
          Splitter.on('\n')
              .splitToStream(withoutChance(output.toString(ISO_8859_1)))
              .filter(line -> !GRAALPYS_OWN_WORDS.matcher(line).find())
              .collect(toImmutableList()),
          refusals.stream().map(GuardModesTest::withoutChance).collect(toImmutableList()));
    }
  }

  /** Without addresses of objects and what tests took. */
  private static String withoutChance(String text) {
    return text.replaceAll("0x[0-9a-f]+", "0x0").replaceAll("in \\d+\\.\\d+s", "in 0s");
  }
}
