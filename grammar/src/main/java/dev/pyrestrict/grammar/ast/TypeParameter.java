package dev.pyrestrict.grammar.ast;

import java.util.Optional;

/** A PEP 695 type parameter: ASDL's {@code type_param}. */
public sealed interface TypeParameter extends Node {

  /** The name it binds. */
  String name();

  /** {@code T: bound} */
  record TypeVar(String name, Optional<Expression> bound, Span span) implements TypeParameter {}

  /** {@code **P} */
  record ParamSpec(String name, Span span) implements TypeParameter {}

  /** {@code *Ts} */
  record TypeVarTuple(String name, Span span) implements TypeParameter {}
}
