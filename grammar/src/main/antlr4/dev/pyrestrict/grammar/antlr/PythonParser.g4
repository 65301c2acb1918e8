// Python 3.12 as an LL(1) superset: every decision is made by one token, so that parsing is linear and the
// generated parser has no adaptivePredict. What LL(1) cannot say (precedence, targets, the order of arguments,
// trailing commas) AstBuilder checks; complete hands it every node that means something as soon as that is read.
// After the grammar of the Python 3.12 reference.
parser grammar PythonParser;
options { tokenVocab=PythonTokens; superClass=SyntaxParser; contextSuperClass=SyntaxContext; }

// builder: of several statements in a line only the last may be empty
file_input: (compound_stmt | simple_stmt (SEMI simple_stmt?)* NEWLINE)* EOF;
block @after { complete(_localctx); }
  : NEWLINE INDENT (compound_stmt | simple_stmt (SEMI simple_stmt?)* NEWLINE)+ DEDENT
  | simple_stmt (SEMI simple_stmt?)* NEWLINE
  ;

compound_stmt @after { complete(_localctx); }
  : if_stmt | while_stmt | for_stmt | try_stmt | with_stmt | funcdef | classdef | async_stmt | decorated | match_stmt
  ;
simple_stmt @after { complete(_localctx); }
  : star_exprs ( COLON expression (EQUAL (yield_expr | star_exprs))? | augop (yield_expr | star_exprs) | (EQUAL (yield_expr | star_exprs))+ )?
  | yield_expr | PASS | BREAK | CONTINUE
  | RETURN star_exprs?
  | RAISE (expression (FROM expression)?)?
  | GLOBAL NAME (COMMA NAME)* | NONLOCAL NAME (COMMA NAME)*
  | DEL star_exprs
  | ASSERT expression (COMMA expression)?
  | IMPORT dotted_as (COMMA dotted_as)*
  | FROM (DOT|ELLIPSIS)* dotted? IMPORT (STAR | LPAR import_as (COMMA import_as?)* RPAR | import_as (COMMA import_as)*)
  | TYPE_KW NAME type_params? EQUAL expression
  ;
dotted: NAME (DOT NAME)*;
dotted_as: dotted (AS NAME)?;
import_as: NAME (AS NAME)?;
augop: PLUSEQUAL|MINEQUAL|STAREQUAL|SLASHEQUAL|PERCENTEQUAL|AMPEREQUAL|VBAREQUAL|CIRCUMFLEXEQUAL|LEFTSHIFTEQUAL|RIGHTSHIFTEQUAL|DOUBLESTAREQUAL|DOUBLESLASHEQUAL|ATEQUAL;
yield_expr: YIELD (FROM expression | star_exprs)?;
star_exprs: (starred | expression) (COMMA (starred | expression)?)*;
starred: STAR flat;

if_stmt: IF named COLON block (ELIF named COLON block)* (ELSE COLON block)?;
while_stmt: WHILE named COLON block (ELSE COLON block)?;
for_stmt: FOR targets IN star_exprs COLON block (ELSE COLON block)?;
try_stmt: TRY COLON block except_clause* (ELSE COLON block)? (FINALLY COLON block)?;
except_clause: EXCEPT STAR? (expression (AS NAME)?)? COLON block;
with_stmt: WITH with_item (COMMA with_item)* COLON block;
with_item: expression (AS target)?;
funcdef: DEF NAME type_params? LPAR (param (COMMA param?)*)? RPAR (RARROW expression)? COLON block;
param: NAME (COLON expression)? (EQUAL expression)? | STAR (NAME (COLON (starred | expression))?)? | DOUBLESTAR NAME (COLON expression)? | SLASH;
classdef: CLASS NAME type_params? (LPAR args? RPAR)? COLON block;
async_stmt: ASYNC (funcdef | with_stmt | for_stmt);
decorated: (AT named NEWLINE)+ (funcdef | classdef | ASYNC funcdef);
type_params: LSQB type_param (COMMA type_param?)* RSQB;
type_param: NAME (COLON expression)? | STAR NAME | DOUBLESTAR NAME;

match_stmt: MATCH_KW subject COLON NEWLINE INDENT case_block+ DEDENT;
subject: paren_el (COMMA paren_el?)*;
case_block: CASE_KW patterns (IF named)? COLON block;
patterns: star_pattern (COMMA star_pattern?)*;
star_pattern: STAR NAME | as_pattern;
as_pattern: closed_pattern (VBAR closed_pattern)* (AS NAME)?;
closed_pattern
  : MINUS? NUMBER ((PLUS|MINUS) NUMBER)? | strings | NONE | TRUE | FALSE
  | dotted (LPAR (pat_arg (COMMA pat_arg?)*)? RPAR)?
  | LPAR patterns? RPAR | LSQB patterns? RSQB
  | LBRACE (map_pat (COMMA map_pat?)*)? RBRACE ;
pat_arg: as_pattern (EQUAL as_pattern)?;
map_pat: DOUBLESTAR NAME | closed_pattern COLON as_pattern;

targets: target (COMMA target?)*;
target: STAR? primary;
named: expression (COLONEQUAL expression)?;

expression @after { complete(_localctx); }
  : LAMBDA (lparam (COMMA lparam?)*)? COLON expression
  | (NOT|MINUS|PLUS|TILDE)* AWAIT?
    (NAME | NUMBER | strings | NONE | TRUE | FALSE | ELLIPSIS | parentheses | brackets | braces)
    (DOT NAME | LPAR args? RPAR | LSQB slices RSQB)*
    (binop (NOT|MINUS|PLUS|TILDE)* AWAIT? primary)* (IF flat ELSE expression)?
  ;
// operators resolved by precedence climbing in the AST builder; an expression begins with the same, without the nodes of this and
// of its first primary: most are nothing else
flat @after { complete(_localctx); }: (NOT|MINUS|PLUS|TILDE)* AWAIT? primary (binop (NOT|MINUS|PLUS|TILDE)* AWAIT? primary)*;
binop: OR|AND|IN|NOT IN|IS|LESS|GREATER|EQEQUAL|GREATEREQUAL|LESSEQUAL|NOTEQUAL|VBAR|CIRCUMFLEX|AMPER|LEFTSHIFT|RIGHTSHIFT|PLUS|MINUS|STAR|SLASH|DOUBLESLASH|PERCENT|AT|DOUBLESTAR;
primary @after { complete(_localctx); }
  : (NAME | NUMBER | strings | NONE | TRUE | FALSE | ELLIPSIS | parentheses | brackets | braces)
    (DOT NAME | LPAR args? RPAR | LSQB slices RSQB)*
  ;

lparam: NAME (EQUAL expression)? | STAR NAME? | DOUBLESTAR NAME | SLASH;
args
  : (STAR expression | DOUBLESTAR expression | expression (COLONEQUAL expression comp_for? | EQUAL expression | comp_for)?)
    (COMMA (STAR expression | DOUBLESTAR expression | expression (COLONEQUAL expression comp_for? | EQUAL expression | comp_for)?)?)*
  ;
slices: slice_ (COMMA slice_?)*;
slice_: STAR expression | expression (COLONEQUAL expression)? (COLON expression? (COLON expression?)?)? | COLON expression? (COLON expression?)?;
comp_for: (ASYNC? FOR targets IN flat (IF flat)*)+;
parentheses: LPAR (yield_expr | paren_el (comp_for | (COMMA paren_el?)+)?)? RPAR;
brackets: LSQB (paren_el (comp_for | (COMMA paren_el?)+)?)? RSQB;
braces: LBRACE (dict_el (comp_for | (COMMA dict_el?)+)?)? RBRACE;
paren_el: STAR flat | expression (COLONEQUAL expression | AS target)?;
dict_el: DOUBLESTAR flat | STAR flat | expression (COLONEQUAL expression | COLON expression)?;
strings: (STRING | fstring)+;
fstring: FSTRING_START (FSTRING_MIDDLE | fs_field)* FSTRING_END;
fs_field: LBRACE (yield_expr | star_exprs) EQUAL? (EXCLAMATION NAME)? (COLON (FSTRING_MIDDLE | fs_field)*)? RBRACE;
