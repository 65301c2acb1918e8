package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.xml.XmlEscapers;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Printable;

/**
 * JUnit XML: every file is a test case, every error a failure of it. Warnings are what the case
 * says: a failure, which is all that JUnit has, would have a file that passes fail.
 */
final class JUnitReport implements Report {

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    long failed = files.stream().filter(FileReport::hasErrors).count();
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<testsuites>\n<testsuite name=\"pyrestrict\" tests=\"")
        .append(files.size())
        .append("\" failures=\"")
        .append(failed)
        .append("\" errors=\"0\" skipped=\"0\">\n");
    for (FileReport file : files) {
      text.append("<testcase classname=\"pyrestrict\" name=\"")
          .append(attribute(file.portableName()))
          .append("\" file=\"")
          .append(attribute(file.portableName()))
          .append("\">\n");
      StringBuilder warnings = new StringBuilder();
      for (Diagnostic diagnostic : file.diagnostics()) {
        switch (diagnostic.severity()) {
          case ERROR -> appendFailure(text, file, diagnostic);
          case WARNING -> warnings.append(line(file, diagnostic)).append('\n');
        }
      }
      if (!warnings.isEmpty()) {
        text.append("<system-out>").append(warnings).append("</system-out>\n");
      }
      text.append("</testcase>\n");
    }
    console.out().print(text.append("</testsuite>\n</testsuites>\n"));
  }

  private static void appendFailure(StringBuilder text, FileReport file, Diagnostic diagnostic) {
    FileReport.Place place = file.place(diagnostic);
    text.append("<failure type=\"")
        .append(diagnostic.rule())
        .append("\" message=\"")
        .append(attribute(place.line() + ":" + place.column() + ": " + diagnostic.message()))
        .append("\">")
        .append(line(file, diagnostic))
        .append("</failure>\n");
  }

  private static String line(FileReport file, Diagnostic diagnostic) {
    FileReport.Place place = file.place(diagnostic);
    return content(
        file.portableName()
            + ":"
            + place.line()
            + ":"
            + place.column()
            + ": "
            + diagnostic.rule()
            + " "
            + file.sentence(diagnostic));
  }

  private static String attribute(String text) {
    return XmlEscapers.xmlAttributeEscaper().escape(Printable.text(text));
  }

  private static String content(String text) {
    return XmlEscapers.xmlContentEscaper().escape(Printable.text(text));
  }
}
