/** Syntax tree to guarded source. */
module dev.pyrestrict.rewriter {
  requires transitive dev.pyrestrict.grammar;
  requires transitive com.google.common;
  requires com.fasterxml.jackson.databind;
  requires org.tomlj;

  exports dev.pyrestrict.rewriter;
}
