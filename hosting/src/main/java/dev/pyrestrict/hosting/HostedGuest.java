package dev.pyrestrict.hosting;

import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestResult;
import java.util.List;

/** A guest of an application, wherever it lives. One thread at a time. */
interface HostedGuest extends AutoCloseable {
  void add(String name, CompiledModule module, String source);

  GuestResult run(CompiledModule module, String source);

  GuestResult call(String function, List<?> arguments);

  @Override
  void close();

  /** A guest of this process. */
  record Here(Guest guest) implements HostedGuest {
    @Override
    public void add(String name, CompiledModule module, String source) {
      guest.add(name, module, source);
    }

    @Override
    public GuestResult run(CompiledModule module, String source) {
      return guest.run(module, source);
    }

    @Override
    public GuestResult call(String function, List<?> arguments) {
      return guest.call(function, arguments);
    }

    @Override
    public void close() {
      guest.close();
    }
  }

  /** A guest of a cell. */
  record InCell(CellGuest guest) implements HostedGuest {
    @Override
    public void add(String name, CompiledModule module, String source) {
      guest.add(name, module, source);
    }

    @Override
    public GuestResult run(CompiledModule module, String source) {
      return guest.run(module, source);
    }

    @Override
    public GuestResult call(String function, List<?> arguments) {
      return guest.call(function, arguments);
    }

    @Override
    public void close() {
      guest.close();
    }
  }
}
