package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.pyrestrict.grammar.AstDump;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Writes the standard library's trees and has them read again, by our parser and by GraalPy's. The
 * library is the one that GraalPy brings, or what {@code -Dpyrestrict.library.of=DIRECTORY} holds;
 * of it GraalPy, which is slow at this, reads every so-manieth file, all with {@code
 * -Dpyrestrict.library=1}.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // for the whole of what a build takes a sample of
final class EmittedLibraryTest {
  private static final int STEP = Integer.getInteger("pyrestrict.library", 20);
  private static final String RESOURCES = "META-INF/resources/";

  /**
   * The files that our parser reads: not those of another encoding, or that are wrong on purpose.
   */
  private static ImmutableMap<String, Module> library() throws IOException {
    Optional<Path> directory =
        Optional.ofNullable(System.getProperty("pyrestrict.library.of")).map(Path::of);
    ImmutableMap.Builder<String, Module> library = ImmutableMap.builder();
    for (String name : directory.isPresent() ? files(directory.get()) : resources()) {
      byte[] bytes =
          directory.isPresent()
              ? Files.readAllBytes(Path.of(name))
              : Resources.toByteArray(Resources.getResource(name));
      SourceFile.Decoded decoded = SourceFile.decode(name, bytes);
      if (decoded.diagnostics().isEmpty()) {
        Parser.parse(decoded.source()).module().ifPresent(module -> library.put(name, module));
      }
    }
    return library.buildOrThrow();
  }

  private static ImmutableList<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".py") && !name.contains("site-packages"))
          .sorted()
          .collect(toImmutableList());
    }
  }

  private static ImmutableList<String> resources() throws IOException {
    return Resources.readLines(
            Resources.getResource(RESOURCES + "libpython.files"), StandardCharsets.UTF_8)
        .stream()
        .map(line -> line.substring(0, line.indexOf(" = ")))
        .filter(name -> name.endsWith(".py"))
        .collect(toImmutableList());
  }

  /** The tree, but for the prefix u of strings: it says nothing, and is not emitted. */
  private static String tree(Module module) {
    return AstDump.dump(module, false).replace(", kind='u'", "");
  }

  private static Module parse(String name, String text) {
    return Parser.parse(new SourceFile(name, text)).module().orElseThrow();
  }

  @Test
  void emittedTextIsReadAsTheSameTreeOnTheSameLines() throws IOException {
    ImmutableMap<String, Module> library = library();
    assertThat(library.size()).isAtLeast(500);
    library.forEach(
        (name, module) -> {
          String text = Emitter.emit(module).text();
          Module again = parse(name, text);
          assertWithMessage(name).that(tree(again)).isEqualTo(tree(module));
          assertWithMessage(name).that(Emitter.emit(again).text()).isEqualTo(text);
          assertWithMessage(name).that(lines(again.body())).isEqualTo(lines(module.body()));
        });
    System.out.println("emitted: " + library.size() + " files, same trees on the same lines");
  }

  @Test
  void graalPyReadsEmittedTextAsTheSameTree() throws IOException {
    ImmutableList<Map.Entry<String, Module>> library = library().entrySet().asList();
    int count = 0;
    try (Context context =
        Context.newBuilder("python")
            .allowAllAccess(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build()) {
      Value read = context.eval("python", "import ast\nlambda text: ast.dump(ast.parse(text))");
      for (int i = 0; i < library.size(); i += STEP) {
        Module module = library.get(i).getValue();
        assertWithMessage(library.get(i).getKey())
            .that(read.execute(Emitter.emit(module).text()).asString())
            .isEqualTo(tree(module));
        count++;
      }
    }
    System.out.println("emitted: " + count + " files, GraalPy reads the same trees");
  }

  /** The lines of all statements, those in blocks too. */
  private static ImmutableList<Integer> lines(ImmutableList<Statement> body) {
    return body.stream()
        .flatMap(
            statement ->
                Stream.concat(
                    Stream.of(statement.span().line()),
                    blocks(statement).flatMap(block -> lines(block).stream())))
        .collect(toImmutableList());
  }

  private static Stream<ImmutableList<Statement>> blocks(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef s -> Stream.of(s.body());
      case Statement.AsyncFunctionDef s -> Stream.of(s.body());
      case Statement.ClassDef s -> Stream.of(s.body());
      case Statement.For s -> Stream.of(s.body(), s.orElse());
      case Statement.AsyncFor s -> Stream.of(s.body(), s.orElse());
      case Statement.While s -> Stream.of(s.body(), s.orElse());
      case Statement.If s -> Stream.of(s.body(), s.orElse());
      case Statement.With s -> Stream.of(s.body());
      case Statement.AsyncWith s -> Stream.of(s.body());
      case Statement.Match s -> s.cases().stream().map(MatchCase::body);
      case Statement.Try s -> blocks(s.body(), s.handlers(), s.orElse(), s.finalBody());
      case Statement.TryStar s -> blocks(s.body(), s.handlers(), s.orElse(), s.finalBody());
      default -> Stream.of();
    };
  }

  private static Stream<ImmutableList<Statement>> blocks(
      ImmutableList<Statement> body,
      ImmutableList<ExceptHandler> handlers,
      ImmutableList<Statement> orElse,
      ImmutableList<Statement> finalBody) {
    return Stream.concat(
        Stream.concat(Stream.of(body), handlers.stream().map(ExceptHandler::body)),
        Stream.of(orElse, finalBody));
  }
}
