package example;

import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server that asks rules, which others wrote in Python, for prices. */
public final class PriceServer {
  private static final Map<String, Long> PRICES = Map.of("pen", 250L, "ink", 900L);

  private static final String RULE =
      """
      def price(item, count):
          return round(price_of(item) * count * (0.9 if count >= 10 else 1))


      print("ready")
      """;

  private final Policy policy =
      Policy.profile("default")
          .withPredeclared(List.of("price_of"))
          .withRules(new RefusedOfType("builtins.str", "translate"));

  private final Sandbox sandbox;

  private PriceServer() {
    Limits limits = Limits.DEFAULT.withCpu(Duration.ofSeconds(5)).withMemoryBytes(64L << 20);
    sandbox = Sandbox.builder().policy(policy).limits(limits).build();
  }

  /** Runs rules, good and bad ones, and shows what becomes of them. */
  public static void main(String... arguments) {
    PriceServer server = new PriceServer();
    show(server.ask(RULE, "pen", 12));
    show(server.ask(RULE, "gold", 1));
    show(server.ask("import os\nprint(eval('1'))\n", "pen", 1));
    show(server.ask("def price(item, count):\n    return 1 / 0\n", "pen", 1));
    show(server.ask("while True:\n    pass\n", "pen", 1));
    show(server.ask("def price(item, count):\n    return price_of.__globals__\n", "pen", 1));
  }

  private static void show(String answer) {
    System.out.println(answer);
  }

  /** Compiles a rule, runs it, and asks it for a price. */
  private String ask(String text, String item, long count) {
    SourceFile source = new SourceFile("rule.py", text);
    CompileResult compiled = new Compiler(policy, GuardMode.FAST).compile(source);
    if (compiled.module().isEmpty()) {
      return compiled.diagnostics().stream()
          .map(PriceServer::words)
          .collect(Collectors.joining("; ", "refused: ", ""));
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestOptions options =
        GuestOptions.builder()
            .output(output)
            .function("price_of", (positional, keywords) -> priceOf(positional))
            .build();
    try (Guest guest = sandbox.newGuest(options)) {
      GuestResult started = guest.run(compiled.module().get(), text);
      if (!(started instanceof GuestResult.Completed)) {
        return words(started);
      }
      String said = output.toString(StandardCharsets.UTF_8).strip();
      return said + " " + words(guest.call("price", List.of(item, count)));
    }
  }

  private static Object priceOf(List<Object> arguments) throws HostException {
    Long price = PRICES.get(String.valueOf(arguments.getFirst()));
    if (price == null) {
      throw new HostException("KeyError", "no such thing: " + arguments.getFirst());
    }
    return price;
  }

  private static String words(Diagnostic diagnostic) {
    return diagnostic.rule() + " in line " + diagnostic.span().line() + ": " + diagnostic.message();
  }

  private static String words(GuestResult result) {
    return switch (result) {
      case GuestResult.Completed completed -> "answered: " + completed.value().orElse("nothing");
      case GuestResult.Raised raised -> "raised: " + raised.traceback().strip();
      case GuestResult.LimitExceeded exceeded -> "stopped: " + exceeded.message();
      case GuestResult.Fault fault -> "a fault of pyrestrict: " + fault.message();
      case GuestResult.Lost lost -> "its process is gone: " + lost.message();
    };
  }

  /** Runs a program that a pipeline compiled and signed, and nothing else. */
  static GuestResult runSigned(Path directory, PublicKey key, Policy policy, Sandbox sandbox) {
    ArtifactTree.Loaded loaded = ArtifactTree.load(directory, policy, key);
    ArtifactTree tree =
        loaded.tree().orElseThrow(() -> new IllegalArgumentException(loaded.problems().toString()));
    try (Guest guest = sandbox.newGuest(GuestOptions.builder().output(System.out).build())) {
      tree.modules()
          .forEach(
              (path, artifact) -> {
                if (!path.equals("__main__.pyr")) {
                  guest.add(ArtifactTree.moduleName(path), artifact.module(), artifact.source());
                }
              });
      var main = tree.modules().get("__main__.pyr");
      return guest.run(main.module(), main.source());
    }
  }
}
