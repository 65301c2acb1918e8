package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.pyrestrict.grammar.AstDump;
import dev.pyrestrict.grammar.ParseResult;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.Module;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever tree is emitted, the text is read as that tree, and emitted again it is that text. */
final class GeneratedTreesTest {

  @Property(tries = 2_000)
  void emittedTextReadsAsTheSameTree(@ForAll long seed) {
    Module module = new Trees(seed).module();
    String text = Emitter.emit(module).text();
    ParseResult result = Parser.parse(new SourceFile("<s>", text));
    assertWithMessage("%s: %s", text, result.diagnostics())
        .that(result.module().isPresent())
        .isTrue();
    assertWithMessage(text)
        .that(AstDump.dump(result.module().get(), false))
        .isEqualTo(AstDump.dump(module, false));
    assertWithMessage("emitted again")
        .that(Emitter.emit(result.module().get()).text())
        .isEqualTo(text);
  }
}
