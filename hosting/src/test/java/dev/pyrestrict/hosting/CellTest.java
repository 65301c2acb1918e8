package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Limits;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests in a process of their own: what they get, how they end, and what it does to others. */
final class CellTest {
  private static final Limits SHORT =
      Limits.DEFAULT.withCpu(Duration.ofSeconds(1)).withWall(Duration.ofSeconds(4));

  private static Cell shared;

  @BeforeAll
  static void start() {
    shared = Cell.start(CellOptions.builder().build());
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  private static GuestResult run(CellGuest guest, String program, String... predeclared) {
    CompiledModule module =
        new Compiler(
                Policy.profile("default").withPredeclared(Arrays.asList(predeclared)),
                GuardMode.FAST)
            .compile(new SourceFile("guest.py", program))
            .module()
            .orElseThrow();
    return guest.run(module, program);
  }

  private static CellGuest guest(Cell cell, Limits limits) {
    return cell.newGuest(GuestOptions.builder().build(), limits);
  }

  private static Optional<Object> value(GuestResult result) {
    return assertInstanceOf(GuestResult.Completed.class, result).value();
  }

  @Test
  void outputArgumentsAndTracebacksComeThrough() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    CellGuest guest =
        shared.newGuest(
            GuestOptions.builder()
                .arguments(com.google.common.collect.ImmutableList.of("guest.py", "\u00e9"))
                // What a guest has written is not held back until its end.
                .output(new BufferedOutputStream(output))
                .build(),
            Limits.DEFAULT);
    GuestResult result = run(guest, "import sys\nprint(sys.argv)\n1 / 0\n");
    assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("['guest.py', '\u00e9']\n");
    assertThat(assertInstanceOf(GuestResult.Raised.class, result).traceback())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "guest.py", line 3, in <module>
                1 / 0
                ~~^~~
            ZeroDivisionError: division by zero
            """);
  }

  @Test
  void functionsAreCalledWithData() {
    CellGuest guest = guest(shared, Limits.DEFAULT);
    run(guest, "def same(*values):\n    return values\n");
    List<Object> values =
        Arrays.asList(
            null,
            true,
            7L,
            java.math.BigInteger.TWO.pow(100),
            1.5,
            Double.POSITIVE_INFINITY,
            "text \ud83d\ude00 \ud83d",
            List.of(1L, List.of()),
            ImmutableMap.of("key", List.of(2L), 3L, "x"));
    assertThat(value(guest.call("same", values))).hasValue(values);
  }

  @Test
  void servicesStayInTheHost() {
    List<Object> asked = new ArrayList<>();
    HostObject connection =
        new HostObject(
            "Connection",
            ImmutableMap.of("name", () -> "myslave"),
            ImmutableMap.of(
                "query",
                (arguments, keywords) -> {
                  asked.add(arguments);
                  asked.add(keywords);
                  return Arrays.asList(1, null, "row").iterator();
                }));
    GuestOptions options =
        GuestOptions.builder()
            .function("get_conn", (arguments, keywords) -> connection)
            .function(
                "refuse",
                (arguments, keywords) -> {
                  throw new HostException("PermissionError", "not yours");
                })
            .function(
                "fail",
                (arguments, keywords) -> {
                  throw new IllegalStateException("jdbc:mysql://root:secret@10.0.0.1");
                })
            .function(
                "fill",
                (arguments, keywords) -> {
                  throw new OutOfMemoryError("jdbc:mysql://root:secret@10.0.0.1");
                })
            .data("config", ImmutableMap.of("limit", 3))
            .build();
    String program =
        """
        def handle():
            conn = get_conn("myslave")
            rows = list(conn.query("select ?", None, limit=config["limit"]))
            errors = []
            for function in refuse, fail, fill:
                try:
                    function()
                except Exception as error:
                    errors.append(repr(error))
            return [conn.name, rows, errors]
        """;
    CellGuest guest = shared.newGuest(options, Limits.DEFAULT);
    run(guest, program, "get_conn", "refuse", "fail", "fill", "config");
    assertThat(value(guest.call("handle", List.of())))
        .hasValue(
            List.of(
                "myslave",
                Arrays.asList(1L, null, "row"),
                List.of(
                    "PermissionError('not yours')",
                    "RuntimeError('a function of the host failed')",
                    "RuntimeError('a function of the host failed')")));
    assertThat(asked)
        .containsExactly(Arrays.asList("select ?", null), ImmutableMap.of("limit", 3L))
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "s = 'ab' * 30000000\nwhile True: s.replace('a', 'cd').find('x')",
        "import time\ntime.sleep(100)",
        "def f():\n    try:\n        f()\n    finally:\n        f()\nf()",
      })
  void whateverAGuestDoesItEnds(String program) {
    try (Cell cell = Cell.start(CellOptions.builder().build())) {
      GuestResult result = run(guest(cell, SHORT), program);
      assertInstanceOf(GuestResult.LimitExceeded.class, result);
      assertThat(result.usage().wall()).isLessThan(SHORT.wall().plusMillis(1500));
    }
  }

  @Test
  void guestsInAKilledCellAreLostAndNoneHangs()
      throws InterruptedException, ExecutionException, TimeoutException {
    Cell cell = Cell.start(CellOptions.builder().build());
    CellGuest guest = guest(cell, Limits.DEFAULT);
    run(guest, "def wait():\n    while True: pass\n");
    CompletableFuture<GuestResult> waiting =
        CompletableFuture.supplyAsync(() -> guest.call("wait", List.of()));
    TimeUnit.MILLISECONDS.sleep(300);
    ProcessHandle.of(cell.processId()).orElseThrow().destroyForcibly();
    assertInstanceOf(GuestResult.Lost.class, waiting.get(5, TimeUnit.SECONDS));
    assertThat(cell.isAlive()).isFalse();
    assertInstanceOf(GuestResult.Lost.class, guest.call("wait", List.of()));
    assertInstanceOf(GuestResult.Lost.class, run(guest(cell, Limits.DEFAULT), "pass"));
  }

  @Test
  void guestsOfOneCellDoNotWaitForEachOther() throws Exception {
    CellGuest slow = guest(shared, Limits.DEFAULT);
    CellGuest quick = guest(shared, Limits.DEFAULT);
    run(slow, "import time\ndef wait():\n    time.sleep(1)\n    return 'slow'\n");
    run(quick, "def answer():\n    return 'quick'\n");
    CompletableFuture<GuestResult> waiting =
        CompletableFuture.supplyAsync(() -> slow.call("wait", List.of()));
    for (int i = 0; i < 20; i++) {
      assertThat(value(quick.call("answer", List.of()))).hasValue("quick");
    }
    assertThat(waiting.isDone()).isFalse();
    assertThat(value(waiting.get(10, TimeUnit.SECONDS))).hasValue("slow");
  }
}
