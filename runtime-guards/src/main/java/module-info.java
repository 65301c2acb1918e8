/** Guarded source to result. */
module dev.pyrestrict.runtime {
  requires transitive dev.pyrestrict.rewriter;
  requires transitive com.google.common;
  requires com.google.errorprone.annotations;
  requires java.management;
  requires jdk.management;
  requires org.graalvm.polyglot;
  requires org.graalvm.shadowed.icu4j;
  requires org.graalvm.truffle;

  exports dev.pyrestrict.runtime;

  provides com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider with
      dev.pyrestrict.runtime.SafepointInstrumentProvider;
}
