package dev.pyrestrict.hosting;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The guest's side of the services: modules of guest code, no more trusted than the guest. */
final class ServiceClients {
  /** What they, and the guest, find defined: a function that asks for a service. */
  static final String CALL = "service_call";

  static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "gateway", "mysql", "memcache", "session", "fetch", "hosted_application", "hosted_files");

  /** What guests find defined although nothing that they can read defines it. */
  static final ImmutableList<String> PREDECLARED = ImmutableList.of(CALL, "open");

  /** What the services are called that guests can ask. */
  static final ImmutableSet<String> KINDS =
      ImmutableSet.<String>builder()
          .addAll(ServiceLimits.KINDS)
          .add("gateway", StreamedResponse.KIND)
          .build();

  /** Made when they are needed: whoever only asks for names compiles nothing. */
  private static final Supplier<ImmutableList<Application.Part>> COMPILED =
      Suppliers.memoize(
          () -> NAMES.stream().map(ServiceClients::compile).collect(toImmutableList()));

  private ServiceClients() {}

  static ImmutableList<Application.Part> all() {
    return COMPILED.get();
  }

  /** Returns a program that imports all of them. */
  static Application.Part importingAll() {
    String text = "import " + String.join(", ", NAMES) + "\n";
    return new Application.Part("__main__", compiled("__main__", text), text);
  }

  private static Application.Part compile(String name) {
    String file = "guest/" + name + ".py";
    String text;
    try {
      text =
          Resources.toString(
              Resources.getResource(ServiceClients.class, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Application.Part(name, compiled(name, text), text);
  }

  private static CompiledModule compiled(String name, String text) {
    Policy policy = Policy.profile("default").withPredeclared(PREDECLARED);
    CompileResult result =
        new Compiler(policy, GuardMode.FAST)
            .compile(new SourceFile("pyrestrict/" + name + ".py", text), name, Program.of(NAMES));
    return result
        .module()
        .orElseThrow(() -> new IllegalStateException(name + ": " + result.diagnostics()));
  }
}
