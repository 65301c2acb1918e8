package dev.pyrestrict.grammar;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guest's source text.
 *
 * @param name as it is shown in diagnostics and tracebacks
 * @param text decoded, line ends as they were
 */
public record SourceFile(String name, String text) {
  /** The largest source that is read: one byte more is enough to refuse it. */
  public static final int MAX_BYTES = 8 << 20;

  private static final Span START = new Span(1, 0, 1, 0);

  /** PEP 263, Parser/tokenizer.c: in one of the first two lines, which must be comments. */
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");

  /** Other names of UTF-8 and its subset ASCII. */
  private static final ImmutableSet<String> ALIASES =
      ImmutableSet.of("utf8", "u8", "ascii", "us-ascii");

  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

  /** Either the file or the reasons why it can't be read. */
  public record Decoded(SourceFile source, ImmutableList<Diagnostic> diagnostics) {}

  /**
   * Decodes a file as strictly as no Python does: UTF-8 only, whatever a coding cookie says, so
   * that nobody can read other text in it than we do (GraalPy ignores cookies, CPython follows
   * {@code utf-7} and {@code unicode_escape}).
   */
  public static Decoded decode(String name, byte[] bytes) {
    ImmutableList.Builder<Diagnostic> diagnostics = ImmutableList.builder();
    if (bytes.length > MAX_BYTES) {
      diagnostics.add(Diagnostic.error("PR0002", START, "source file is larger than 8 MiB"));
      return new Decoded(new SourceFile(name, ""), diagnostics.build());
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      diagnostics.add(
          Diagnostic.error(
              "PR0003", START, "source file is not valid UTF-8", "save the file as UTF-8"));
      return new Decoded(new SourceFile(name, ""), diagnostics.build());
    }
    boolean marked = text.startsWith("\ufeff");
    if (marked) {
      text = text.substring(1);
    }
    SourceFile source = new SourceFile(name, text);
    int line = 0;
    for (String content : source.firstLines()) {
      line++;
      Matcher cookie = COOKIE.matcher(content);
      if (cookie.find()) {
        String written = cookie.group(1);
        String encoding = Ascii.toLowerCase(written).replace('_', '-');
        boolean utf8 = encoding.equals("utf-8") || encoding.startsWith("utf-8-");
        Span span = new Span(line, 0, line, content.length());
        if (marked && !utf8) {
          diagnostics.add(
              Diagnostic.error("PR0004", span, "encoding problem: " + written + " with BOM"));
        } else if (!utf8 && !ALIASES.contains(encoding)) {
          diagnostics.add(
              Diagnostic.error(
                  "PR0004",
                  span,
                  "encoding '" + written + "' is not supported",
                  "save the file as UTF-8 and remove the coding comment"));
        }
        break;
      }
      if (!BLANK.matcher(content).matches()) {
        break;
      }
    }
    return new Decoded(source, diagnostics.build());
  }

  private ImmutableList<String> firstLines() {
    String[] lines = text.split("\r\n|\r|\n", 3);
    return lines.length > 1 ? ImmutableList.of(lines[0], lines[1]) : ImmutableList.of(lines[0]);
  }

  /** Returns the lines of the text; whoever asks for many of them keeps what this returns. */
  public SourceLines lines() {
    return SourceLines.of(text);
  }
}
