package dev.pyrestrict.runtime;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A guest that runs program after program; what its names lead to can be walked over, see
 * reachability/walk.py.
 */
final class WalkedGuest implements AutoCloseable {
  private static final AtomicInteger GUESTS = new AtomicInteger();
  private static final Policy POLICY = Policy.profile("default");
  private static final ImmutableList<String> GIVEN = ImmutableList.of("walk", "marker", "names");

  /** Long enough for a walk, and for a program that imports much. */
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withCpu(Duration.ofMinutes(2))
          .withWall(Duration.ofMinutes(4))
          .withMemoryBytes(8L << 30)
          .withOutputBytes(64 << 20);

  private static final String BROKEN =
      "SystemError: the Python runtime can not do this operation\n";

  private final Guest guest;
  private final GuardMode mode;
  private final Policy policy;

  private WalkedGuest(Guest guest, GuardMode mode, Policy policy) {
    this.guest = guest;
    this.mode = mode;
    this.policy = policy;
  }

  /**
   * Makes a guest that has run a first program.
   *
   * @param trusted more of the prologue, which is not guarded
   * @param names what the first program binds for those after it
   */
  static WalkedGuest start(
      Sandbox sandbox, GuardMode mode, String trusted, String program, List<String> names) {
    String marker = "secret-of-" + GUESTS.incrementAndGet();
    GuestOptions options =
        GuestOptions.builder()
            .data("marker", marker)
            .data("names", GuestPrograms.NAMES)
            .prologue(
                Resource.text("reachability/walk.py").replace("MARKER", marker) + "\n" + trusted)
            .build();
    Guest guest = sandbox.newGuest(options, LIMITS);
    String first =
        program + "\ndef found(): return walk()\ndef found_anywhere(): return walk(True)\n";
    WalkedGuest walked =
        new WalkedGuest(
            guest,
            mode,
            POLICY.withPredeclared(
                ImmutableList.<String>builder().addAll(GIVEN).addAll(names).build()));
    Optional<GuestResult> result = walked.run(first, LIMITS);
    if (!(result.orElseThrow() instanceof GuestResult.Completed)) {
      throw new AssertionError(result.toString());
    }
    return walked;
  }

  /** Runs a program; empty if it is refused. */
  Optional<GuestResult> run(String program, Limits limits) {
    CompileResult compiled =
        new Compiler(policy, mode).compile(new SourceFile("guest.py", program));
    return compiled.module().map(module -> guest.run(module, program, limits));
  }

  /**
   * Walks over what the programs have bound; over everything that the guest has, if asked. Empty if
   * the guest is broken: it holds something that GraalPy fails on when it is looked at.
   */
  Optional<Walk> walk(boolean everything) {
    GuestResult result = guest.call(everything ? "found_anywhere" : "found", ImmutableList.of());
    return switch (result) {
      case GuestResult.Completed completed -> {
        List<?> answer = (List<?>) completed.value().orElseThrow();
        yield Optional.of(
            new Walk(
                (Long) answer.getFirst(),
                answer.stream().skip(1).map(Object::toString).collect(toImmutableList())));
      }
      case GuestResult.Raised raised when raised.traceback().endsWith(BROKEN) -> Optional.empty();
      case GuestResult other -> throw new AssertionError("the walk itself ended in " + other);
    };
  }

  /**
   * What a walk came by.
   *
   * @param objects how many there were that no walk had seen
   * @param found those that no guest may hold, and the way to each
   */
  record Walk(long objects, ImmutableList<String> found) {}

  @Override
  public void close() {
    guest.close();
  }
}
