package dev.pyrestrict.grammar.antlr;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What the generated parser is built on: less general than ANTLR's own, and faster. Its tokens are
 * leaves of the parse tree themselves.
 */
public abstract class SyntaxParser extends Parser {

  protected SyntaxParser(TokenStream tokens) {
    super(tokens);
  }

  /** Called when a rule that means something by itself was read completely. */
  protected void complete(SyntaxContext context) {
    // The parse tree is all that is wanted.
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
    SyntaxContext node = (SyntaxContext) context;
    node.rule = ruleIndex;
    node.start = _input.LT(1);
    setState(state);
    _ctx = node;
    if (node.parent instanceof SyntaxContext parent) {
      parent.addAnyChild(node);
    }
  }

  @Override
  public final void enterOuterAlt(ParserRuleContext context, int alternative) {
    // What alternative was taken shows in the children.
  }

  @Override
  public void exitRule() {
    _ctx.stop = _input.LT(-1);
    setState(_ctx.invokingState);
    _ctx = (ParserRuleContext) _ctx.parent;
  }

  @Override
  public final Token match(int type) {
    return _input.LA(1) == type ? consume() : super.match(type);
  }

  @Override
  public final Token consume() {
    Token token = _input.LT(1);
    _input.consume();
    ((SyntaxContext) _ctx).addAnyChild((TerminalNode) token);
    return token;
  }
}
