/** Text to syntax tree. */
module dev.pyrestrict.grammar {
  requires org.antlr.antlr4.runtime;
  requires transitive com.google.common;

  exports dev.pyrestrict.grammar;
  exports dev.pyrestrict.grammar.ast;
}
