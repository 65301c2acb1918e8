package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One JSON document; its fields are documented in docs/reports.md and only ever added to. */
final class JsonReport implements Report {

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    ImmutableList.Builder<Map<String, Object>> found = ImmutableList.builder();
    for (FileReport file : files) {
      file.diagnostics().forEach(diagnostic -> found.add(entry(file, diagnostic)));
    }
    console
        .out()
        .println(
            Json.pretty(
                ImmutableMap.of(
                    "version", 1, "files", files.size(), "diagnostics", found.build())));
  }

  private static Map<String, Object> entry(FileReport file, Diagnostic diagnostic) {
    FileReport.Place place = file.place(diagnostic);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", file.portableName());
    entry.put("line", place.line());
    entry.put("column", place.column());
    entry.put("endLine", place.endLine());
    entry.put("endColumn", place.endColumn());
    entry.put("rule", diagnostic.rule());
    entry.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    entry.put("message", diagnostic.message());
    diagnostic.hint().ifPresent(hint -> entry.put("hint", hint));
    return entry;
  }
}
