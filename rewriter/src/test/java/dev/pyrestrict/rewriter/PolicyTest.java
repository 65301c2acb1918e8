package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy files: what they change, and what is wrong with them. */
final class PolicyTest {

  private static Policy policy(String toml) {
    Policy.Loaded loaded = Policy.parse(toml);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.policy().orElseThrow();
  }

  private static ImmutableList<String> rules(Policy policy, String program) {
    return new Compiler(policy, GuardMode.FAST)
        .check(new SourceFile("a.py", program)).stream()
            .map(Diagnostic::rule)
            .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          extends = "mine"                                      | PR0904 | default
          extends = "strikt"                                    | PR0904 | did you mean 'strict'?
          [modules]¶alow = []                                   | PR0902 | did you mean 'modules.allow'?
          modules = 3                                           | PR0902 |
          [moduls]                                              | PR0902 | did you mean 'modules'?
          [language]¶classses = true                            | PR0902 | did you mean 'language.classes'?
          [modules]¶allow = "json"                              | PR0903 |
          [modules]¶allow = [1]                                 | PR0903 |
          [language]¶match = "no"                               | PR0903 |
          [limits]¶cpu = 2                                      | PR0903 |
          [limits]¶memory = "0"                                 | PR0903 |
          [limits]¶recursion = 99                               | PR0903 |
          [limits]¶recursion = 5001                             | PR0903 |
          [limits]¶recursion = "500"                            | PR0903 |
          [limits]¶result = "1023KB"                            | PR0903 |
          [limits]¶result = "1025MB"                            | PR0903 |
          [limits]¶result = 5000000                             | PR0903 |
          [limits]¶results = "5MB"                              | PR0902 |
          [limits¶                                              | PR0901 |
          [modules]¶allow = ["json"]¶refuse = ["json"]          | PR0905 |
          [builtins]¶allow = ["eval"]¶refuse = ["eval"]         | PR0905 |
          [names]¶predeclared = ["a"]¶refuse = ["a"]            | PR0905 |
          [builtins]¶refuse = ["pront"]                         | PR0906 | did you mean 'print'?
          [builtins]¶allow = ["breakpoint"]                     | PR0906 |
          [modules]¶refuse = ["jsn"]                            | PR0906 | did you mean 'json'?
          [modules]¶refuse = ["time.slep"]                      | PR0906 | did you mean 'time.sleep'?
          [modules]¶refuse = ["asyncio.run"]                    | PR0906 | refuse "asyncio"
          [attributes]¶allow = ["_x"]                           | PR0906 | module.Type._x
          [attributes]¶allow = ["a.B.__globals__"]              | PR0906 |
          [attributes]¶allow = ["a.B.open"]                     | PR0906 |
          [names]¶predeclared = ["_getattr_"]                   | PR0906 |
          [names]¶predeclared = ["a b"]                         | PR0906 |
          [names]¶refuse = ["a.b"]                              | PR0906 |
          [names]¶refuse = ["class"]                            | PR0906 |
          [attributes]¶refuse = ["title", "a..b"]               | PR0906 |
          [attributes]¶refuse = [""]                            | PR0906 |
          """)
  void mistakesAreReportedInTheirLine(String written, String rule, String hint) {
    String toml = written.replace('¶', '\n');
    Policy.Loaded loaded = Policy.parse(toml);
    assertThat(loaded.policy()).isEmpty();
    Diagnostic found = loaded.diagnostics().getFirst();
    assertThat(found.rule()).isEqualTo(rule);
    assertThat(found.hint().orElse("")).contains(hint == null ? "" : hint);
    if (!rule.equals("PR0901") && !rule.equals("PR0905")) {
      assertThat(found.span().line()).isEqualTo((int) toml.strip().lines().count());
    }
  }

  @Test
  void allMistakesAreReportedInTheirOrder() {
    assertThat(
            Policy.parse("extends = \"x\"\n[modules]\nalow = []\n[limits]\ncpu = 3\n")
                .diagnostics()
                .stream()
                .map(Diagnostic::rule))
        .containsExactly("PR0904", "PR0902", "PR0903")
        .inOrder();
  }

  @Test
  void modulesAreAllowedAndRefused() {
    Policy policy =
        policy(
            "modules.refuse = ['json']\n"
                + "builtins.refuse = ['print']\n"
                + "names.predeclared = ['service']");
    assertThat(policy.allowsModule("json")).isFalse();
    assertThat(policy.allowsModule("math")).isTrue();
    assertThat(rules(policy, "service()\n")).isEmpty();
    assertThat(rules(policy, "print(1)\n")).containsExactly("PR0601");
  }

  @Test
  void modulesAreGivenInPart() {
    Policy less = policy("[modules]\nrefuse = ['time.sleep']\n");
    assertThat(less.members("time").orElseThrow().split(" ")).asList().contains("monotonic");
    assertThat(less.members("time").orElseThrow().split(" ")).asList().doesNotContain("sleep");
    assertThat(rules(less, "from time import sleep\n")).containsExactly("PR0301");
    assertThat(rules(less, "from time import monotonic\n")).isEmpty();
    assertThat(rules(less, "from time import *\nsleep(1)\n")).containsExactly("PR0103");
    Policy little = policy("extends = 'strict'\n[modules]\nallow = ['math.sqrt', 'math.pi']\n");
    assertThat(little.members("math")).hasValue("pi sqrt");
    assertThat(rules(little, "from math import sqrt, sin\n")).containsExactly("PR0301");
  }

  @Test
  void namesAndAttributesAreRefused() {
    Policy policy =
        policy(
            "[names]\nrefuse = ['secret']\n"
                + "[attributes]\nrefuse = ['title', 'builtins.list.append']\n");
    assertThat(rules(policy, "def f(secret): pass\n")).containsExactly("PR0106");
    assertThat(rules(policy, "''.title()\nx = 0\nx.title = 1\n"))
        .containsExactly("PR0202", "PR0203");
    // By type: the guard decides.
    assertThat(policy.load("append")).isInstanceOf(AttributeTable.ByType.class);
    assertThat(policy.refusesAttribute("builtins.list", "append")).isTrue();
    assertThat(policy.refusesAttribute("collections.deque", "append")).isFalse();
  }

  @Test
  void builtinsThatCompileTextAreNamedToBeHad() {
    assertThat(rules(Policy.profile("default"), "eval('1')\n")).containsExactly("PR0601");
    assertThat(rules(policy("[builtins]\nallow = ['eval']\n"), "eval('1')\n")).isEmpty();
    assertThat(rules(policy("[builtins]\nallow = ['eval']\n"), "exec('1')\n"))
        .containsExactly("PR0601");
  }

  @ParameterizedTest
  @EnumSource
  void everyFeatureCanBeLeftOut(LanguageFeature feature) {
    String program =
        switch (feature) {
          case ASSIGNMENT_EXPRESSIONS -> "(a := 1)\n";
          case ASYNC -> "async def f(): pass\n";
          case CLASSES -> "class A: pass\n";
          case COMPREHENSIONS -> "[0 for _ in ()]\n";
          case DECORATORS -> "@print\ndef f(): pass\n";
          case DEL -> "a = 1\ndel a\n";
          case FUNCTIONS -> "def f(): pass\n";
          case GENERATORS -> "def f(): yield\n";
          case GLOBAL -> "def f():\n  global a\n  a = 1\n";
          case IMPORTS -> "import math\n";
          case LAMBDAS -> "lambda: 0\n";
          case MATCH -> "match 1:\n  case _: pass\n";
          case NONLOCAL -> "def f():\n  a = 1\n  def g():\n    nonlocal a\n    a = 2\n";
          case TRY -> "try: pass\nfinally: pass\n";
          case TYPE_PARAMETERS -> "def f[T](): pass\n";
          case WHILE -> "while 0: pass\n";
          case WITH -> "with open('a'): pass\n";
        };
    assertThat(rules(Policy.profile("default"), program)).isEmpty();
    assertThat(rules(policy("[language]\n" + feature.key() + " = false\n"), program))
        .containsExactly("PR0401");
  }

  @Test
  void strictHasNoClassesAndNoImports() {
    assertThat(rules(Policy.profile("strict"), "class A: pass\nimport math\n"))
        .containsExactly("PR0401", "PR0301");
  }

  @Test
  void everythingRefusesOnlyTheNamesOfGuards() {
    Policy everything = Policy.profile(Policy.EVERYTHING);
    assertThat(rules(everything, "import os\nos.system(__builtins__, f.__globals__, undefined)\n"))
        .isEmpty();
    assertThat(rules(everything, "_getattr_ = 1\n__t0__ = 2\n__held__ = 3\n"))
        .containsExactly("PR0101", "PR0101", "PR0101");
    String guarded =
        new Compiler(everything, GuardMode.FULL)
            .compile(new SourceFile("a.py", "f.__globals__\n"))
            .module()
            .orElseThrow()
            .guardedSource();
    assertThat(guarded.strip()).isEqualTo("_getattr_(f, '__globals__')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "extends = 'strict'\nstandard_input = true\n",
        "extends = 'strict'\n[builtins]\nallow = ['open', 'exec']\nrefuse = ['print']\n",
        "[modules]\nrefuse = ['time.sleep', 'random']\n[services]\nallow = ['sql']\n",
        "extends = 'strict'\n[modules]\nallow = ['math.sqrt', 'json']\n",
        "[language]\nmatch = false\n[names]\nrefuse = ['a']\npredeclared = ['b']\n",
        "[attributes]\nallow = ['a.B._c']\nrefuse = ['d', 'e.F.g']\n",
        "[limits]\ncpu = '1.5s'\nwall = '2m'\nmemory = '3KB'\noutput = '7'\nrecursion = 200\n"
            + "result = '5MB'\nsteps = 5000000000\n"
      })
  void aPolicySurvivesItsFile(String toml) {
    Policy policy = policy(toml);
    assertWithMessage(policy.toToml()).that(policy(policy.toToml())).isEqualTo(policy);
  }

  @Test
  void limitsAreRead() {
    assertThat(
            policy(
                    "[limits]\ncpu = '1.5s'\nmemory = '3KB'\nrecursion = 200\nresult = '2MB'\n"
                        + "steps = 5000000000")
                .limits())
        .isEqualTo(
            new PolicyLimits(
                java.util.Optional.of(Duration.ofMillis(1500)),
                java.util.Optional.empty(),
                java.util.Optional.of(3072L),
                java.util.Optional.empty(),
                java.util.Optional.of(200),
                java.util.Optional.of(2L << 20),
                java.util.Optional.of(5_000_000_000L)));
  }

  @Test
  void projectsHaveATableOfTheirOwn() {
    assertThat(Policy.parseProject("[project]\nname = 'x'\n")).isEmpty();
    Policy.Loaded loaded =
        Policy.parseProject(
                "[tool.pyrestrict]\nextends = 'strict'\n[tool.pyrestrict.modules]\n"
                    + "allow = ['math']\n")
            .orElseThrow();
    assertThat(loaded.policy().orElseThrow().modules()).containsExactly("math");
    assertThat(loaded.lines()).containsEntry("modules.allow math", 4);
    Policy.Loaded bad =
        Policy.parseProject("[tool.pyrestrict]\nlanguage.clases = true\n").orElseThrow();
    assertThat(bad.diagnostics().getFirst().rule()).isEqualTo("PR0902");
    assertThat(bad.diagnostics().getFirst().span().line()).isEqualTo(2);
    Policy.Loaded none = Policy.parseProject("[tool]\npyrestrict = 'strict'\n").orElseThrow();
    assertThat(none.policy()).isEmpty();
    assertThat(none.diagnostics().getFirst().rule()).isEqualTo("PR0903");
  }

  @Test
  void theLeastPolicyIsSuggested() {
    SourceFile source =
        new SourceFile(
            "a.py",
            """
            import math
            from collections import abc
            def f(x: abc.Sized):
                for i in x:
                    price(math.sqrt(i))
            eval('1')
            open('a')
            import os
            """);
    PolicySuggestion suggestion =
        PolicySuggestion.of(compiler -> ImmutableList.of(compiler.compile(source)));
    Policy least = suggestion.policy();
    assertThat(suggestion.results().getFirst().diagnostics().stream().map(Diagnostic::message))
        .containsExactly("module 'os' can't be imported: the policy does not allow it");
    assertThat(least.modules()).containsExactly("collections", "collections.abc", "math");
    assertThat(least.predeclared()).containsExactly("price");
    assertThat(least.allowedBuiltins()).containsExactly("eval");
    assertThat(least.refusedBuiltins()).containsExactly("input");
    assertThat(least.allows(LanguageFeature.FUNCTIONS)).isTrue();
    assertThat(least.allows(LanguageFeature.IMPORTS)).isTrue();
    assertThat(least.refusedFeatures()).hasSize(LanguageFeature.values().length - 2);
    assertThat(policy(least.toToml())).isEqualTo(least);
  }

  @Test
  void artifactsSurviveTheirJson() {
    CompiledModule module =
        new Compiler(Policy.profile("default"), GuardMode.FULL)
            .compile(new SourceFile("a.py", "import math\nprint(math.pi)\n"))
            .module()
            .orElseThrow();
    String json = module.toJson();
    assertThat(CompiledModule.fromJson(json)).hasValue(module);
    assertThat(CompiledModule.fromJson(json.replace("pi", "e"))).isEmpty();
    assertThat(CompiledModule.fromJson("{}")).isEmpty();
  }
}
