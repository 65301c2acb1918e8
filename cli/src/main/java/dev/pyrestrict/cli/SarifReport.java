package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.TreeMap;

/** SARIF 2.1.0: what code scanning of several forges reads. */
final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void write(ImmutableList<FileReport> files, Console console) {
    TreeMap<String, Object> rules = new TreeMap<>();
    ImmutableList.Builder<Object> results = ImmutableList.builder();
    for (FileReport file : files) {
      ImmutableList<String> fingerprints = Fingerprints.of(file);
      for (int i = 0; i < fingerprints.size(); i++) {
        Diagnostic diagnostic = file.diagnostics().get(i);
        rules.computeIfAbsent(diagnostic.rule(), SarifReport::rule);
        results.add(result(file, diagnostic, fingerprints.get(i)));
      }
    }
    ImmutableMap<String, Object> driver =
        ImmutableMap.of(
            "name", "pyrestrict",
            "version", Versions.pyrestrict(),
            "rules", ImmutableSortedMap.copyOf(rules).values());
    ImmutableMap<String, Object> run =
        ImmutableMap.of(
            "tool", ImmutableMap.of("driver", driver),
            "columnKind", "unicodeCodePoints",
            "results", results.build());
    console
        .out()
        .println(
            Json.pretty(
                ImmutableMap.of(
                    "$schema", SCHEMA, "version", "2.1.0", "runs", ImmutableList.of(run))));
  }

  private static ImmutableMap<String, Object> rule(String id) {
    ImmutableMap.Builder<String, Object> rule = ImmutableMap.builder();
    rule.put("id", id);
    rule.put("shortDescription", text(Rules.title(id)));
    Rules.find(id)
        .ifPresent(
            known -> {
              rule.put("fullDescription", text(known.reason()));
              rule.put(
                  "help",
                  ImmutableMap.of(
                      "text",
                      "Why: " + known.reason() + ". Instead: " + known.instead() + ".",
                      "markdown",
                      "**Why.** " + known.reason() + "\n\n**Instead.** " + known.instead()));
            });
    rule.put("defaultConfiguration", ImmutableMap.of("level", "error"));
    return rule.buildOrThrow();
  }

  private static ImmutableMap<String, Object> result(
      FileReport file, Diagnostic diagnostic, String fingerprint) {
    FileReport.Place place = file.place(diagnostic);
    ImmutableMap<String, Object> region =
        ImmutableMap.of(
            "startLine", place.line(),
            "startColumn", place.column(),
            "endLine", place.endLine(),
            "endColumn", place.endColumn());
    ImmutableMap<String, Object> location =
        ImmutableMap.of(
            "physicalLocation",
            ImmutableMap.of(
                "artifactLocation", ImmutableMap.of("uri", file.uri()), "region", region));
    return ImmutableMap.of(
        "ruleId", diagnostic.rule(),
        "level", level(diagnostic.severity()),
        "message", text(file.sentence(diagnostic)),
        "locations", ImmutableList.of(location),
        "partialFingerprints", ImmutableMap.of("pyrestrict/v1", fingerprint));
  }

  private static String level(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  private static ImmutableMap<String, Object> text(String text) {
    return ImmutableMap.of("text", text);
  }
}
