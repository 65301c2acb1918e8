package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.Locale;

/** Workflow commands: GitHub shows each beside the line in a pull request. */
final class GitHubReport implements Report {

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    for (FileReport file : files) {
      file.diagnostics().forEach(diagnostic -> console.out().println(command(file, diagnostic)));
    }
  }

  private static String command(FileReport file, Diagnostic diagnostic) {
    FileReport.Place place = file.place(diagnostic);
    return "::"
        + diagnostic.severity().name().toLowerCase(Locale.ROOT)
        + " file="
        + property(file.portableName())
        + ",line="
        + place.line()
        + ",col="
        + place.column()
        + ",endLine="
        + place.endLine()
        + ",endColumn="
        + place.endColumn()
        + ",title="
        + property(diagnostic.rule())
        + "::"
        + data(file.sentence(diagnostic));
  }

  /** A file may not be able to end the command and start one of its own. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
