package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.grammar.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a program that holds every construct the guards have a say in, and of one that
 * sets attributes of the same objects again.
 */
final class GoldenTest {

  @ParameterizedTest
  @CsvSource({"guards, FULL", "guards, FAST", "written_again, FULL", "written_again, FAST"})
  void guardedSourceIsTheGolden(String program, GuardMode mode) {
    String file = "rewriter/golden/" + program;
    String golden = mode == GuardMode.FULL ? ".full.py" : ".fast.py";
    SourceFile source = TestData.source(TestData.ROOT.resolve(file + ".py"));
    CompileResult result = new Compiler(Policy.profile("default"), mode).compile(source);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.module().orElseThrow().guardedSource())
        .isEqualTo(TestData.read(TestData.ROOT.resolve(file + golden)));
  }
}
