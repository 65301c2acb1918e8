import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks, or with {@code --apply} puts right, the form of every Java source below the named
 * directories. Spotless can't: it runs inside Maven's own Java, which may be too old to read ours.
 */
final class Format {
  private Format() {}

  public static void main(String... arguments) throws IOException {
    boolean apply = List.of(arguments).contains("--apply");
    Formatter formatter = new Formatter();
    List<Path> sources = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.startsWith("--")) {
        try (Stream<Path> files = Files.walk(Path.of(argument))) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> Stream.of("target", ".git").noneMatch(name -> isBelow(file, name)))
              .sorted()
              .forEach(sources::add);
        }
      }
    }
    List<Path> different = new ArrayList<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      try {
        String formatted = formatter.formatSourceAndFixImports(text);
        if (!formatted.equals(text)) {
          different.add(source);
          if (apply) {
            Files.writeString(source, formatted);
          }
        }
      } catch (FormatterException e) {
        System.err.println(source + ": " + e.getMessage());
        different.add(source);
      }
    }
    if (!different.isEmpty()) {
      System.err.println((apply ? "formatted: " : "not formatted: ") + different);
      if (!apply) {
        System.err.println("put it right with: mvn -N -q process-sources exec:exec@format-apply");
        System.exit(1);
      }
    }
  }

  private static boolean isBelow(Path file, String directory) {
    for (Path part : file) {
      if (part.toString().equals(directory)) {
        return true;
      }
    }
    return false;
  }
}
