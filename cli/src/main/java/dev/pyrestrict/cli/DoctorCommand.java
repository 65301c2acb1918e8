package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Sandbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether everything that running guests needs is there, and works. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Looks whether everything that running guests needs is there, and works.")
final class DoctorCommand implements Callable<Integer> {
  private static final String PROGRAM =
      "import json\nprint(json.dumps([n * n for n in range(4)]))\n";
  private static final String OUTPUT = "[0, 1, 4, 9]\n";
  private static final String ATTACK = "print((lambda: 0).__globals__)\n";
  private static final long ENOUGH_MEMORY = 1L << 30;

  private final Console console;

  DoctorCommand(Console console) {
    this.console = console;
  }

  /** Something that was looked at. */
  private record Finding(String subject, boolean good, String detail) {}

  @Override
  public Integer call() {
    Policy policy = Policy.profile("default");
    Compiler compiler = new Compiler(policy, GuardMode.FAST);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    int feature = Runtime.version().feature();
    findings.add(new Finding("Java", feature == 25, Runtime.version().toString()));
    long memory = Runtime.getRuntime().maxMemory();
    findings.add(new Finding("heap", memory >= ENOUGH_MEMORY, (memory >> 20) + " MB"));
    findings.add(new Finding("processors", true, "" + Runtime.getRuntime().availableProcessors()));
    findings.add(
        new Finding(
            "compiler refuses",
            compile(compiler, ATTACK).module().isEmpty(),
            "an attempt to reach a function's globals"));
    // Not closed: the process ends right after.
    Sandbox sandbox = Sandbox.builder().policy(policy).build();
    findings.add(
        new Finding(
            "just-in-time compiler",
            sandbox.compilesGuests(),
            sandbox.compilesGuests()
                ? "guests are compiled to machine code"
                : "missing: guests run ten to a hundred times slower"));
    findings.add(guest(sandbox, compiler));
    ImmutableList<Finding> all = findings.build();
    all.forEach(this::print);
    return all.stream().allMatch(Finding::good) ? ExitStatus.DONE : ExitStatus.REPORTED;
  }

  private static CompileResult compile(Compiler compiler, String program) {
    return compiler.compile(new SourceFile("doctor.py", program));
  }

  private static Finding guest(Sandbox sandbox, Compiler compiler) {
    long start = System.nanoTime();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestResult result;
    try (Guest guest = sandbox.newGuest(GuestOptions.builder().output(output).build())) {
      result = guest.run(compile(compiler, PROGRAM).module().orElseThrow(), PROGRAM);
    }
    boolean good =
        result instanceof GuestResult.Completed
            && output.toString(StandardCharsets.UTF_8).equals(OUTPUT);
    return new Finding(
        "first guest",
        good,
        good ? "ran in " + (System.nanoTime() - start) / 1_000_000 + " ms" : "did not run");
  }

  private void print(Finding finding) {
    String verdict = finding.good() ? "ok   " : console.red("FAIL ");
    console.out().println(verdict + finding.subject() + ": " + finding.detail());
  }
}
