package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes of cells that this process started and that are there. */
final class Cells {
  private Cells() {}

  static ImmutableList<ProcessHandle> ofThisProcess() {
    return ProcessHandle.current()
        .children()
        .filter(Cells::isCell)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns a letter for what a process does, as {@code ps} has it: {@code T} is stopped. */
  static String state(ProcessHandle process) throws IOException {
    String all = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return all.substring(all.lastIndexOf(')') + 2).substring(0, 1);
  }

  /** Its command is too long for {@link ProcessHandle} to tell. */
  private static boolean isCell(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains(CellWorker.class.getName());
    } catch (IOException e) {
      return false;
    }
  }
}
