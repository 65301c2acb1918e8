package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.AstDump;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.rewriter.Artifact;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Manifest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be written of a compiled program. */
enum Emission {
  /** The guarded source. */
  SOURCE,
  /** The source map, as JSON. */
  MAP,
  /** What the module is and needs, as JSON. */
  MANIFEST,
  /** The tree that was read, as CPython's ast.dump writes it. */
  AST,
  /** All that running needs, as JSON: source, source map, manifest, what the author wrote. */
  ARTIFACT;

  /** Returns the text to write. */
  String text(CompiledModule module, SourceFile source) {
    return switch (this) {
      case SOURCE -> module.guardedSource();
      case MAP -> Json.pretty(map(module)) + "\n";
      case MANIFEST -> Json.pretty(manifest(module)) + "\n";
      case AST -> AstDump.dump(Parser.parse(source).module().orElseThrow(), true) + "\n";
      case ARTIFACT -> new Artifact(module, source.text()).toJson();
    };
  }

  /** Returns how the name of the file ends; nothing for artifacts, which are always written. */
  Optional<String> suffix() {
    return switch (this) {
      case SOURCE -> Optional.of(".py");
      case MAP -> Optional.of(".map.json");
      case MANIFEST -> Optional.of(".manifest.json");
      case AST -> Optional.of(".ast");
      case ARTIFACT -> Optional.empty();
    };
  }

  private static ImmutableMap<String, Object> map(CompiledModule module) {
    return ImmutableMap.of(
        "version",
        1,
        "file",
        module.fileName(),
        "entries",
        module.sourceMap().entries().stream()
            .map(
                entry ->
                    ImmutableMap.of(
                        "line", entry.line(),
                        "column", entry.column(),
                        "endColumn", entry.endColumn(),
                        "origin", place(entry.origin())))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableMap<String, Integer> place(Span span) {
    return ImmutableMap.of(
        "line", span.line(),
        "column", span.column(),
        "endLine", span.endLine(),
        "endColumn", span.endColumn());
  }

  private static Map<String, Object> manifest(CompiledModule module) {
    Manifest manifest = module.manifest();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("compiler", manifest.compiler());
    fields.put("policyDigest", manifest.policyDigest());
    fields.put("guards", manifest.guards().name().toLowerCase(Locale.ROOT));
    fields.put("imports", manifest.imports());
    fields.put("guardsUsed", manifest.guardsUsed());
    fields.put("sourceSha256", manifest.sourceSha256());
    fields.put("outputSha256", manifest.outputSha256());
    return fields;
  }
}
