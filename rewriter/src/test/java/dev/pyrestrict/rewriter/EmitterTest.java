package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.AstDump;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writing a tree and reading it again gives the tree; the text is canonical and keeps its lines.
 */
final class EmitterTest {

  static Stream<Path> programs() {
    return TestData.programs("benign").stream();
  }

  private static Module parse(String name, String text) {
    return Parser.parse(new SourceFile(name, text)).module().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void emittedTextReadsAsTheSameTree(Path file) {
    Module module = parse(file.toString(), TestData.read(file));
    String text = Emitter.emit(module).text();
    Module again = parse(file.toString(), text);
    assertThat(AstDump.dump(again, false)).isEqualTo(AstDump.dump(module, false));
    assertThat(Emitter.emit(again).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void statementsStayOnTheirLines(Path file) {
    Module module = parse(file.toString(), TestData.read(file));
    Module again = parse(file.toString(), Emitter.emit(module).text());
    assertThat(lines(again)).isEqualTo(lines(module));
  }

  private static List<Integer> lines(Module module) {
    ImmutableList.Builder<Integer> lines = ImmutableList.builder();
    for (Statement statement : module.body()) {
      lines.add(statement.span().line());
    }
    return lines.build();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void emittedTextIsPlainAscii(Path file) {
    String text = Emitter.emit(parse(file.toString(), TestData.read(file))).text();
    assertWithMessage(text)
        .that(text.chars().allMatch(c -> c == '\n' || c >= 32 && c < 127))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void benignProgramsAreAccepted(Path file) {
    for (GuardMode mode : GuardMode.values()) {
      CompileResult result =
          new Compiler(Policy.profile("default"), mode).compile(TestData.source(file));
      assertWithMessage("%s", result.diagnostics()).that(result.module().isPresent()).isTrue();
    }
  }

  @ParameterizedTest(name = "{1} times {0}")
  @CsvSource({"[,190,true", "[,191,false", "1 <,1000,true", "1 <,1001,false"})
  void whatIsNestedTooDeeplyHasItsLine(String part, int times, boolean fits) {
    String close = part.equals("[") ? "]".repeat(times) : "";
    String text = "a = 1\nb = " + (part + " ").repeat(times) + "a" + close + "\n";
    assertThat(Emitter.emit(parse("guest.py", text)).tooDeepLine())
        .isEqualTo(fits ? OptionalInt.empty() : OptionalInt.of(2));
  }
}
