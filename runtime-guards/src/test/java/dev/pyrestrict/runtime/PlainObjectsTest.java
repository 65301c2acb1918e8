package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.AttributeRule;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of which objects guards are not asked at all: what {@code _plain_} answers. */
final class PlainObjectsTest {
  private static final Policy POLICY = Policy.profile("default");

  private static final String CLASSES =
      """
      import abc, collections, enum, string, threading, typing

      class Own:
          pass

      class Derived(Own):
          pass

      class Listed(Own, list):
          pass

      class Failure(ValueError):
          pass

      class Meta(type):
          pass

      class Made(metaclass=Meta):
          pass

      class Formatter(Own, string.Formatter):
          pass

      class Abstract(abc.ABC):
          pass

      class Color(enum.Enum):
          RED = 1

      class Worker(threading.Thread):
          pass

      class Holder(typing.Generic[typing.TypeVar('T')]):
          pass

      Point = collections.namedtuple('Point', 'x y')

      """;

  private static final ImmutableMap<String, Boolean> OBJECTS =
      ImmutableMap.<String, Boolean>builder()
          .put("Own()", true)
          .put("Derived()", true)
          .put("Listed()", true)
          .put("Failure()", true)
          .put("Made()", true)
          .put("Point(1, 2)", true)
          .put("Own", false)
          .put("Made", false)
          .put("Formatter()", false)
          .put("Abstract()", false)
          .put("Color.RED", false)
          // threading is written as guest code.
          .put("Worker()", true)
          .put("Holder()", false)
          .put("ValueError()", false)
          .put("[]", false)
          .put("1", false)
          .put("None", false)
          .put("string.Formatter()", false)
          .put("string", false)
          .put("Own().__init__", false)
          .put("super(Derived, Derived())", false)
          .buildOrThrow();

  /** A rule of the host's that has to be asked. */
  private record Asked(String id) implements AttributeRule.ByType {
    @Override
    public ImmutableSet<String> attributes() {
      return ImmutableSet.of("_secret");
    }

    @Override
    public Optional<String> refusal(String type, String attribute) {
      return Optional.empty();
    }
  }

  @Test
  void onlyWhatIsTheGuestsAltogetherIsPlain() {
    assertThat(answers(POLICY)).containsExactlyEntriesIn(OBJECTS).inOrder();
  }

  @Test
  void nothingIsPlainWhereARuleAsksForTypes() {
    assertThat(answers(POLICY.withRules(new Asked("asked"))).values()).doesNotContain(true);
  }

  private static ImmutableMap<String, Boolean> answers(Policy policy) {
    String text =
        CLASSES
            + OBJECTS.keySet().stream()
                .map(object -> "print(answer(" + object + "))\n")
                .collect(Collectors.joining());
    CompiledModule compiled =
        new Compiler(policy.withPredeclared(ImmutableList.of("answer")), GuardMode.FAST)
            .compile(new SourceFile("guest.py", text))
            .module()
            .orElseThrow();
    // A guest can't write the name.
    CompiledModule asking =
        new CompiledModule(
            compiled.fileName(),
            compiled.guardedSource().replace("answer(", "_plain_("),
            compiled.sourceMap(),
            compiled.manifest());
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (Sandbox sandbox = Sandbox.builder().policy(policy).build();
        Guest guest = sandbox.newGuest(GuestOptions.builder().output(output).build())) {
      assertThat(guest.run(asking, text)).isInstanceOf(GuestResult.Completed.class);
    }
    return Streams.zip(
            OBJECTS.keySet().stream(),
            output.toString(StandardCharsets.UTF_8).lines(),
            (object, answer) -> Map.entry(object, answer.equals("True")))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
