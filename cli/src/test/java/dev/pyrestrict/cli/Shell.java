package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A directory of a user's own, with a home, and bash in it: {@code pyrestrict} is on the path and
 * runs the classes under test, each time in a process of its own.
 */
final class Shell {
  private static final long PATIENCE_SECONDS = 300;

  private final Path directory;
  private final Path tools;

  /** What a script did; the output is standard output and standard error together. */
  record Result(int status, String output) {}

  private Shell(Path directory, Path tools) {
    this.directory = directory;
    this.tools = tools;
  }

  /** Makes one in an empty directory. */
  static Shell in(Path parent) throws IOException {
    Path directory = Files.createDirectories(parent.resolve("work"));
    Path tools = Files.createDirectories(parent.resolve("tools"));
    Files.createDirectories(parent.resolve("home"));
    Path launcher = tools.resolve("pyrestrict");
    Files.writeString(launcher, launcher(tools), UTF_8);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Shell(directory, tools);
  }

  /** Returns where scripts run. */
  Path directory() {
    return directory;
  }

  /** Returns the directory that holds the command, as an installed release does. */
  Path tools() {
    return tools;
  }

  private static String launcher(Path tools) throws IOException {
    ImmutableList<String> flags =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> !flag.startsWith("-D") && !flag.startsWith("-javaagent"))
            .collect(ImmutableList.toImmutableList());
    Path classPath = tools.resolve("class-path");
    Files.writeString(
        classPath, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
    String java = System.getProperty("java.home") + "/bin/java";
    return """
    #!/bin/sh
    case $1 in
      run | audit | doctor | serve) flags='%s' ;;
      *) flags='-XX:+UseSerialGC -XX:TieredStopAtLevel=1' ;;
    esac
    exec '%s' $flags -Xss8m '@%s' %s "$@"
    """
        .formatted(String.join(" ", flags), java, classPath, Main.class.getName());
  }

  /** Runs a script of bash. */
  Result run(String script) throws IOException, InterruptedException {
    return run(script, ImmutableMap.of());
  }

  /** Runs a script of bash with variables of the environment. */
  Result run(String script, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(tools, "script", ".sh");
    Files.writeString(file, script, UTF_8);
    Path output = Files.createTempFile(tools, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", tools + ":" + environment.get("PATH"));
    environment.put("HOME", tools.resolveSibling("home").toString());
    environment.remove("XDG_CACHE_HOME");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TERM", "dumb");
    for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
      environment.put("GIT_" + who + "_NAME", "Ada");
      environment.put("GIT_" + who + "_EMAIL", "ada@example.com");
    }
    environment.putAll(variables);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("does not end: " + script + "\n" + Files.readString(output, UTF_8));
    }
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }

  /** Reports whether the machine has the tool. */
  boolean has(String tool) throws IOException, InterruptedException {
    return run("command -v " + tool).status() == 0;
  }
}
