package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;

/**
 * A context with the trusted code in it, before it is any guest's: what takes most of the time to
 * make a guest, and depends on nothing that is the guest's own.
 */
final class PreparedContext {
  /** How the names of the trusted files begin. */
  static final String DIRECTORY = "pyrestrict/";

  private static final ImmutableList<Source> TRUSTED =
      ImmutableList.of(
          trusted("operands"),
          trusted("arguments"),
          trusted("errors"),
          trusted("guards"),
          trusted("builtins"),
          trusted("format"),
          trusted("sizes"),
          trusted("texts"),
          trusted("everything"),
          trusted("outcome"),
          trusted("library"),
          trusted("library_builtins"),
          trusted("facades"),
          trusted("host"),
          trusted("groups"),
          trusted("trace"),
          trusted("jail"),
          trusted("boot"));

  private final Output output = new Output();
  private final Output errors = new Output();
  private final Context context;

  PreparedContext(Engine engine) {
    context =
        Context.newBuilder("python")
            .engine(engine)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(Sandbox.HOST_ACCESS)
            .out(output)
            .err(errors)
            .build();
    for (Source source : TRUSTED) {
      context.eval(source);
    }
  }

  /** Gives the context to a guest, with the streams that the guest writes to. */
  Context take(OutputStream guestOutput, OutputStream guestErrors) {
    output.target = guestOutput;
    errors.target = guestErrors;
    return context;
  }

  private static Source trusted(String name) {
    return Source.newBuilder(
            "python", Resource.text("guest/" + name + ".py"), DIRECTORY + name + ".py")
        .cached(true)
        .buildLiteral();
  }

  /** A stream that leads nowhere until the context is a guest's. */
  private static final class Output extends OutputStream {
    private volatile OutputStream target = OutputStream.nullOutputStream();

    @Override
    public void write(int value) throws IOException {
      target.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      target.flush();
    }
  }
}
