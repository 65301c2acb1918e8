package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Node;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a tree the way CPython's {@code ast.dump} does, so that the two can be compared by {@code
 * diff}.
 */
public final class AstDump {
  private final StringBuilder out = new StringBuilder();
  private final boolean attributes;

  private AstDump(boolean attributes) {
    this.attributes = attributes;
  }

  /** Returns {@code ast.dump(module, include_attributes=attributes)}. */
  public static String dump(Module module, boolean attributes) {
    AstDump dump = new AstDump(attributes);
    dump.open("Module");
    dump.statements("body", module.body());
    dump.field("type_ignores").append("[]");
    dump.close();
    return dump.out.toString();
  }

  private void open(String name) {
    out.append(name).append('(');
  }

  private void close() {
    out.append(')');
  }

  private void close(Node node) {
    if (attributes) {
      field("lineno").append(node.span().line());
      field("col_offset").append(node.span().column());
      field("end_lineno").append(node.span().endLine());
      field("end_col_offset").append(node.span().endColumn());
    }
    close();
  }

  private StringBuilder field(String name) {
    if (out.charAt(out.length() - 1) != '(') {
      out.append(", ");
    }
    return out.append(name).append('=');
  }

  private void text(String name, String value) {
    field(name).append(PythonRepr.string(value));
  }

  private void text(String name, Optional<String> value) {
    value.ifPresent(present -> text(name, present));
  }

  private <T> void list(String name, List<T> elements, Consumer<T> writer) {
    field(name).append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      writer.accept(elements.get(i));
    }
    out.append(']');
  }

  private void texts(String name, List<String> values) {
    list(name, values, value -> out.append(PythonRepr.string(value)));
  }

  private void operator(String name, String asdlName) {
    field(name).append(asdlName).append("()");
  }

  private void statements(String name, List<Statement> body) {
    list(name, body, this::statement);
  }

  private void expressions(String name, List<Expression> expressions) {
    list(name, expressions, this::expression);
  }

  private void optionals(String name, List<Optional<Expression>> expressions) {
    list(
        name,
        expressions,
        expression -> expression.ifPresentOrElse(this::expression, () -> out.append("None")));
  }

  private void expression(String name, Expression expression) {
    field(name);
    expression(expression);
  }

  private void expression(String name, Optional<? extends Expression> expression) {
    expression.ifPresent(present -> expression(name, present));
  }

  private void typeParameters(List<TypeParameter> parameters) {
    list("type_params", parameters, this::typeParameter);
  }

  private void statement(Statement statement) {
    open(statement.getClass().getSimpleName());
    switch (statement) {
      case Statement.FunctionDef s ->
          function(
              s.name(), s.parameters(), s.body(), s.decorators(), s.returns(), s.typeParameters());
      case Statement.AsyncFunctionDef s ->
          function(
              s.name(), s.parameters(), s.body(), s.decorators(), s.returns(), s.typeParameters());
      case Statement.ClassDef s -> {
        text("name", s.name());
        expressions("bases", s.bases());
        list("keywords", s.keywords(), this::keyword);
        statements("body", s.body());
        expressions("decorator_list", s.decorators());
        typeParameters(s.typeParameters());
      }
      case Statement.Return s -> expression("value", s.value());
      case Statement.Delete s -> expressions("targets", s.targets());
      case Statement.Assign s -> {
        expressions("targets", s.targets());
        expression("value", s.value());
      }
      case Statement.TypeAlias s -> {
        expression("name", s.name());
        typeParameters(s.typeParameters());
        expression("value", s.value());
      }
      case Statement.AugAssign s -> {
        expression("target", s.target());
        operator("op", s.operator().asdlName());
        expression("value", s.value());
      }
      case Statement.AnnAssign s -> {
        expression("target", s.target());
        expression("annotation", s.annotation());
        expression("value", s.value());
        field("simple").append(s.simple() ? 1 : 0);
      }
      case Statement.For s -> loop(s.target(), s.iterable(), s.body(), s.orElse());
      case Statement.AsyncFor s -> loop(s.target(), s.iterable(), s.body(), s.orElse());
      case Statement.While s -> {
        expression("test", s.test());
        statements("body", s.body());
        statements("orelse", s.orElse());
      }
      case Statement.If s -> {
        expression("test", s.test());
        statements("body", s.body());
        statements("orelse", s.orElse());
      }
      case Statement.With s -> with(s.items(), s.body());
      case Statement.AsyncWith s -> with(s.items(), s.body());
      case Statement.Match s -> {
        expression("subject", s.subject());
        list("cases", s.cases(), this::matchCase);
      }
      case Statement.Raise s -> {
        expression("exc", s.exception());
        expression("cause", s.cause());
      }
      case Statement.Try s -> attempt(s.body(), s.handlers(), s.orElse(), s.finalBody());
      case Statement.TryStar s -> attempt(s.body(), s.handlers(), s.orElse(), s.finalBody());
      case Statement.Assert s -> {
        expression("test", s.test());
        expression("msg", s.message());
      }
      case Statement.Import s -> list("names", s.names(), this::alias);
      case Statement.ImportFrom s -> {
        text("module", s.module());
        list("names", s.names(), this::alias);
        field("level").append(s.level());
      }
      case Statement.Global s -> texts("names", s.names());
      case Statement.Nonlocal s -> texts("names", s.names());
      case Statement.Expr s -> expression("value", s.value());
      case Statement.Pass ignored -> {}
      case Statement.Break ignored -> {}
      case Statement.Continue ignored -> {}
    }
    close(statement);
  }

  private void function(
      String name,
      Parameters parameters,
      List<Statement> body,
      List<Expression> decorators,
      Optional<Expression> returns,
      List<TypeParameter> typeParameters) {
    text("name", name);
    parameters(parameters);
    statements("body", body);
    expressions("decorator_list", decorators);
    expression("returns", returns);
    typeParameters(typeParameters);
  }

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse) {
    expression("target", target);
    expression("iter", iterable);
    statements("body", body);
    statements("orelse", orElse);
  }

  private void with(List<WithItem> items, List<Statement> body) {
    list(
        "items",
        items,
        item -> {
          open("withitem");
          expression("context_expr", item.contextExpression());
          expression("optional_vars", item.target());
          close();
        });
    statements("body", body);
  }

  private void attempt(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody) {
    statements("body", body);
    list("handlers", handlers, this::handler);
    statements("orelse", orElse);
    statements("finalbody", finalBody);
  }

  private void handler(ExceptHandler handler) {
    open("ExceptHandler");
    expression("type", handler.type());
    text("name", handler.name());
    statements("body", handler.body());
    close(handler);
  }

  private void alias(Alias alias) {
    open("alias");
    text("name", alias.name());
    text("asname", alias.asName());
    close(alias);
  }

  private void keyword(Keyword keyword) {
    open("keyword");
    text("arg", keyword.name());
    expression("value", keyword.value());
    close(keyword);
  }

  private void parameters(Parameters parameters) {
    field("args");
    open("arguments");
    list("posonlyargs", parameters.positionalOnly(), this::argument);
    list("args", parameters.positional(), this::argument);
    argument("vararg", parameters.variadic());
    list("kwonlyargs", parameters.keywordOnly(), this::argument);
    optionals("kw_defaults", parameters.keywordDefaults());
    argument("kwarg", parameters.variadicKeywords());
    expressions("defaults", parameters.defaults());
    close();
  }

  private void argument(String name, Optional<Argument> argument) {
    if (argument.isPresent()) {
      field(name);
      argument(argument.get());
    }
  }

  private void argument(Argument argument) {
    open("arg");
    text("arg", argument.name());
    expression("annotation", argument.annotation());
    close(argument);
  }

  private void typeParameter(TypeParameter parameter) {
    open(parameter.getClass().getSimpleName());
    text("name", parameter.name());
    switch (parameter) {
      case TypeParameter.TypeVar variable -> expression("bound", variable.bound());
      case TypeParameter.ParamSpec ignored -> {}
      case TypeParameter.TypeVarTuple ignored -> {}
    }
    close(parameter);
  }

  private void matchCase(MatchCase matchCase) {
    open("match_case");
    field("pattern");
    pattern(matchCase.pattern());
    expression("guard", matchCase.guard());
    statements("body", matchCase.body());
    close();
  }

  private void pattern(Pattern pattern) {
    open(pattern.getClass().getSimpleName());
    switch (pattern) {
      case Pattern.MatchValue p -> expression("value", p.value());
      case Pattern.MatchSingleton p -> field("value").append(PythonRepr.of(p.value()));
      case Pattern.MatchSequence p -> list("patterns", p.patterns(), this::pattern);
      case Pattern.MatchMapping p -> {
        expressions("keys", p.keys());
        list("patterns", p.patterns(), this::pattern);
        text("rest", p.rest());
      }
      case Pattern.MatchClass p -> {
        expression("cls", p.cls());
        list("patterns", p.patterns(), this::pattern);
        texts("kwd_attrs", p.keywordAttributes());
        list("kwd_patterns", p.keywordPatterns(), this::pattern);
      }
      case Pattern.MatchStar p -> text("name", p.name());
      case Pattern.MatchAs p -> {
        if (p.pattern().isPresent()) {
          field("pattern");
          pattern(p.pattern().get());
        }
        text("name", p.name());
      }
      case Pattern.MatchOr p -> list("patterns", p.patterns(), this::pattern);
    }
    close(pattern);
  }

  private void expression(Expression expression) {
    open(expression.getClass().getSimpleName());
    switch (expression) {
      case Expression.BoolOp e -> {
        operator("op", e.operator().asdlName());
        expressions("values", e.values());
      }
      case Expression.NamedExpr e -> {
        expression("target", e.target());
        expression("value", e.value());
      }
      case Expression.BinOp e -> {
        expression("left", e.left());
        operator("op", e.operator().asdlName());
        expression("right", e.right());
      }
      case Expression.UnaryOp e -> {
        operator("op", e.operator().asdlName());
        expression("operand", e.operand());
      }
      case Expression.Lambda e -> {
        parameters(e.parameters());
        expression("body", e.body());
      }
      case Expression.IfExp e -> {
        expression("test", e.test());
        expression("body", e.body());
        expression("orelse", e.orElse());
      }
      case Expression.Dict e -> {
        optionals("keys", e.keys());
        expressions("values", e.values());
      }
      case Expression.Set e -> expressions("elts", e.elements());
      case Expression.ListComp e -> comprehension(e.element(), e.generators());
      case Expression.SetComp e -> comprehension(e.element(), e.generators());
      case Expression.GeneratorExp e -> comprehension(e.element(), e.generators());
      case Expression.DictComp e -> {
        expression("key", e.key());
        expression("value", e.value());
        list("generators", e.generators(), this::generator);
      }
      case Expression.Await e -> expression("value", e.value());
      case Expression.Yield e -> expression("value", e.value());
      case Expression.YieldFrom e -> expression("value", e.value());
      case Expression.Compare e -> {
        expression("left", e.left());
        list("ops", e.operators(), operator -> out.append(operator.asdlName()).append("()"));
        expressions("comparators", e.comparators());
      }
      case Expression.Call e -> {
        expression("func", e.function());
        expressions("args", e.arguments());
        list("keywords", e.keywords(), this::keyword);
      }
      case Expression.FormattedValue e -> {
        expression("value", e.value());
        field("conversion").append(e.conversion());
        expression("format_spec", e.formatSpec());
      }
      case Expression.JoinedStr e -> expressions("values", e.values());
      case Expression.Constant e -> {
        field("value").append(PythonRepr.of(e.value()));
        if (e.unicodePrefix()) {
          text("kind", "u");
        }
      }
      case Expression.Attribute e -> {
        expression("value", e.value());
        text("attr", e.attribute());
        context(e.context());
      }
      case Expression.Subscript e -> {
        expression("value", e.value());
        expression("slice", e.slice());
        context(e.context());
      }
      case Expression.Starred e -> {
        expression("value", e.value());
        context(e.context());
      }
      case Expression.Name e -> {
        text("id", e.id());
        context(e.context());
      }
      case Expression.List e -> {
        expressions("elts", e.elements());
        context(e.context());
      }
      case Expression.Tuple e -> {
        expressions("elts", e.elements());
        context(e.context());
      }
      case Expression.Slice e -> {
        expression("lower", e.lower());
        expression("upper", e.upper());
        expression("step", e.step());
      }
    }
    close(expression);
  }

  private void comprehension(Expression element, List<Comprehension> generators) {
    expression("elt", element);
    list("generators", generators, this::generator);
  }

  private void generator(Comprehension generator) {
    open("comprehension");
    expression("target", generator.target());
    expression("iter", generator.iterable());
    expressions("ifs", generator.conditions());
    field("is_async").append(generator.isAsync() ? 1 : 0);
    close();
  }

  private void context(ExpressionContext context) {
    operator(
        "ctx",
        switch (context) {
          case LOAD -> "Load";
          case STORE -> "Store";
          case DELETE -> "Del";
        });
  }
}
