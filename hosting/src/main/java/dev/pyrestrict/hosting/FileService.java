package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an application's own directory, to be read by its guests: what {@code open} opens.
 * Hidden files, links and what the host wrote there for itself are none of them.
 */
final class FileService implements Service {
  static final String KIND = "files";

  /** The largest file that a guest can read, in bytes. */
  private static final int LARGEST = 8 << 20;

  @Override
  public Object call(Grant grant, String operation, List<Object> arguments)
      throws ServiceException, IOException {
    if (!operation.equals("read")
        || arguments.size() != 1
        || !(arguments.get(0) instanceof String name)) {
      throw ServiceException.refused("a file is read by its name");
    }
    Path file = find(grant.directory(), name);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException("directory", "Is a directory: '" + name + "'");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException("missing", "No such file or directory: '" + name + "'");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ServiceException("large", "File too large: '" + name + "'");
      }
      return bytes;
    }
  }

  /** Goes down from the directory name by name; there is no way up, out or through a link. */
  private static Path find(Path directory, String name) throws ServiceException {
    ImmutableList<Path> names;
    try {
      Path path = Path.of(name);
      names = path.isAbsolute() ? ImmutableList.of() : ImmutableList.copyOf(path.normalize());
    } catch (InvalidPathException e) {
      throw ServiceException.refused("no file of this application can have that name");
    }
    Path found = directory;
    for (Path part : names) {
      found = found.resolve(part);
      if (isForTheHost(directory, found)
          || part.toString().startsWith(".")
          || Files.isSymbolicLink(found)) {
        throw ServiceException.refused("'" + name + "' is no file of this application");
      }
    }
    if (names.isEmpty() || found.equals(directory)) {
      throw ServiceException.refused("'" + name + "' is no file of this application");
    }
    return found;
  }

  /** Reports whether a file is one of those that the host keeps beside an application's own. */
  static boolean isForTheHost(Path directory, Path file) {
    return directory.equals(file.getParent()) && file.toString().endsWith(".toml");
  }
}
