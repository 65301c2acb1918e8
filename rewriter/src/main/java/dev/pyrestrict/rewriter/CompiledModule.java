package dev.pyrestrict.rewriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.ast.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The artifact: what the runtime needs to run a guest's module.
 *
 * @param fileName the guest's file as it is shown in tracebacks
 * @param guardedSource canonical Python in which every dangerous operation goes through a guard
 */
public record CompiledModule(
    String fileName, String guardedSource, SourceMap sourceMap, Manifest manifest) {

  /** Returns the artifact as JSON; the same module gives the same text. */
  public String toJson() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("fileName", fileName);
    ObjectNode description = root.putObject("manifest");
    description.put("compiler", manifest.compiler());
    description.put("policyDigest", manifest.policyDigest());
    description.put("guards", manifest.guards().name());
    manifest.imports().forEach(description.putArray("imports")::add);
    manifest.guardsUsed().forEach(description.putArray("guardsUsed")::add);
    description.put("sourceSha256", manifest.sourceSha256());
    description.put("outputSha256", manifest.outputSha256());
    ArrayNode map = root.putArray("sourceMap");
    for (Span span : sourceMap.statements()) {
      map.addArray().add(span.line()).add(span.column()).add(span.endLine()).add(span.endColumn());
    }
    root.put("guardedSource", guardedSource);
    return root.toString();
  }

  /**
   * Returns the artifact that {@link #toJson} wrote; nothing when the text is not one, or was
   * changed since.
   */
  public static Optional<CompiledModule> fromJson(String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      JsonNode description = root.required("manifest");
      String source = root.required("guardedSource").asText();
      Manifest manifest =
          new Manifest(
              description.required("compiler").asText(),
              description.required("policyDigest").asText(),
              GuardMode.valueOf(description.required("guards").asText()),
              texts(description.required("imports")),
              texts(description.required("guardsUsed")),
              description.required("sourceSha256").asText(),
              description.required("outputSha256").asText());
      ImmutableList.Builder<Span> spans = ImmutableList.builder();
      for (JsonNode span : root.required("sourceMap")) {
        spans.add(
            new Span(
                span.get(0).asInt(),
                span.get(1).asInt(),
                span.get(2).asInt(),
                span.get(3).asInt()));
      }
      boolean intact =
          Hashing.sha256()
              .hashString(source, StandardCharsets.UTF_8)
              .toString()
              .equals(manifest.outputSha256());
      return intact
          ? Optional.of(
              new CompiledModule(
                  root.required("fileName").asText(),
                  source,
                  new SourceMap(spans.build()),
                  manifest))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static ImmutableSortedSet<String> texts(JsonNode array) {
    ImmutableSortedSet.Builder<String> texts = ImmutableSortedSet.naturalOrder();
    array.forEach(text -> texts.add(text.asText()));
    return texts.build();
  }
}
