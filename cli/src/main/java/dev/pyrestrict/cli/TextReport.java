package dev.pyrestrict.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.SourceLines;
import java.util.Locale;

/** For people: the place, what is wrong, the line with a caret, and what to write instead. */
final class TextReport implements Report {
  /** Longer lines are shown in part, around the caret. */
  private static final int WIDEST = 160;

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    int found = 0;
    int concerned = 0;
    for (FileReport file : files) {
      file.diagnostics().forEach(diagnostic -> print(file, diagnostic, console));
      found += file.diagnostics().size();
      concerned += file.diagnostics().isEmpty() ? 0 : 1;
    }
    if (found > 0 && files.size() > 1) {
      console
          .out()
          .println(
              counted(found, "finding")
                  + " in "
                  + concerned
                  + " of "
                  + counted(files.size(), "file"));
    }
  }

  /** Prints one diagnostic. */
  static void print(FileReport file, Diagnostic diagnostic, Console console) {
    console.out().print(rendered(file, diagnostic, console));
  }

  /** Returns the lines that show one diagnostic. */
  static String rendered(FileReport file, Diagnostic diagnostic, Console console) {
    FileReport.Place place = file.place(diagnostic);
    StringBuilder text = new StringBuilder();
    text.append(
        console.bold(
            Printable.text(file.source().name())
                + ":"
                + place.line()
                + ":"
                + place.column()
                + ": "));
    text.append(console.red(diagnostic.severity().name().toLowerCase(Locale.ROOT)))
        .append('[')
        .append(diagnostic.rule())
        .append("]: ")
        .append(Printable.text(diagnostic.message()))
        .append('\n');
    appendLine(text, file.lines(), place, console);
    diagnostic
        .hint()
        .ifPresent(hint -> text.append("  hint: ").append(Printable.text(hint)).append('\n'));
    return text.toString();
  }

  private static void appendLine(
      StringBuilder text, SourceLines lines, FileReport.Place place, Console console) {
    String line = Printable.text(lines.line(place.line()));
    int length = line.codePointCount(0, line.length());
    if (line.isBlank() || place.column() - 1 > length) {
      return;
    }
    int caret = place.column() - 1;
    int first = caret < WIDEST * 3 / 4 ? 0 : caret - WIDEST / 2;
    int last = Math.min(length, first + WIDEST);
    int end = place.endLine() == place.line() ? Math.min(place.endColumn() - 1, last) : last;
    String shown = slice(line, first, last);
    String margin = Strings.padStart(Integer.toString(place.line()), 5, ' ') + " | ";
    text.append(margin).append(shown).append('\n');
    String before = slice(line, first, Math.max(caret, first)).replaceAll("[^\t]", " ");
    String marks = "^" + "~".repeat(Math.max(0, end - caret - 1));
    text.append(" ".repeat(margin.length() - 2))
        .append("| ")
        .append(before)
        .append(console.red(marks))
        .append('\n');
  }

  /** Returns a message about a line of a source, with the line and its beginning marked. */
  static String rendered(SourceFile source, int line, String message, Console console) {
    SourceLines lines = source.lines();
    String text = lines.line(line).stripTrailing();
    int indent = text.length() - text.stripLeading().length();
    int column = text.codePointCount(0, indent) + 1;
    StringBuilder out = new StringBuilder();
    out.append(console.bold(Printable.text(source.name()) + ":" + line + ":" + column + ": "))
        .append(message)
        .append('\n');
    FileReport.Place place =
        new FileReport.Place(line, column, line, text.codePointCount(0, text.length()) + 1);
    appendLine(out, lines, place, console);
    return out.toString();
  }

  private static String slice(String line, int first, int last) {
    return line.substring(line.offsetByCodePoints(0, first), line.offsetByCodePoints(0, last));
  }

  /** Returns the number and the noun in its form for it. */
  static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
