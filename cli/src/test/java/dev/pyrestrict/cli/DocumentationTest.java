package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command and snippet of the documentation is executed.
 *
 * <p>A block of {@code console} holds commands behind {@code $ } and what they say; a line {@code
 * ...} stands for any lines. A block with {@code file=NAME} is written to that file. Python without
 * a file is compiled; Java, YAML and TOML without one have to stand in a file of {@code examples/}
 * that other tests run. All blocks of a page share one directory and one shell. {@code
 * -Ddocs.page=policy.md} runs one page.
 */
final class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));
  private static final Pattern BLOCK =
      Pattern.compile("^```([^\\n`]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("^@@(\\d+) (\\d+)$", Pattern.MULTILINE);

  /** Their services are tried by the tests of hosting/, where a server runs. */
  private static final ImmutableList<String> OF_HOSTING = ImmutableList.of("hosting.md");

  @TempDir private Path directory;

  /** A fenced block: its language, the file it is written to or "", its text. */
  private record Block(String language, String file, String text) {}

  /** A command and the lines that it has to say. */
  private record Command(String text, ImmutableList<String> expected) {}

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
          .filter(path -> path.toString().endsWith(System.getProperty("docs.page", ".md")))
          .filter(path -> !OF_HOSTING.contains(path.getFileName().toString()))
          .toList();
    }
  }

  private static ImmutableList<Block> blocks(Path page) throws IOException {
    ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    Matcher matcher = BLOCK.matcher(Files.readString(page, UTF_8));
    while (matcher.find()) {
      List<String> words = Splitter.on(' ').splitToList(matcher.group(1).strip());
      String file =
          words.stream()
              .filter(word -> word.startsWith("file="))
              .map(word -> word.substring("file=".length()))
              .findFirst()
              .orElse("");
      blocks.add(new Block(words.getFirst(), file, matcher.group(2)));
    }
    return blocks.build();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isTrue(Path page) throws IOException, InterruptedException {
    ImmutableList<Block> blocks = blocks(page);
    StringBuilder script = new StringBuilder("s=0\n");
    List<Command> commands = new ArrayList<>();
    for (Block block : blocks) {
      if (!block.file().isEmpty()) {
        append(script, block);
      } else if (block.language().equals("console")) {
        for (Command command : commands(block.text())) {
          script.append("(exit $s)\n").append(command.text()).append('\n');
          script.append("s=$?; printf '\\n@@").append(commands.size()).append(" %d\\n' $s\n");
          commands.add(command);
        }
      } else {
        check(block);
      }
    }
    if (!commands.isEmpty()) {
      run(script.toString(), commands);
    }
  }

  private static void append(StringBuilder script, Block block) {
    String file = "'" + block.file() + "'";
    script
        .append("mkdir -p \"$(dirname ")
        .append(file)
        .append(")\"\nbase64 -d > ")
        .append(file)
        .append(" <<< '")
        .append(Base64.getEncoder().encodeToString(block.text().getBytes(UTF_8)))
        .append("'\n");
  }

  private static ImmutableList<Command> commands(String text) {
    ImmutableList.Builder<Command> commands = ImmutableList.builder();
    List<String> lines = new ArrayList<>(Splitter.on('\n').splitToList(text.stripTrailing()));
    while (!lines.isEmpty()) {
      String first = lines.removeFirst();
      assertWithMessage("a console block begins with a command").that(first).startsWith("$ ");
      StringBuilder command = new StringBuilder(first.substring(2));
      while (command.toString().endsWith("\\")) {
        command.append('\n').append(lines.removeFirst());
      }
      ImmutableList.Builder<String> expected = ImmutableList.builder();
      while (!lines.isEmpty() && !lines.getFirst().startsWith("$ ")) {
        expected.add(lines.removeFirst());
      }
      commands.add(new Command(command.toString(), expected.build()));
    }
    return commands.build();
  }

  private void run(String script, List<Command> commands) throws IOException, InterruptedException {
    Shell shell = Shell.in(directory);
    assumeTrue(shell.has("openssl"), "openssl is not on this machine");
    assumeTrue(shell.has("git"), "git is not on this machine");
    prepare(shell);
    Shell.Result result = shell.run(script);
    Matcher mark = MARK.matcher(result.output());
    int begin = 0;
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      assertWithMessage("what came of '%s' in\n%s", command.text(), result.output())
          .that(mark.find())
          .isTrue();
      String said = result.output().substring(begin, mark.start()).strip();
      begin = mark.end();
      assertWithMessage("status of '%s':\n%s", command.text(), said)
          .that(Integer.parseInt(mark.group(2)))
          .isLessThan(ExitStatus.FAULT);
      if (!matches(command.expected(), said)) {
        assertWithMessage("what '%s' says", command.text())
            .that(said)
            .isEqualTo(String.join("\n", command.expected()).strip());
      }
    }
  }

  /** What a reader is told to have: the archive, and for pages about the repository its files. */
  private static void prepare(Shell shell) throws IOException, InterruptedException {
    for (String name : new String[] {"testdata", "examples"}) {
      Files.createSymbolicLink(shell.directory().resolve(name), ROOT.resolve(name));
    }
    Files.createSymbolicLink(
        shell.directory().resolve("pyrestrict"), shell.tools().resolve("pyrestrict"));
    String archive = "pyrestrict-" + Versions.pyrestrict();
    shell.run(
        String.join(
            "\n",
            "mkdir -p \"$HOME/" + archive + "\" && cd \"$HOME\"",
            "cp " + shell.tools() + "/pyrestrict " + archive + "/",
            "tar -czf " + shell.directory() + "/" + archive + ".tar.gz " + archive,
            "rm -r " + archive));
  }

  private static boolean matches(ImmutableList<String> expected, String said) {
    String pattern =
        Splitter.on('\n')
            .splitToStream(String.join("\n", expected).strip())
            .map(line -> line.equals("...") ? "(?:.*\\n)*?.*" : Pattern.quote(line) + "[ ]*")
            .collect(Collectors.joining("\\n"));
    return expected.isEmpty() ? said.isEmpty() : said.matches(pattern);
  }

  private static void check(Block block) throws IOException {
    switch (block.language()) {
      case "python" -> assertThat(problems(block.text())).isEmpty();
      case "java", "yaml", "toml", "json", "xml" ->
          assertWithMessage("no file of examples/ or testdata/ has\n%s", block.text())
              .that(isPartOfAnExample(block.text()))
              .isTrue();
      // What the example of the page writes: its own test holds the page to it.
      case "text" -> assertThat(block.text()).isNotEmpty();
      default -> throw new AssertionError("nobody executes this block: " + block.language());
    }
  }

  private static ImmutableList<String> problems(String python) {
    return new Compiler(Policy.profile("default"), GuardMode.FAST)
        .check(new SourceFile("snippet.py", python)).stream()
            .map(found -> found.span().line() + ": " + found.message())
            .collect(ImmutableList.toImmutableList());
  }

  /** Lines count, not their indentation: an example's piece may stand inside a method. */
  private static boolean isPartOfAnExample(String text) throws IOException {
    String wanted = flat(text);
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().matches(".*\\.(java|yml|yaml|toml|xml|json)")
            && flat(Files.readString(file, UTF_8)).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String flat(String text) {
    return Splitter.on('\n')
        .trimResults()
        .omitEmptyStrings()
        .splitToStream(text)
        .collect(Collectors.joining("\n"));
  }

  /** Each line of a rule's example is refused by that rule. */
  @Test
  void whatAPageOfARuleRefusesIsRefusedByIt() throws IOException {
    Compiler compiler = new Compiler(Policy.profile("default"), GuardMode.FAST);
    Compiler strict = new Compiler(Policy.profile("strict"), GuardMode.FAST);
    Compiler zope = new Compiler(Policy.profile(Policy.ZOPE), GuardMode.FAST);
    int examples = 0;
    for (String rule : Rules.all().keySet()) {
      for (Block block : blocks(ROOT.resolve("docs/rules").resolve(rule + ".md"))) {
        assertThat(block.language()).isEqualTo("python");
        SourceFile source = new SourceFile("example.py", block.text());
        assertWithMessage("%s: %s", rule, block.text())
            .that(
                Stream.of(compiler, strict, zope)
                    .flatMap(each -> each.check(source).stream())
                    .anyMatch(found -> found.rule().equals(rule)))
            .isTrue();
        examples++;
      }
    }
    assertThat(examples).isGreaterThan(5);
  }
}
