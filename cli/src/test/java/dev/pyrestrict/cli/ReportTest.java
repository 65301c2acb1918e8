package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @ParameterizedTest
  @CsvSource({"json", "sarif", "gitlab"})
  void isJson(String format) throws IOException {
    assertThat(new ObjectMapper().readTree(report(format)).isContainerNode()).isTrue();
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
