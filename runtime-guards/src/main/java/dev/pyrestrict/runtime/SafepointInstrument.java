package dev.pyrestrict.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/**
 * Asks a running guest something on its own thread, at the next place where it could also be
 * cancelled. That is how one learns where a guest stood when a limit met it: a cancelled context
 * does not say. Costs nothing until somebody asks.
 *
 * <p>Thread-safe.
 */
public final class SafepointInstrument extends TruffleInstrument {
  static final String ID = "pyrestrict-safepoint";

  private Env environment;

  /** Made by GraalVM's engine. */
  public SafepointInstrument() {}

  static SafepointInstrument of(Engine engine) {
    return engine.getInstruments().get(ID).lookup(SafepointInstrument.class);
  }

  @Override
  protected void onCreate(Env given) {
    environment = given;
    given.registerService(this);
  }

  /** Returns what names the context to {@link #ask}; no guest code may be running in it. */
  TruffleContext contextOf(Context context) {
    context.enter();
    try {
      return environment.getEnteredContext();
    } finally {
      context.leave();
    }
  }

  /**
   * Puts a question to the guest's thread and waits for the answer.
   *
   * @param patience how long to wait
   * @return empty when the thread came to no safepoint in time, or the question could not be
   *     answered there
   */
  <T> Optional<T> ask(
      TruffleContext context, Thread thread, Duration patience, Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Future<Void> submitted =
        environment.submitThreadLocal(
            context, new Thread[] {thread}, new Question<>(question, answer));
    try {
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      submitted.cancel(false);
    }
  }

  private static final class Question<T> extends ThreadLocalAction {
    private final Supplier<T> question;
    private final CompletableFuture<T> answer;

    Question(Supplier<T> question, CompletableFuture<T> answer) {
      super(true, false);
      this.question = question;
      this.answer = answer;
    }

    /** Nothing that goes wrong with the question may be felt by the guest. */
    @Override
    protected void perform(Access access) {
      try {
        answer.complete(question.get());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        answer.completeExceptionally(e);
      }
    }
  }
}
