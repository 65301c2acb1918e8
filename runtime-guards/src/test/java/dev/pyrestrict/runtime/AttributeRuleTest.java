package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.AttributeRule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host refuses in Java, at each of the three stages. */
final class AttributeRuleTest {
  private record Named(String attribute) implements AttributeRule.ByName {
    @Override
    public String id() {
      return "no " + attribute;
    }

    @Override
    public Optional<String> refusal(String asked) {
      return asked.equals(attribute) ? Optional.of("not in this house") : Optional.empty();
    }
  }

  private record Typed(String type, String attribute) implements AttributeRule.ByType {
    @Override
    public String id() {
      return "no " + type + "." + attribute;
    }

    @Override
    public ImmutableSet<String> attributes() {
      return ImmutableSet.of(attribute);
    }

    @Override
    public Optional<String> refusal(String askedType, String asked) {
      return askedType.equals(type) ? Optional.of("not of a " + type) : Optional.empty();
    }
  }

  private record Counted(String attribute, AtomicInteger left) implements AttributeRule.ByObject {
    @Override
    public String id() {
      return "some " + attribute;
    }

    @Override
    public ImmutableSet<String> attributes() {
      return ImmutableSet.of(attribute);
    }

    @Override
    public Optional<String> refusal(String type, String asked) {
      return left.getAndDecrement() > 0 ? Optional.empty() : Optional.of("that was the last one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsRefusedByTheCompilerAndWhereItIsComputed(GuardMode mode) {
    Policy policy = Policy.profile("default").withRules(new Named("title"));
    ImmutableList<Diagnostic> refusals =
        new Compiler(policy, mode).check(new SourceFile("a.py", "print('a'.title())\n"));
    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().hint()).hasValue("not in this house");
    assertThat(
            output(
                policy,
                mode,
                """
                import operator
                for read in (lambda: getattr('a', 'tit' + 'le'), lambda: operator.attrgetter('title')('a'),
                             lambda: '{.title}'.format('a'), lambda: operator.methodcaller('title')('a')):
                    try:
                        print(read())
                    except AttributeError as error:
                        print(error)
                """))
        .isEqualTo(
            "attribute 'title' is not available to guest code: not in this house\n".repeat(4));
  }

  @ParameterizedTest
  @EnumSource
  void aTypeIsRefusedWhereItDefinesTheAttribute(GuardMode mode) {
    Policy policy =
        Policy.profile("default").withRules(new Typed("collections.Counter", "elements"));
    assertThat(
            output(
                policy,
                mode,
                """
                from collections import Counter
                import typing
                try:
                    typing.NewType.__init__(Counter, 'Renamed', int)
                except TypeError:
                    pass
                class Own:
                    elements = 'own'
                class Derived(Counter):
                    pass
                for o in (Own(), Counter('a'), Derived('b'), Own()):
                    try:
                        print(o.elements)
                    except AttributeError as error:
                        print(error)
                """))
        .isEqualTo(
            """
            own
            attribute 'elements' is not available to guest code: not of a collections.Counter
            attribute 'elements' is not available to guest code: not of a collections.Counter
            own
            """);
  }

  @ParameterizedTest
  @EnumSource
  void aReadIsRefusedWhileAnotherOfTheSameObjectWasNot(GuardMode mode) {
    Policy policy =
        Policy.profile("default")
            .withRules(
                new Counted("value", new AtomicInteger(5)),
                new Counted("_count", new AtomicInteger(2)));
    assertThat(
            output(
                policy,
                mode,
                """
                class Own:
                    value = 1
                    _count = 0
                o = Own()
                def value():
                    return o.value
                def count():
                    o._count += 1
                    return 'counted'
                for read in (value, value, lambda: getattr(o, 'value'), lambda: '{.value}'.format(o), lambda: o.__getattribute__('value'), value, count, count, count):
                    try:
                        print(read())
                    except AttributeError as error:
                        print(error)
                """))
        .isEqualTo(
            "1\n".repeat(5)
                + "attribute 'value' is not available to guest code: that was the last one\n"
                + "counted\n".repeat(2)
                + "attribute '_count' is not available to guest code: that was the last one\n");
  }

  private static String output(Policy policy, GuardMode mode, String program) {
    return Run.of(policy, mode, program).output();
  }
}
