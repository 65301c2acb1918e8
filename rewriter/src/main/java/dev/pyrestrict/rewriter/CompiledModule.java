package dev.pyrestrict.rewriter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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

  /** A guarded source may be longer than what Jackson takes for a text by default. */
  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(128 << 20).build())
              .build());

  /** Returns the artifact as JSON; the same module gives the same text. */
  public String toJson() {
    return toTree().toString();
  }

  ObjectNode toTree() {
    ObjectNode root = MAPPER.createObjectNode();
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
    for (SourceMap.Entry entry : sourceMap.entries()) {
      Span origin = entry.origin();
      map.add(entry.line()).add(entry.column()).add(entry.endColumn());
      map.add(origin.line()).add(origin.column()).add(origin.endLine()).add(origin.endColumn());
    }
    root.put("guardedSource", guardedSource);
    return root;
  }

  /**
   * Returns the artifact that {@link #toJson} wrote; nothing when the text is not one, or was
   * changed since.
   */
  public static Optional<CompiledModule> fromJson(String json) {
    try {
      return fromTree(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static Optional<CompiledModule> fromTree(JsonNode root) {
    try {
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
                  sourceMap(root.required("sourceMap")),
                  manifest))
          : Optional.empty();
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static SourceMap sourceMap(JsonNode numbers) {
    ImmutableList.Builder<SourceMap.Entry> entries = ImmutableList.builder();
    for (int i = 0; i < numbers.size(); i += 7) {
      Span origin =
          new Span(
              number(numbers, i + 3),
              number(numbers, i + 4),
              number(numbers, i + 5),
              number(numbers, i + 6));
      entries.add(
          new SourceMap.Entry(
              number(numbers, i), number(numbers, i + 1), number(numbers, i + 2), origin));
    }
    return new SourceMap(entries.build());
  }

  private static int number(JsonNode numbers, int index) {
    return numbers.required(index).asInt();
  }

  private static ImmutableSortedSet<String> texts(JsonNode array) {
    ImmutableSortedSet.Builder<String> texts = ImmutableSortedSet.naturalOrder();
    array.forEach(text -> texts.add(text.asText()));
    return texts.build();
  }
}
