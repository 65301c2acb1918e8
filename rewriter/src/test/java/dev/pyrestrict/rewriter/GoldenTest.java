package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.grammar.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a program that holds every construct the guards have a say in. */
final class GoldenTest {

  @ParameterizedTest
  @EnumSource
  void guardedSourceIsTheGolden(GuardMode mode) {
    String directory = "rewriter/golden/guards";
    String golden = mode == GuardMode.FULL ? ".full.py" : ".fast.py";
    SourceFile source = TestData.source(TestData.ROOT.resolve(directory + ".py"));
    CompileResult result = new Compiler(Policy.profile("default"), mode).compile(source);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.module().orElseThrow().guardedSource())
        .isEqualTo(TestData.read(TestData.ROOT.resolve(directory + golden)));
  }
}
