package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/**
 * Every form of report about {@code testdata/reports/violations.py}, as the golden file beside it
 * has it.
 */
final class ReportTest {
  private static final Path REPORTS =
      Path.of(System.getProperty("pyrestrict.root"), "testdata/reports");

  private static String report(String format) throws IOException {
    String program = Files.readString(REPORTS.resolve("violations.py"));
    return Terminal.runWithInput(
            program, "check", "--format", format, "--stdin-name", "app/violations.py", "-")
        .out();
  }

  @ParameterizedTest
  @CsvSource({
    "text, violations.txt",
    "json, violations.json",
    "sarif, violations.sarif",
    "junit, violations.xml",
    "github, violations.github",
    "gitlab, violations.gitlab.json"
  })
  void isWhatTheGoldenFileHas(String format, String file) throws IOException {
    Path golden = REPORTS.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, report(format), UTF_8);
    }
    assertThat(report(format)).isEqualTo(Files.readString(golden));
  }

  /** The schema that OASIS published, as a library for Java carries it. */
  @Test
  void sarifIsWhatItsSchemaSays() throws IOException {
    try (InputStream schema =
        ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(problems(schema, report("sarif"))).isEmpty();
      assertThat(runWithRule("sarif").get("id").asText()).isEqualTo("PR0103");
    }
  }

  private static JsonNode runWithRule(String format) throws IOException {
    return new ObjectMapper().readTree(report(format)).at("/runs/0/tool/driver/rules/0");
  }

  @Test
  void aReportThatIsNotSarifDoesNotPass() throws IOException {
    try (InputStream schema =
        ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(problems(schema, report("sarif").replace("\"startLine\"", "\"line\"")))
          .isNotEmpty();
    }
  }

  @Test
  void jsonIsWhatItsSchemaSays() throws IOException {
    Path schema = REPORTS.resolve("../../docs/report.schema.json");
    try (InputStream stream = Files.newInputStream(schema)) {
      assertThat(problems(stream, report("json"))).isEmpty();
    }
    try (InputStream stream = Files.newInputStream(schema)) {
      assertThat(problems(stream, report("json").replace("\"rule\"", "\"code\""))).isNotEmpty();
    }
  }

  private static Set<ValidationMessage> problems(InputStream schema, String report)
      throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(schema)
        .validate(new ObjectMapper().readTree(report));
  }

  /** What GitLab's documentation of code quality reports asks for. */
  @Test
  void gitlabFindsAllItNeeds() throws IOException {
    JsonNode issues = new ObjectMapper().readTree(report("gitlab"));
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode issue : issues) {
      assertThat(issue.get("description").asText()).isNotEmpty();
      assertThat(issue.get("check_name").asText()).startsWith("PR");
      assertThat(fingerprints.add(issue.get("fingerprint").asText())).isTrue();
      assertThat(issue.get("severity").asText())
          .isIn(ImmutableSet.of("info", "minor", "major", "critical", "blocker"));
      assertThat(issue.at("/location/path").asText()).isEqualTo("app/violations.py");
      assertThat(issue.at("/location/positions/begin/line").asInt()).isGreaterThan(0);
    }
    assertThat(fingerprints.size()).isGreaterThan(2);
  }

  @Test
  void junitIsXml() throws Exception {
    String text = report("junit");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getElementsByTagName("failure")
                .getLength())
        .isGreaterThan(2);
  }
}
