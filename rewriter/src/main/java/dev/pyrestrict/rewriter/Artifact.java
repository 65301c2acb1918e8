package dev.pyrestrict.rewriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A compiled module as it lies in a file: with what its author wrote, which tracebacks show.
 *
 * @param source the author's text, that of which the manifest has the digest
 */
public record Artifact(CompiledModule module, String source) {
  /** The ending of the name of a file that holds one. */
  public static final String SUFFIX = ".pyr";

  /** Returns the artifact as JSON, on one line; the same artifact gives the same text. */
  public String toJson() {
    ObjectNode root = module.toTree();
    root.put("source", source);
    return root + "\n";
  }

  /**
   * Returns the artifact that {@link #toJson} wrote; nothing when the text is not one, or one of
   * its sources was changed since.
   */
  public static Optional<Artifact> fromJson(String json) {
    try {
      JsonNode root = CompiledModule.MAPPER.readTree(json);
      String source = root.required("source").asText();
      return CompiledModule.fromTree(root)
          .filter(module -> module.manifest().sourceSha256().equals(sha256(source)))
          .map(module -> new Artifact(module, source));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
