package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profile {@code zope} beside what RestrictedPython itself says of the same programs. */
final class ZopeTest {
  private static final ZopeCompiler COMPILER =
      new ZopeCompiler(Policy.profile(Policy.ZOPE), GuardMode.FULL);

  /** What {@code testdata/zope/record.py} wrote, a case a line. */
  static Stream<JsonNode> cases() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ImmutableList.Builder<JsonNode> cases = ImmutableList.builder();
    for (String line :
        TestData.read(TestData.ROOT.resolve("zope/expected.json")).lines().toList()) {
      cases.add(mapper.readTree(line));
    }
    return cases.build().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatRestrictedPythonSays(JsonNode expected) {
    ZopeResult result = compiled(expected.path("case").asText());
    if (expected.has("raised")) {
      // An exception there, an error like all others here.
      assertThat(result.errors()).hasSize(1);
      assertThat(result.errors().getFirst()).startsWith(expected.path("raised").asText());
      return;
    }
    assertThat(result.errors()).containsExactlyElementsIn(texts(expected, "errors")).inOrder();
    assertThat(result.warnings()).containsExactlyElementsIn(texts(expected, "warnings")).inOrder();
    assertThat(result.usedNames())
        .containsExactlyElementsIn(texts(expected, "used_names"))
        .inOrder();
    assertThat(result.module().isPresent()).isEqualTo(result.errors().isEmpty());
  }

  private static ImmutableList<String> texts(JsonNode expected, String field) {
    return StreamSupport.stream(expected.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .collect(toImmutableList());
  }

  private static ZopeResult compiled(String text) {
    List<String> parts = Splitter.on('\n').limit(2).splitToList(text);
    List<String> head = Splitter.on(' ').limit(2).splitToList(parts.get(0));
    SourceFile source = new SourceFile("case.py", parts.get(1));
    return switch (head.get(0)) {
      case "exec" -> COMPILER.exec(source);
      case "eval" -> COMPILER.eval(source, "value");
      case "single" -> COMPILER.single(source);
      case "function" -> {
        List<String> arguments = Splitter.on('|').trimResults().splitToList(head.get(1));
        List<String> globals = Splitter.on(' ').omitEmptyStrings().splitToList(arguments.get(2));
        yield COMPILER.function(arguments.get(1), source, arguments.get(0), globals);
      }
      default -> throw new IllegalArgumentException(head.get(0));
    };
  }
}
