package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit says about cases of every kind; one process, so one table. */
final class AuditTest {
  @TempDir private Path directory;

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text, UTF_8);
  }

  @Test
  void saysOfEachCaseWhatBecameOfIt() throws IOException {
    write("called.py", "escaped('it')\n");
    write("marked.py", "ESCAPED = 1\n");
    write("unmarked.py", "ESCAPED = None\n");
    write("refused.py", "import os\n");
    write("raises.py", "1 / 0\n");
    write("loops.py", "# dos: cpu\nwhile True:\n    pass\n");
    write("writes.py", "print(7)\n");
    write("writes.out", "7\n");
    write("writes_else.py", "print(8)\n");
    write("writes_else.out", "7\n");
    write(
        "host.py",
        "# needs: host_fn, host_obj\nprint(host_fn(3), host_obj.name, host_obj.greet('me'))\n");
    write("host.out", "3 host hello me\n");
    write("hidden.py", "# needs: host_obj\nESCAPED = getattr(host_obj, '_secret', None)\n");
    write("changed.py", "# needs: shared_dict\n# runs: 2\nprint(sorted(shared_dict))\n");
    write("changed.out", "['k']\n");

    Terminal.Result result =
        Terminal.run("audit", "--format", "json", "--cpu", "3s", directory.toString());

    Map<String, String> found = new HashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : result.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonNode node = mapper.readTree(line);
        found.put(
            Path.of(node.get("file").asText()).getFileName().toString().replace(".py", ""),
            node.get("outcome").asText()
                + (node.get("escaped").asBoolean() ? " escaped" : "")
                + " "
                + node.get("stdout_ok").asText());
      }
    }
    assertThat(found)
        .containsExactly(
            "called", "completed escaped null",
            "marked", "completed escaped null",
            "unmarked", "completed null",
            "refused", "refused null",
            "raises", "raised null",
            "loops", "limit null",
            "writes", "completed true",
            "writes_else", "completed false",
            "host", "completed true",
            "hidden", "completed null",
            "changed", "completed true");
    assertThat(result.status()).isEqualTo(ExitStatus.REPORTED);
  }
}
