package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableList;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import org.graalvm.polyglot.SandboxPolicy;

/** How GraalVM's engine finds {@link SafepointInstrument}. */
@TruffleInstrument.Registration(
    id = SafepointInstrument.ID,
    name = "pyrestrict: questions at safepoints",
    services = SafepointInstrument.class,
    sandbox = SandboxPolicy.CONSTRAINED)
public final class SafepointInstrumentProvider extends TruffleInstrumentProvider {
  /** Made by {@link java.util.ServiceLoader}. */
  public SafepointInstrumentProvider() {}

  @Override
  protected String getInstrumentClassName() {
    return SafepointInstrument.class.getName();
  }

  @Override
  protected Object create() {
    return new SafepointInstrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return ImmutableList.of(SafepointInstrument.class.getName());
  }
}
