package dev.pyrestrict.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What runs: filled in by the build, so that asking loads nothing. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties built = built();
    return new String[] {
      "pyrestrict " + built.getProperty("pyrestrict"),
      "GraalPy " + built.getProperty("graalpy") + " (Python 3.12)",
      "ANTLR " + built.getProperty("antlr"),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  /** Returns the version of pyrestrict alone. */
  static String pyrestrict() {
    try {
      return built().getProperty("pyrestrict");
    } catch (IOException e) {
      throw new IllegalStateException("the build left out versions.properties", e);
    }
  }

  private static Properties built() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(Objects.requireNonNull(stream, "versions.properties"));
    }
    return properties;
  }
}
