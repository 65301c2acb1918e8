/** Guarded source to result. */
module dev.pyrestrict.runtime {
  requires transitive dev.pyrestrict.rewriter;
  requires transitive com.google.common;
  requires com.google.errorprone.annotations;
  requires java.management;
  requires jdk.management;
  requires org.graalvm.polyglot;

  exports dev.pyrestrict.runtime;
}
