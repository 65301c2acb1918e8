package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.grammar.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy files: what they change, and what is wrong with them. */
final class PolicyTest {

  @ParameterizedTest
  @CsvSource({
    "'extends = \"strikt\"', PR0904",
    "'modules.alow = []', PR0902",
    "'modules.allow = \"json\"', PR0903",
    "'[modules', PR0901",
    "'modules.allow = [\"json\"]\nmodules.refuse = [\"json\"]', PR0905"
  })
  void mistakesAreReported(String toml, String rule) {
    Policy.Loaded loaded = Policy.parse(toml);
    assertThat(loaded.policy()).isEmpty();
    assertThat(loaded.diagnostics().getFirst().rule()).isEqualTo(rule);
  }

  @Test
  void modulesAreAllowedAndRefused() {
    Policy policy =
        Policy.parse(
                "modules.refuse = ['json']\n"
                    + "builtins.refuse = ['print']\n"
                    + "names.predeclared = ['service']")
            .policy()
            .orElseThrow();
    assertThat(policy.allowsModule("json")).isFalse();
    assertThat(policy.allowsModule("math")).isTrue();
    Compiler compiler = new Compiler(policy, GuardMode.FAST);
    assertThat(compiler.check(new SourceFile("a.py", "service()\n"))).isEmpty();
    assertThat(compiler.check(new SourceFile("a.py", "print(1)\n")).getFirst().rule())
        .isEqualTo("PR0601");
  }

  @Test
  void strictHasNoClassesAndNoImports() {
    Compiler compiler = new Compiler(Policy.profile("strict"), GuardMode.FAST);
    assertThat(compiler.check(new SourceFile("a.py", "class A: pass\nimport math\n"))).hasSize(2);
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
