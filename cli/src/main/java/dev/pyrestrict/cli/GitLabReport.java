package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Diagnostic;

/** GitLab's code quality report: an array of issues. */
final class GitLabReport implements Report {

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    ImmutableList.Builder<Object> issues = ImmutableList.builder();
    for (FileReport file : files) {
      ImmutableList<String> fingerprints = Fingerprints.of(file);
      for (int i = 0; i < fingerprints.size(); i++) {
        issues.add(issue(file, file.diagnostics().get(i), fingerprints.get(i)));
      }
    }
    console.out().println(Json.pretty(issues.build()));
  }

  private static ImmutableMap<String, Object> issue(
      FileReport file, Diagnostic diagnostic, String fingerprint) {
    FileReport.Place place = file.place(diagnostic);
    return ImmutableMap.of(
        "description", file.sentence(diagnostic),
        "check_name", diagnostic.rule(),
        "fingerprint", fingerprint,
        "severity", severity(diagnostic.severity()),
        "location",
            ImmutableMap.of(
                "path", file.portableName(),
                "positions",
                    ImmutableMap.of(
                        "begin", ImmutableMap.of("line", place.line(), "column", place.column()),
                        "end",
                            ImmutableMap.of(
                                "line", place.endLine(), "column", place.endColumn()))));
  }

  private static String severity(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
    };
  }
}
