package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;

/** A form in which the diagnostics of files are written. */
interface Report {

  /** Writes the report for all files, those without a diagnostic included. */
  void write(ImmutableList<FileReport> files, Console console);

  /** The forms that can be asked for. */
  enum Format {
    /** For people at a terminal. */
    TEXT,
    /** For programs: documented in docs/reports.md. */
    JSON,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit XML, for build servers. */
    JUNIT,
    /** Workflow commands that GitHub shows beside the line. */
    GITHUB,
    /** GitLab's code quality report. */
    GITLAB;

    /** Returns the report that writes this form. */
    Report report() {
      return switch (this) {
        case TEXT -> new TextReport();
        case JSON -> new JsonReport();
        case SARIF -> new SarifReport();
        case JUNIT -> new JUnitReport();
        case GITHUB -> new GitHubReport();
        case GITLAB -> new GitLabReport();
      };
    }
  }
}
