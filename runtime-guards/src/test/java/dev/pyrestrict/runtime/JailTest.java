package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A prologue that the host trusts, and guests that are in jail behind it. */
final class JailTest {
  private static final Path PROGRAMS = Path.of("../testdata/jail");
  private static final List<String> GIVEN =
      List.of(
          ("price_of charge signed failing subclass prices unlocked unlock keep_giving vault late"
                  + " is_word host_of is_local total day is_text later drawn said due kinds warned"
                  + " rows")
              .split(" "));

  /** Something of which guests may call one method only. */
  @GuestService("Vault")
  public interface Vault {
    @GuestExport(value = "word", inJail = false)
    String unlock(String word);

    @GuestExport
    String name();
  }

  private static final class Iron implements Vault {
    private int unlocked;

    @Override
    public String unlock(String word) {
      unlocked++;
      return "unlocked " + word;
    }

    @Override
    public String name() {
      return "vault";
    }
  }

  private static String output(String program, GuardMode mode, Iron vault) throws IOException {
    return output("prologue.py", program, mode, vault);
  }

  private static String output(String prologue, String program, GuardMode mode, Iron vault)
      throws IOException {
    String text = Files.readString(PROGRAMS.resolve(program));
    Policy policy = Policy.profile("default").withPredeclared(GIVEN);
    CompileResult compiled = new Compiler(policy, mode).compile(new SourceFile(program, text));
    assertThat(compiled.diagnostics()).isEmpty();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestOptions options =
        GuestOptions.builder()
            .output(output)
            .object("vault", HostInterface.of(Vault.class, vault))
            .prologue(Files.readString(PROGRAMS.resolve(prologue)))
            .build();
    Limits limits =
        Limits.DEFAULT
            .withCpu(Duration.ofSeconds(60))
            .withWall(Duration.ofSeconds(120))
            .withMemoryBytes(1L << 30);
    try (Sandbox sandbox = Sandbox.builder().policy(policy).build();
        Guest guest = sandbox.newGuest(options, limits)) {
      GuestResult result = guest.run(compiled.module().orElseThrow(), text);
      assertWithMessage("%s", result).that(result).isInstanceOf(GuestResult.Completed.class);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void whatIsHandedOverWorks(GuardMode mode) throws IOException {
    Iron vault = new Iron();
    assertThat(output("ordinary.py", mode, vault))
        .isEqualTo(Files.readString(PROGRAMS.resolve("ordinary.out")));
    assertThat(vault.unlocked).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void nothingElseOfThePrologueIsFound(GuardMode mode) throws IOException {
    Iron vault = new Iron();
    assertThat(output("thief.py", mode, vault)).isEqualTo("looked at True\n");
    assertThat(vault.unlocked).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void theLibraryOfThePrologueIsItsOwn(GuardMode mode) throws IOException {
    assertThat(output("checks.py", "meddler.py", mode, new Iron()))
        .isEqualTo(Files.readString(PROGRAMS.resolve("meddler.out")));
  }

  @ParameterizedTest
  @EnumSource(GuardMode.class)
  void noClassOfThePrologueIsShownToAGuests(GuardMode mode) throws IOException {
    assertThat(output("spied.py", "spy.py", mode, new Iron()))
        .isEqualTo(Files.readString(PROGRAMS.resolve("spy.out")));
  }

  @org.junit.jupiter.api.Test
  void aPrologueThatFailsMakesNoGuest() {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      GuestOptions options = GuestOptions.builder().prologue("give('x', 1)\n1 / 0\n").build();
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> sandbox.newGuest(options));
      assertThat(e).hasMessageThat().contains("the prologue failed: ZeroDivisionError");
    }
  }

  @org.junit.jupiter.api.Test
  void withoutAPrologueTheGuestIsInJailAllTheSame() {
    Iron vault = new Iron();
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run =
          Run.of(
              sandbox,
              "vault.unlock('x')\n",
              GuardMode.FAST,
              GuestOptions.builder().object("vault", HostInterface.of(Vault.class, vault)),
              Limits.DEFAULT);
      GuestResult.Raised raised = assertInstanceOf(GuestResult.Raised.class, run.result());
      assertThat(raised.traceback()).contains("PermissionError: not available in jail");
      assertThat(vault.unlocked).isEqualTo(0);
    }
  }
}
