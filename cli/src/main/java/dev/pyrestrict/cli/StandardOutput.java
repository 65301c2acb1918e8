package dev.pyrestrict.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The process's standard output, which remembers that it could not be written. */
final class StandardOutput extends OutputStream {
  /** Whoever reads has seen enough, as {@code head} does. */
  private static final String READER_IS_GONE = "Broken pipe";

  private final FileOutputStream file = new FileOutputStream(FileDescriptor.out);
  private volatile Optional<String> lost = Optional.empty();

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      file.write(bytes, offset, length);
    } catch (IOException e) {
      lost = Optional.of(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Returns why something that somebody may wait for was not written, in the system's words. */
  Optional<String> lost() {
    return lost.filter(reason -> !reason.equals(READER_IS_GONE));
  }
}
