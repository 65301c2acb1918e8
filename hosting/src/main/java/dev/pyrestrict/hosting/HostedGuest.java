package dev.pyrestrict.hosting;

import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import java.util.List;

/** A guest of an application, wherever it lives. One thread at a time. */
interface HostedGuest extends AutoCloseable {
  void add(String name, CompiledModule module, String source);

  /** Runs the module, within limits that hold for this run alone. */
  GuestResult run(CompiledModule module, String source, Limits limits);

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
    public GuestResult run(CompiledModule module, String source, Limits limits) {
      return guest.run(module, source, limits);
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
    public GuestResult run(CompiledModule module, String source, Limits limits) {
      return guest.run(module, source, limits);
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
