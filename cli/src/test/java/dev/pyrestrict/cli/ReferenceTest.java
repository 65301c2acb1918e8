package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.ModuleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages that are made from the data the compiler goes by: {@code -Dgolden.update=true} makes
 * them anew.
 */
final class ReferenceTest {
  private static final Path DOCS = Path.of(System.getProperty("pyrestrict.root"), "docs");

  enum Page {
    LIBRARY("library.md") {
      @Override
      String text() {
        StringBuilder text =
            new StringBuilder(
                """
                # Modules and builtins

                Made from the tables that compiler and runtime go by; a test holds this page to them. A policy can take
                away from it, and never add to it. `pyrestrict explain NAME` says what your policy makes of a name.

                ## Modules

                What is not listed does not exist for guests.

                | module | has |
                |---|---|
                """);
        for (String module : ModuleTable.modules()) {
          text.append("| `")
              .append(module)
              .append("` | ")
              .append(
                  ModuleTable.members(module)
                      .map(members -> members.isEmpty() ? "other modules" : "`" + members + "`")
                      .orElse("what CPython's has, without what needs an operating system"))
              .append(" |\n");
        }
        text.append("\n## Builtins\n\n| builtin | |\n|---|---|\n");
        for (String name : BuiltinTable.names()) {
          text.append("| `")
              .append(name)
              .append("` | ")
              .append(
                  switch (BuiltinTable.decision(name)) {
                    case BuiltinTable.AsIs() -> "as it is";
                    case BuiltinTable.Guarded() -> "in a guarded form";
                    case BuiltinTable.OnRequest(String reason) ->
                        "refused unless the policy allows it: " + reason;
                    case BuiltinTable.Refused(String reason) -> "refused: " + reason;
                  })
              .append(" |\n");
        }
        return text.toString();
      }
    },
    RULES("rules.md") {
      @Override
      String text() {
        StringBuilder text =
            new StringBuilder(
                """
                # Rules

                Made from the data that `pyrestrict explain` goes by; a test holds this page to it. PR00 is about reading, PR01 about
                names, PR02 about attributes, PR03 about imports, PR04 to PR06 about what a policy or the guards leave out, PR09
                about policy files.

                | rule | refuses | because | write instead |
                |---|---|---|---|
                """);
        for (Rules.Rule rule : Rules.all().values()) {
          text.append(
              "| [%s](rules/%s.md) | %s | %s | %s |\n"
                  .formatted(rule.id(), rule.id(), rule.title(), rule.reason(), rule.instead()));
        }
        return text.toString();
      }
    };

    private final String file;

    Page(String file) {
      this.file = file;
    }

    abstract String text();
  }

  @ParameterizedTest
  @EnumSource
  void isWhatTheDataSays(Page page) throws IOException {
    Path file = DOCS.resolve(page.file);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, page.text(), UTF_8);
    }
    assertThat(Files.readString(file, UTF_8)).isEqualTo(page.text());
  }
}
