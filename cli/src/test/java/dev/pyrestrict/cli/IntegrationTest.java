package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tools start, started as they do. */
final class IntegrationTest {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void fill() throws IOException {
    shell = Shell.in(directory);
    Files.createDirectories(shell.directory().resolve("src"));
    Files.createDirectories(shell.directory().resolve("more"));
    write("src/one.py", "import two\nprint(two.x)\n");
    write("src/two.py", "import math\n\nx = math.pi\n");
    write("more/bad.py", "import os\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(shell.directory().resolve(name), text, UTF_8);
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(ROOT.resolve(file).toFile());
  }

  /** pre-commit puts its clone's directory before the entry of a script, and args behind it. */
  @Test
  void thePreCommitHookChecksTheTree() throws IOException, InterruptedException {
    JsonNode hook = yaml(".pre-commit-hooks.yaml").get(0);
    assertThat(hook.get("language").asText()).isEqualTo("script");
    assertThat(hook.get("pass_filenames").asBoolean()).isFalse();
    assertThat(Files.isExecutable(ROOT.resolve(hook.get("entry").asText().split(" ", 2)[0])))
        .isTrue();
    Shell.Result bad = hook(hook, hook.get("args"));
    assertThat(bad.output()).contains("more/bad.py:1:8: error[PR0301]");
    assertThat(bad.output()).doesNotContain("src/one.py");
    assertThat(bad.status()).isEqualTo(ExitStatus.REPORTED);
    JsonNode configured = yaml("examples/ci/pre-commit-config.yaml").at("/repos/0/hooks/0");
    assertThat(configured.get("id")).isEqualTo(hook.get("id"));
    assertThat(hook(hook, configured.get("args")).status()).isEqualTo(ExitStatus.DONE);
  }

  private Shell.Result hook(JsonNode hook, JsonNode arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Splitter.on(' ').splitToList(hook.get("entry").asText()));
    words.set(0, shell.tools().resolve(words.getFirst()).toString());
    arguments.forEach(argument -> words.add(argument.asText()));
    return shell.run(String.join(" ", words));
  }

  /** The runner of GitHub fills the inputs in, and starts the step with bash. */
  @Test
  void theActionReportsBesideTheLines() throws IOException, InterruptedException {
    Shell.Result bad = action(ImmutableMap.of());
    assertThat(bad.output()).contains("::error file=./more/bad.py,line=1,col=8,");
    assertThat(bad.status()).isEqualTo(ExitStatus.REPORTED);
    assertThat(action(ImmutableMap.of("paths", "src src")).status()).isEqualTo(ExitStatus.DONE);
    assertThat(action(ImmutableMap.of("paths", "src", "policy", "strict")).output())
        .contains("PR0301");
    write("pyrestrict.toml", "builtins.refuse = ['print']\n");
    assertThat(action(ImmutableMap.of("paths", "src")).output()).contains("PR0601");
    for (JsonNode step : yaml("examples/ci/github.yml").at("/jobs/check/steps")) {
      step.path("with")
          .fieldNames()
          .forEachRemaining(name -> assertWithMessage(name).that(inputs().has(name)).isTrue());
    }
  }

  private static JsonNode inputs() {
    try {
      return yaml("action.yml").get("inputs");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Shell.Result action(Map<String, String> given) throws IOException, InterruptedException {
    JsonNode step = yaml("action.yml").at("/runs/steps/1");
    assertThat(step.get("shell").asText()).isEqualTo("bash");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("GITHUB_ACTION_PATH", shell.tools().toString());
    step.get("env")
        .properties()
        .forEach(
            entry -> {
              String input =
                  entry.getValue().asText().replaceAll("\\$\\{\\{ inputs\\.(\\w+) }}", "$1");
              String value =
                  given.getOrDefault(input, inputs().at("/" + input + "/default").asText());
              variables.put(entry.getKey(), value);
            });
    return shell.run("set -eo pipefail\n" + step.get("run").asText(), variables);
  }

  @Test
  void theJobOfGitLabWritesItsReport() throws IOException, InterruptedException {
    JsonNode job = yaml("examples/ci/gitlab.yml").get("pyrestrict");
    StringBuilder script = new StringBuilder("set -e\n");
    job.get("script").forEach(line -> script.append(line.asText()).append('\n'));
    Shell.Result result = shell.run(script.toString(), ImmutableMap.of("CHECKED", "src more"));
    assertWithMessage(result.output()).that(result.status()).isEqualTo(ExitStatus.REPORTED);
    String report = job.at("/artifacts/reports/codequality").asText();
    JsonNode issues = Json.parse(Files.readString(shell.directory().resolve(report)));
    assertThat(issues.at("/0/location/path").asText()).isEqualTo("more/bad.py");
  }

  @Test
  void bashTakesTheCompletion() throws IOException, InterruptedException {
    Shell.Result result =
        shell.run(
            """
            set -e
            source <(pyrestrict completion)
            complete -p pyrestrict
            COMP_WORDS=(pyrestrict ver) COMP_CWORD=1
            _complete_pyrestrict
            echo "${COMPREPLY[@]}"
            COMP_WORDS=(pyrestrict check --format s) COMP_CWORD=3
            _complete_pyrestrict 2> /dev/null || true # compopt works in completions only
            echo "${COMPREPLY[@]}"
            """);
    assertWithMessage(result.output()).that(result.status()).isEqualTo(0);
    assertThat(result.output()).endsWith("verify\nsarif\n");
  }

  /** A policy that can't be read is never the same as none. */
  @Test
  void thePolicyOfAProjectIsFound() throws IOException, InterruptedException {
    write("pyproject.toml", "[tool.pyrestrict]\nmodules.refuse = ['maths']\n");
    assertThat(shell.run("pyrestrict policy lint").output())
        .startsWith("pyproject.toml:2:19: error[PR0906]");
    shell.run("printf '[tool.pyrestrict]\\nextends = \"strict\" # \\377\\n' > pyproject.toml");
    Shell.Result unreadable = shell.run("pyrestrict check src");
    assertThat(unreadable.output()).contains("pyproject.toml:1:1: error[PR0003]");
    assertThat(unreadable.status()).isEqualTo(ExitStatus.USAGE);
    write("pyproject.toml", "[project]\nname = 'shop'\n");
    assertThat(shell.run("pyrestrict policy lint").output())
        .isEqualTo("pyrestrict: pyrestrict.toml: no such file or directory\n");
    shell.run("ln -s nowhere pyrestrict.toml");
    assertThat(shell.run("pyrestrict check src").status()).isEqualTo(ExitStatus.USAGE);
  }

  /** A reader that leaves early, as {@code head} does, ends the command and nothing is said. */
  @Test
  void aClosedPipeIsNoFault() throws IOException, InterruptedException {
    Shell.Result result = shell.run("pyrestrict policy show | head -1");
    assertThat(result.output()).matches("# digest [0-9a-f]{64}\n");
    assertThat(result.status()).isEqualTo(0);
  }
}
