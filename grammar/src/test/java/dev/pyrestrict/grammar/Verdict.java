package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a parser makes of a source, in the form of {@code oracle.py}.
 *
 * @param tree MD5 of the dump with positions, or {@code -}
 * @param compiled {@code OK}, or line and message of the error
 */
record Verdict(String tree, String compiled) {

  static Verdict of(byte[] source) {
    SourceFile.Decoded decoded = SourceFile.decode("<s>", source);
    if (!decoded.diagnostics().isEmpty()) {
      return new Verdict("-", error(decoded.diagnostics().getFirst()));
    }
    return new Verdict(tree(decoded.source()), compiled(decoded.source()));
  }

  private static String tree(SourceFile source) {
    try {
      String dump = AstDump.dump(Parser.syntaxTree(source), true);
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(dump.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (SyntaxFailure refused) {
      return "-";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String compiled(SourceFile source) {
    ParseResult result = Parser.parse(source);
    return result.module().isPresent() ? "OK" : error(result.diagnostics().getFirst());
  }

  private static String error(Diagnostic diagnostic) {
    StringBuilder error = new StringBuilder().append(diagnostic.span().line()).append(':');
    diagnostic.message().codePoints().forEach(point -> error.append(escaped(point)));
    return error.toString();
  }

  /** As {@code unicode_escape} writes it. */
  private static String escaped(int point) {
    return switch (point) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default ->
          point < 0x7f
              ? Character.toString(point)
              : String.format(
                  point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x", point);
    };
  }

  /** The line of the error; "OK" when there is none. */
  String line() {
    return Splitter.on(':').split(compiled).iterator().next();
  }

  /** The message of the error; "" when there is none. */
  String message() {
    return compiled.substring(Math.min(compiled.length(), line().length() + 1));
  }

  boolean compiles() {
    return compiled.equals("OK");
  }
}
