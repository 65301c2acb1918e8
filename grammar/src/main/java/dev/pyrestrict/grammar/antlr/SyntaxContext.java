package dev.pyrestrict.grammar.antlr;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * A node of the parse tree: smaller than ANTLR's own, and with room for what is made of it. A node
 * that something was made of needs no children any more.
 */
public abstract class SyntaxContext extends ParserRuleContext implements Iterable<Object> {
  private static final Object[] NONE = {};

  /** Most nodes have one child: it needs no array. */
  private Object head = this;

  private Object[] tail = NONE;
  private int size;
  private Object value = this;
  int rule;

  protected SyntaxContext() {}

  protected SyntaxContext(ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  /** Returns the number of the rule; the same as {@link #getRuleIndex()}, which is slower. */
  public final int rule() {
    return rule;
  }

  /** Returns a child: a token or another node. */
  public final Object child(int index) {
    return index == 0 ? head : tail[index - 1];
  }

  /** Returns how many children there are. */
  public final int size() {
    return size;
  }

  /** Returns the children as they are now. */
  public final List<Object> children() {
    return IntStream.range(0, size).mapToObj(this::child).toList();
  }

  @Override
  public final Iterator<Object> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Object next() {
        if (next == size) {
          throw new NoSuchElementException();
        }
        return child(next++);
      }
    };
  }

  @Override
  public final SyntaxContext getParent() {
    return (SyntaxContext) super.getParent();
  }

  /** Returns what was made of the node: itself, as long as that is nothing else. */
  public final Object value() {
    return value;
  }

  /** Keeps what was made of the node, instead of its children. */
  public final void become(Object made) {
    value = made;
    head = this;
    tail = NONE;
    size = 0;
  }

  @Override
  public final <T extends ParseTree> T addAnyChild(T child) {
    if (size == 0) {
      head = child;
    } else {
      if (size > tail.length) {
        tail = Arrays.copyOf(tail, Math.max(3, size * 2));
      }
      tail[size - 1] = child;
    }
    size++;
    return child;
  }

  @Override
  public final ParseTree getChild(int index) {
    return (ParseTree) child(index);
  }

  @Override
  public final int getChildCount() {
    return size;
  }
}
