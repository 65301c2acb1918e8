// The vocabulary only: the tokens come from the hand-written Tokenizer.
lexer grammar PythonTokens;

tokens { INDENT, DEDENT, NEWLINE, NAME, NUMBER, STRING, FSTRING_START, FSTRING_MIDDLE, FSTRING_END, MATCH_KW, CASE_KW, TYPE_KW, ERRORTOKEN }
LPAR:'('; RPAR:')'; LSQB:'['; RSQB:']'; LBRACE:'{'; RBRACE:'}'; DOT:'.'; COLON:':'; COMMA:','; SEMI:';';
PLUS:'+'; MINUS:'-'; STAR:'*'; SLASH:'/'; VBAR:'|'; AMPER:'&'; LESS:'<'; GREATER:'>'; EQUAL:'='; PERCENT:'%';
EQEQUAL:'=='; NOTEQUAL:'!='; LESSEQUAL:'<='; GREATEREQUAL:'>='; TILDE:'~'; CIRCUMFLEX:'^'; LEFTSHIFT:'<<'; RIGHTSHIFT:'>>'; DOUBLESTAR:'**';
PLUSEQUAL:'+='; MINEQUAL:'-='; STAREQUAL:'*='; SLASHEQUAL:'/='; PERCENTEQUAL:'%='; AMPEREQUAL:'&='; VBAREQUAL:'|='; CIRCUMFLEXEQUAL:'^='; LEFTSHIFTEQUAL:'<<='; RIGHTSHIFTEQUAL:'>>='; DOUBLESTAREQUAL:'**='; DOUBLESLASH:'//'; DOUBLESLASHEQUAL:'//='; AT:'@'; ATEQUAL:'@='; RARROW:'->'; ELLIPSIS:'...'; COLONEQUAL:':='; EXCLAMATION:'!';
FALSE:'False'; NONE:'None'; TRUE:'True'; AND:'and'; AS:'as'; ASSERT:'assert'; ASYNC:'async'; AWAIT:'await'; BREAK:'break'; CLASS:'class'; CONTINUE:'continue'; DEF:'def'; DEL:'del'; ELIF:'elif'; ELSE:'else'; EXCEPT:'except'; FINALLY:'finally'; FOR:'for'; FROM:'from'; GLOBAL:'global'; IF:'if'; IMPORT:'import'; IN:'in'; IS:'is'; LAMBDA:'lambda'; NONLOCAL:'nonlocal'; NOT:'not'; OR:'or'; PASS:'pass'; RAISE:'raise'; RETURN:'return'; TRY:'try'; WHILE:'while'; WITH:'with'; YIELD:'yield';
