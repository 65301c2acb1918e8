package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.ExpressionBuilder.starElement;
import static dev.pyrestrict.grammar.SyntaxTree.checkCommas;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.expression;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.first;
import static dev.pyrestrict.grammar.SyntaxTree.last;
import static dev.pyrestrict.grammar.SyntaxTree.name;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.ruleOf;
import static dev.pyrestrict.grammar.SyntaxTree.size;
import static dev.pyrestrict.grammar.SyntaxTree.span;
import static dev.pyrestrict.grammar.SyntaxTree.token;
import static dev.pyrestrict.grammar.SyntaxTree.type;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the parameters of functions, and of generic functions, classes and aliases. */
final class ParameterBuilder {
  private ParameterBuilder() {}

  /** Makes what stands between two children of a function or lambda. */
  static Parameters parameters(SyntaxContext context, int from, int to) {
    checkCommas(context, from, to);
    List<Argument> positionalOnly = List.of();
    List<Argument> positional = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    Optional<Argument> variadic = Optional.empty();
    List<Argument> keywordOnly = new ArrayList<>();
    List<Optional<Expression>> keywordDefaults = new ArrayList<>();
    Optional<Argument> variadicKeywords = Optional.empty();
    boolean slash = false;
    Optional<Token> star = Optional.empty();
    Optional<Token> bareStar = Optional.empty();
    for (int i = from; i < to; i++) {
      if (!(child(context, i) instanceof SyntaxContext parameter)) {
        continue;
      }
      Token head = first(parameter);
      if (variadicKeywords.isPresent()) {
        throw failure("arguments cannot follow var-keyword argument", head);
      }
      switch (head.type) {
        case PythonTokens.SLASH -> {
          if (slash) {
            throw failure("/ may appear only once", head);
          }
          if (star.isPresent()) {
            throw failure("/ must be ahead of *", head);
          }
          if (positional.isEmpty()) {
            throw failure("at least one argument must precede /", head);
          }
          slash = true;
          positionalOnly = positional;
          positional = new ArrayList<>();
        }
        case PythonTokens.STAR -> {
          if (star.isPresent()) {
            throw failure("* argument may appear only once", head);
          }
          star = Optional.of(head);
          if (size(parameter) == 1) {
            bareStar = star;
          } else {
            variadic =
                Optional.of(
                    argument(
                        parameter,
                        1,
                        size(parameter) > 2
                            ? Optional.of(starElement(rule(child(parameter, 3))))
                            : Optional.empty()));
          }
        }
        case PythonTokens.DOUBLESTAR ->
            variadicKeywords =
                Optional.of(
                    argument(
                        parameter,
                        1,
                        size(parameter) > 2
                            ? Optional.of(expression(child(parameter, 3)))
                            : Optional.empty()));
        default -> {
          Optional<Expression> annotation = Optional.empty();
          Optional<Expression> value = Optional.empty();
          for (int j = 1; j < size(parameter); j += 2) {
            Optional<Expression> part = Optional.of(expression(child(parameter, j + 1)));
            if (type(child(parameter, j)) == PythonTokens.COLON) {
              annotation = part;
            } else {
              value = part;
            }
          }
          Argument argument = argument(parameter, 0, annotation);
          if (star.isPresent()) {
            keywordOnly.add(argument);
            keywordDefaults.add(value);
          } else {
            if (value.isEmpty() && !defaults.isEmpty()) {
              throw failure("parameter without a default follows parameter with a default", head);
            }
            positional.add(argument);
            value.ifPresent(defaults::add);
          }
        }
      }
    }
    if (bareStar.isPresent() && keywordOnly.isEmpty()) {
      throw failure("named arguments must follow bare *", bareStar.get());
    }
    return new Parameters(
        ImmutableList.copyOf(positionalOnly),
        ImmutableList.copyOf(positional),
        variadic,
        ImmutableList.copyOf(keywordOnly),
        ImmutableList.copyOf(keywordDefaults),
        variadicKeywords,
        ImmutableList.copyOf(defaults));
  }

  private static Argument argument(
      SyntaxContext parameter, int at, Optional<Expression> annotation) {
    Token name = token(child(parameter, at));
    Span span =
        annotation.isPresent() ? span(name, last(rule(child(parameter, at + 2)))) : name.span();
    return new Argument(name.name, annotation, span);
  }

  /** Makes those in brackets behind a name. PEP 695. */
  static ImmutableList<TypeParameter> typeParameters(SyntaxContext context) {
    checkCommas(context, 1, size(context) - 1);
    ImmutableList.Builder<TypeParameter> parameters = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_type_param) {
        SyntaxContext parameter = rule(tree);
        Span span = span(parameter);
        parameters.add(
            switch (first(parameter).type) {
              case PythonTokens.STAR ->
                  new TypeParameter.TypeVarTuple(name(child(parameter, 1)), span);
              case PythonTokens.DOUBLESTAR ->
                  new TypeParameter.ParamSpec(name(child(parameter, 1)), span);
              default ->
                  new TypeParameter.TypeVar(
                      name(child(parameter, 0)),
                      size(parameter) > 1
                          ? Optional.of(expression(child(parameter, 2)))
                          : Optional.empty(),
                      span);
            });
      }
    }
    return parameters.build();
  }
}
