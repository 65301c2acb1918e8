package dev.pyrestrict.grammar.antlr;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What the generated parser is built on. Its tokens are leaves of the parse tree themselves. */
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
    ((SyntaxContext) context).rule = ruleIndex;
    super.enterRule(context, state, ruleIndex);
  }

  @Override
  public final TerminalNode createTerminalNode(ParserRuleContext parent, Token token) {
    return (TerminalNode) token;
  }
}
